import type * as Raycast from "@raycast/api";
import type { ReactElement } from "react";
import { DrawnImage } from "./image";

function MetadataList({ children }: Raycast.Detail.Metadata.Props): ReactElement {
  return <dl aria-label="Metadata">{children}</dl>;
}

function Label({ title, text, icon }: Raycast.Detail.Metadata.Label.Props): ReactElement {
  const color = typeof text === "object" ? (text.color ?? undefined) : undefined;
  return (
    <div role="group" aria-label={title}>
      <dt>{title}</dt>
      <dd data-color={color}>
        <DrawnImage image={icon} />
        {typeof text === "object" ? text.value : text}
      </dd>
    </div>
  );
}

function Link({ title, target, text }: Raycast.Detail.Metadata.Link.Props): ReactElement {
  return (
    <div role="group" aria-label={title}>
      <dt>{title}</dt>
      <dd>
        <a href={target}>{text}</a>
      </dd>
    </div>
  );
}

function TagList({ title, children }: Raycast.Detail.Metadata.TagList.Props): ReactElement {
  return (
    <div role="group" aria-label={title}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Tag({ text, icon, color, onAction }: Raycast.Detail.Metadata.TagList.Item.Props): ReactElement {
  const drawn = typeof color === "object" ? color?.dark : color;
  const content = (
    <>
      <DrawnImage image={icon} />
      {text}
    </>
  );
  if (onAction === undefined) return <span data-color={drawn}>{content}</span>;
  return (
    <button type="button" data-color={drawn} onClick={onAction}>
      {content}
    </button>
  );
}

function Separator(): ReactElement {
  return <hr />;
}

/** Facts beside a text: each a group named by its title. */
export const Metadata: typeof Raycast.Detail.Metadata = Object.assign(MetadataList, {
  Label,
  Link,
  Separator,
  TagList: Object.assign(TagList, { Item: Tag }),
});
