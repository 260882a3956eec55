import { createContext, useContext } from "react";

/** What a list tells its items, and they it. */
export interface ListState {
  selectedId: string | null;
  /** Whether to draw the empty view: no item is left, and none is on its way. */
  isEmpty: boolean;
  isShowingDetail: boolean;
  /** Whether an item with this title and these keywords stays in the list. */
  isListed: (title: string, keywords: readonly string[]) => boolean;
  select: (id: string) => void;
  /** Says that an item or the empty view came or went. */
  childrenChanged: () => void;
  actionBar: HTMLElement | null;
  detailPane: HTMLElement | null;
}

export const ListContext = createContext<ListState | undefined>(undefined);

/** The list that a part of a list is drawn in. */
export function useList(component: string): ListState {
  const list = useContext(ListContext);
  if (list === undefined) throw new Error(`${component} is drawn outside of a List`);
  return list;
}
