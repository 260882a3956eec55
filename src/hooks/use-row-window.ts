import { type List } from "@raycast/api";
import { useState } from "react";

/** Three windows of the launcher. */
const PAGE_SIZE = 30;

/** How much of a long list is drawn. */
export interface RowWindow {
  /** Rows to draw from the top. */
  readonly count: number;
  /** For the `List`: asks for more where the user comes to the end of what is drawn. */
  readonly pagination: NonNullable<List.Props["pagination"]>;
}

/**
 * Draws a long list page by page: two thousand rows with all their actions would take a launcher seconds.
 *
 * @param total rows that there are
 * @param contents what they are of; other contents begin with the first page again
 */
export function useRowWindow(total: number, contents: string): RowWindow {
  const [drawn, setDrawn] = useState({ contents, count: PAGE_SIZE });
  const count = drawn.contents === contents ? drawn.count : PAGE_SIZE;
  return {
    count,
    pagination: {
      pageSize: PAGE_SIZE,
      hasMore: count < total,
      onLoadMore: () => setDrawn({ contents, count: count + PAGE_SIZE }),
    },
  };
}
