import type * as Raycast from "@raycast/api";
import { createContext, type ReactElement, type ReactNode, use, useLayoutEffect, useMemo } from "react";
import { host } from "./host";
import { DrawnImage } from "./image";
import { shortcutText } from "./keyboard";

/** The titles of the items at one level of the menu: Raycast mixes up the handlers of those that are alike. */
const LevelContext = createContext<Set<string> | undefined>(undefined);

function Level({ children }: { children: ReactNode }): ReactElement {
  const level = useMemo(() => new Set<string>(), []);
  return <LevelContext value={level}>{children}</LevelContext>;
}

function MenuBar({ title, tooltip, icon, isLoading = false, children }: Raycast.MenuBarExtra.Props): ReactElement {
  const { commandMode } = host.environment;
  if (commandMode !== "menu-bar") throw new Error(`A command of the mode "${commandMode}" draws no MenuBarExtra`);
  if (title === undefined && icon === undefined) throw new Error("A MenuBarExtra needs an icon or a title to be seen");
  return (
    <div role="menu" aria-label={title ?? tooltip} aria-busy={isLoading} title={tooltip}>
      <DrawnImage image={icon} />
      <Level>{children}</Level>
    </div>
  );
}

function Item(props: Raycast.MenuBarExtra.Item.Props): ReactElement {
  const { title, subtitle, icon, tooltip, shortcut, onAction, alternate } = props;
  const level = use(LevelContext);
  if (level === undefined) throw new Error(`The item "${title}" is drawn outside of a MenuBarExtra`);
  const likeness = JSON.stringify([title, subtitle]);
  useLayoutEffect(() => {
    if (level.has(likeness)) host.warn(`More than one item of a menu is called "${title}"`);
    level.add(likeness);
    return () => void level.delete(likeness);
  }, [level, likeness, title]);
  return (
    <>
      <button
        type="button"
        role="menuitem"
        aria-label={title}
        title={tooltip}
        data-shortcut={shortcut && shortcutText(shortcut)}
        disabled={!onAction}
        onClick={() => onAction?.({ type: "left-click" })}
      >
        <DrawnImage image={icon} />
        {title} {subtitle}
      </button>
      {alternate}
    </>
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
      <Level>{children}</Level>
    </div>
  );
}

function Separator(): ReactElement {
  return <hr />;
}

/** An item of the menu bar with its menu and all submenus open. */
export const MenuBarExtra: typeof Raycast.MenuBarExtra = Object.assign(MenuBar, { Item, Section, Submenu, Separator });
