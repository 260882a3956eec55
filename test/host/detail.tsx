import type * as Raycast from "@raycast/api";
import { type ReactElement, useRef } from "react";
import { ActionBar, closeSubmenu, triggerAction } from "./action-panel";
import { host } from "./host";
import { pressedKeys } from "./keyboard";
import { Markdown } from "./markdown";
import { Metadata } from "./metadata";
import { useView, useViewKeys } from "./view";

function DetailView({
  navigationTitle,
  isLoading = false,
  markdown,
  metadata,
  actions,
}: Raycast.Detail.Props): ReactElement {
  const view = useView("Detail");
  const element = useRef<HTMLDivElement>(null);
  if (view.isRoot && navigationTitle) host.warn("The root view sets a navigationTitle");
  useViewKeys(view, (event) => {
    if (pressedKeys(event) === "escape") return closeSubmenu(element.current);
    return triggerAction(element.current, event, ["return", "cmd+return"]);
  });
  return (
    <div ref={element}>
      <article aria-label={navigationTitle ?? "Detail"} aria-busy={isLoading}>
        <Markdown text={markdown ?? ""} />
        {metadata}
      </article>
      <ActionBar>{actions}</ActionBar>
    </div>
  );
}

/** A text, with facts beside it. */
export const Detail: typeof Raycast.Detail = Object.assign(DetailView, { Metadata });
