import type * as Raycast from "@raycast/api";

type Shortcut = Raycast.Keyboard.Shortcut;
type Modifier = Raycast.Keyboard.KeyModifier;
type Key = Raycast.Keyboard.KeyEquivalent;

const on = (key: Key, ...modifiers: Modifier[]): Shortcut => ({ modifiers, key });

/** Shortcuts that are the same throughout Raycast (macOS). */
export const Keyboard: { Shortcut: { Common: typeof Raycast.Keyboard.Shortcut.Common } } = {
  Shortcut: {
    Common: {
      Copy: on("c", "cmd", "shift"),
      CopyDeeplink: on("c", "cmd", "shift"),
      CopyName: on(".", "cmd", "shift"),
      CopyPath: on(",", "cmd", "shift"),
      Save: on("s", "cmd"),
      Duplicate: on("d", "cmd"),
      Edit: on("e", "cmd"),
      MoveDown: on("arrowDown", "cmd", "shift"),
      MoveUp: on("arrowUp", "cmd", "shift"),
      New: on("n", "cmd"),
      Open: on("o", "cmd"),
      OpenWith: on("o", "cmd", "shift"),
      Pin: on("p", "cmd", "shift"),
      Refresh: on("r", "cmd"),
      Remove: on("x", "ctrl"),
      RemoveAll: on("x", "ctrl", "shift"),
      ToggleQuickLook: on("y", "cmd"),
    },
  },
};

const modifierOrder = ["cmd", "ctrl", "opt", "shift"] as const;
const keysOfDom: Record<string, string> = {
  " ": "space",
  Enter: "return",
  Backspace: "backspace",
  Delete: "deleteForward",
  Escape: "escape",
  Tab: "tab",
};
const domKeys: Record<string, string> = {
  ...Object.fromEntries(Object.entries(keysOfDom).map(([dom, key]) => [key, dom])),
  ...Object.fromEntries(
    ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"].map((dom) => [camel(dom), dom]),
  ),
  pageUp: "PageUp",
  pageDown: "PageDown",
};
const sameKey: Record<string, string> = { enter: "return", delete: "backspace" };

function camel(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1);
}

function text(modifiers: readonly string[], key: string): string {
  const pressed = new Set(modifiers.map((modifier) => (modifier === "alt" ? "opt" : modifier)));
  return [...modifierOrder.filter((modifier) => pressed.has(modifier)), sameKey[key] ?? key].join("+");
}

/** A shortcut as one comparable word, such as "cmd+shift+c"; of a shortcut per platform, that of macOS. */
export function shortcutText(shortcut: Shortcut): string {
  const { modifiers, key } = "macOS" in shortcut ? shortcut.macOS : shortcut;
  return text(modifiers, key);
}

/** The keys that a DOM event says are down, in the same words as {@link shortcutText}. */
export function pressedKeys(event: KeyboardEvent): string {
  const modifiers = [
    event.metaKey ? ["cmd"] : [],
    event.ctrlKey ? ["ctrl"] : [],
    event.altKey ? ["opt"] : [],
    event.shiftKey ? ["shift"] : [],
  ].flat();
  const key = keysOfDom[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : camel(event.key));
  return text(modifiers, key);
}

const heldKeys: Record<string, string> = { cmd: "Meta", ctrl: "Control", opt: "Alt", shift: "Shift" };

/** The input for `userEvent.keyboard` that presses a shortcut such as "cmd+shift+c". */
export function keystrokes(shortcut: string): string {
  const modifiers = shortcut.split("+").slice(0, -1);
  const key = shortcut.split("+").at(-1) ?? "";
  const named = domKeys[sameKey[key] ?? key];
  const stroke = named === undefined ? key.replaceAll(/[{[]/g, "$&$&") : `{${named === " " ? " " : named}}`;
  const held = modifiers.map((modifier) => heldKeys[modifier] ?? modifier);
  const down = held.map((modifier) => `{${modifier}>}`).join("");
  const up = held.map((modifier) => `{/${modifier}}`).join("");
  return down + stroke + up;
}
