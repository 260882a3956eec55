import type * as Raycast from "@raycast/api";
import { type ReactElement, type ReactNode, useId, useLayoutEffect } from "react";
import { createPortal } from "react-dom";
import { DrawnImage } from "./image";
import { ListAccessory } from "./list-accessory";
import { useList } from "./list-context";
import { Markdown } from "./markdown";
import { Metadata } from "./metadata";

type Icon = Raycast.List.Item.Props["icon"];

function Item(props: Raycast.List.Item.Props): ReactElement | null {
  const list = useList("List.Item");
  const ownId = useId();
  const { id = ownId, icon, keywords = [], accessories, actions, detail } = props;
  const title = withTooltip(props.title);
  const subtitle = withTooltip(props.subtitle);
  if (!title.value) throw new Error("A List.Item needs a title");
  const isListed = list.isListed(title.value, keywords);

  const { childrenChanged } = list;
  useLayoutEffect(() => {
    childrenChanged();
    return childrenChanged;
  }, [childrenChanged, id, isListed]);

  if (!isListed) return null;
  const isSelected = list.selectedId === id;
  return (
    <>
      <li
        role="option"
        aria-label={title.value}
        aria-selected={isSelected}
        data-id={id}
        title={title.tooltip}
        // The search bar keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => list.select(id)}
      >
        <ItemIcon icon={icon} />
        <span>{title.value}</span>
        {subtitle.value && <small title={subtitle.tooltip}>{subtitle.value}</small>}
        {accessories?.map((accessory, index) => (
          <ListAccessory key={index} accessory={accessory} />
        ))}
      </li>
      {isSelected && list.actionBar !== null && createPortal(actions, list.actionBar)}
      {isSelected && list.detailPane !== null && createPortal(detail, list.detailPane)}
    </>
  );
}

function withTooltip(text: string | { value?: string | null; tooltip?: string | null } | undefined) {
  if (typeof text !== "object") return { value: text, tooltip: undefined };
  return { value: text.value ?? undefined, tooltip: text.tooltip ?? undefined };
}

function ItemIcon({ icon }: { icon: Icon }): ReactNode {
  if (typeof icon === "object" && "value" in icon) return <DrawnImage image={icon.value} tooltip={icon.tooltip} />;
  return <DrawnImage image={icon} />;
}

function ItemDetail({ isLoading = false, markdown, metadata }: Raycast.List.Item.Detail.Props): ReactElement {
  return (
    <article aria-label="Detail" aria-busy={isLoading}>
      <Markdown text={markdown ?? ""} />
      {metadata}
    </article>
  );
}

/** One line of a list: an option named by its title. Only the selected one has its actions and detail drawn. */
export const ListItem: typeof Raycast.List.Item = Object.assign(Item, {
  Detail: Object.assign(ItemDetail, { Metadata }),
});
