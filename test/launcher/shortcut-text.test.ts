import { describe, expect, it } from "vitest";
import { shortcutText } from "../../src/launcher/shortcut-text";

describe("a shortcut", () => {
  it.each([
    ["darwin", "⌘⇧V"],
    ["linux", "Ctrl+Shift+V"],
    ["win32", "Ctrl+Shift+V"],
  ])("is written as the keyboards of %s have it", (platform, text) => {
    expect(shortcutText({ modifiers: ["cmd", "shift"], key: "v" }, platform)).toBe(text);
  });
});
