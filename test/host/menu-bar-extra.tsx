import type * as Raycast from "@raycast/api";
import type { ReactElement } from "react";
import { DrawnImage } from "./image";

function MenuBar({ title, tooltip, icon, isLoading = false, children }: Raycast.MenuBarExtra.Props): ReactElement {
  return (
    <div role="menu" aria-label={title ?? tooltip} aria-busy={isLoading} title={tooltip}>
      <DrawnImage image={icon} />
      {children}
    </div>
  );
}

function Item({ title, subtitle, icon, onAction }: Raycast.MenuBarExtra.Item.Props): ReactElement {
  return (
    <button type="button" role="menuitem" disabled={!onAction} onClick={() => onAction?.({ type: "left-click" })}>
      <DrawnImage image={icon} />
      {title} {subtitle}
    </button>
  );
}

function Section({ title, children }: Raycast.MenuBarExtra.Section.Props): ReactElement {
  return (
    <div role="group" aria-label={title}>
      {children}
    </div>
  );
}

function Submenu({ title, icon, children }: Raycast.MenuBarExtra.Submenu.Props): ReactElement {
  return (
    <div role="menu" aria-label={title}>
      <DrawnImage image={icon} />
      {children}
    </div>
  );
}

function Separator(): ReactElement {
  return <hr />;
}

/** An item of the menu bar with its menu open. */
export const MenuBarExtra: typeof Raycast.MenuBarExtra = Object.assign(MenuBar, { Item, Section, Submenu, Separator });
