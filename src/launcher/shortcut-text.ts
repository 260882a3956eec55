/** A shortcut that is the same on every platform. */
interface PlainShortcut {
  readonly modifiers: readonly ("cmd" | "ctrl" | "opt" | "shift")[];
  readonly key: string;
}

const SYMBOLS = { cmd: "⌘", ctrl: "⌃", opt: "⌥", shift: "⇧" } as const;
const WORDS = { cmd: "Ctrl", ctrl: "Ctrl", opt: "Alt", shift: "Shift" } as const;

/**
 * A shortcut as the keyboards of a platform have it.
 *
 * @example
 * shortcutText({ modifiers: ["cmd", "shift"], key: "v" }, "darwin"); // "⌘⇧V"
 * shortcutText({ modifiers: ["cmd", "shift"], key: "v" }, "linux"); // "Ctrl+Shift+V"
 */
export function shortcutText({ modifiers, key }: PlainShortcut, platform: string = process.platform): string {
  const name = key.toUpperCase();
  if (platform === "darwin") return [...modifiers.map((modifier) => SYMBOLS[modifier]), name].join("");
  return [...modifiers.map((modifier) => WORDS[modifier]), name].join("+");
}
