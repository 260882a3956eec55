import type * as Raycast from "@raycast/api";
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { host } from "./host";
import { DrawnImage } from "./image";
import { pressedKeys, shortcutText } from "./keyboard";

/** What the actions of one panel must agree on. */
interface Panel {
  /** The shortcuts taken, with the title of the action that has each. */
  shortcuts: Map<string, string>;
  /** Whether its actions have icons; both, if some do and some do not. */
  icons: Set<boolean>;
}

const PanelContext = createContext<Panel | undefined>(undefined);

interface PanelItemProps {
  title: string;
  icon: Raycast.Image.ImageLike | undefined | null;
  shortcut: Raycast.Keyboard.Shortcut | undefined | null;
  style?: Raycast.Action.Style | undefined;
  isOpen?: boolean;
  onTrigger: () => void;
}

/** One line of an action panel. */
export function PanelItem({ title, icon, shortcut, style, isOpen, onTrigger }: PanelItemProps): ReactElement {
  const panel = useContext(PanelContext);
  if (!title) throw new Error("An action needs a title");
  if (panel === undefined) throw new Error(`The action "${title}" is drawn outside of an ActionPanel`);
  const keys = shortcut ? shortcutText(shortcut) : undefined;

  useLayoutEffect(() => {
    if (keys === undefined) return;
    const other = panel.shortcuts.get(keys);
    if (other !== undefined) throw new Error(`"${title}" and "${other}" have the same shortcut ${keys} in one panel`);
    panel.shortcuts.set(keys, title);
    return () => {
      panel.shortcuts.delete(keys);
    };
  }, [panel, keys, title]);

  const hasIcon = Boolean(icon);
  useLayoutEffect(() => {
    panel.icons.add(hasIcon);
    if (panel.icons.size > 1) host.warn(`Beside "${title}", some actions have an icon and some have none`);
  }, [panel, hasIcon, title]);

  return (
    <button
      type="button"
      role="menuitem"
      aria-label={title}
      aria-haspopup={isOpen === undefined ? undefined : "menu"}
      aria-expanded={isOpen}
      data-shortcut={keys}
      data-style={style}
      // The panel acts on what is selected or focused, so a click must leave the focus where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTrigger}
    >
      <DrawnImage image={icon} />
      {title}
    </button>
  );
}

function Section({ title, children }: Raycast.ActionPanel.Section.Props): ReactElement {
  return (
    <div role="group" aria-label={title}>
      {children}
    </div>
  );
}

function Submenu({ title, icon, shortcut, children, onOpen }: Raycast.ActionPanel.Submenu.Props): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const panel = useMemo<Panel>(() => ({ shortcuts: new Map(), icons: new Set() }), []);
  const toggle = () => {
    setOpen(!isOpen);
    if (!isOpen) onOpen?.();
  };
  return (
    <>
      <PanelItem title={title} icon={icon} shortcut={shortcut} isOpen={isOpen} onTrigger={toggle} />
      {isOpen && (
        <PanelContext value={panel}>
          <div role="menu" aria-label={title} onClick={() => setOpen(false)}>
            {children}
          </div>
        </PanelContext>
      )}
    </>
  );
}

function Panel({ title, children }: Raycast.ActionPanel.Props): ReactElement {
  const id = useId();
  const panel = useMemo<Panel>(() => ({ shortcuts: new Map(), icons: new Set() }), []);
  return (
    <PanelContext value={panel}>
      <div role="menu" id={id} aria-label={title ?? "Actions"}>
        {children}
      </div>
    </PanelContext>
  );
}

/** The actions of the selected item, the form or the detail; always drawn open. */
export const ActionPanel = Object.assign(Panel, { Section, Submenu });

/** Where a view draws the panel that is in force. */
export function ActionBar({
  ref,
  children,
}: {
  ref?: (bar: HTMLElement | null) => void;
  children?: ReactNode;
}): ReactElement {
  return (
    <aside aria-label="Actions" data-action-bar ref={ref}>
      {children}
    </aside>
  );
}

/** The actions that can be triggered now: those of the submenu that is open, else those of the panel. */
export function reachableActions(scope: ParentNode | null | undefined): HTMLElement[] {
  const menus = [...(scope?.querySelectorAll<HTMLElement>('[data-action-bar] [role="menu"]') ?? [])];
  const innermost = menus.at(-1);
  if (innermost === undefined) return [];
  const items = [...innermost.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  return items.filter((item) => item.closest('[role="menu"]') === innermost);
}

/** Triggers the action that the pressed keys stand for; false if there is none. */
export function triggerAction(scope: ParentNode | null, event: KeyboardEvent, ranked: readonly string[]): boolean {
  const actions = reachableActions(scope);
  const keys = pressedKeys(event);
  // The first two actions have shortcuts by rank, whatever else they declare.
  const byRank = ranked.indexOf(keys);
  const action = byRank >= 0 ? actions[byRank] : actions.find(({ dataset }) => dataset.shortcut === keys);
  action?.click();
  return action !== undefined;
}

/** Closes the submenu that is open; false if none is. */
export function closeSubmenu(scope: ParentNode | null): boolean {
  const expanded = [...(scope?.querySelectorAll<HTMLElement>('[role="menuitem"][aria-expanded="true"]') ?? [])].at(-1);
  expanded?.click();
  return expanded !== undefined;
}
