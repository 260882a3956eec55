import type * as Raycast from "@raycast/api";
import { type ReactElement, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { DrawnImage } from "./image";
import { useList } from "./list-context";

/** What a list shows in place of items when it has none. */
export function ListEmptyView({
  title,
  description,
  icon,
  actions,
}: Raycast.List.EmptyView.Props): ReactElement | null {
  const list = useList("List.EmptyView");
  const { childrenChanged } = list;
  useLayoutEffect(() => {
    childrenChanged();
    return childrenChanged;
  }, [childrenChanged]);

  return (
    <>
      <li role="presentation" data-empty-view hidden={!list.isEmpty}>
        {list.isEmpty && (
          <div role="status" aria-label={title ?? "Empty view"}>
            <DrawnImage image={icon} />
            <strong>{title}</strong>
            {description && <p>{description}</p>}
          </div>
        )}
      </li>
      {list.isEmpty && list.actionBar !== null && createPortal(actions, list.actionBar)}
    </>
  );
}
