import { describe, expect, it } from "vitest";
import { plainMarkdown } from "../../src/components/plain-markdown";

describe("plain Markdown", () => {
  it.each([
    ["a profile's header as it is", "Add a [profile …] section", "Add a [profile …] section"],
    ["no emphasis", "**a**", "\\*\\*a\\*\\*"],
    ["no code", "`a`", "\\`a\\`"],
    ["no HTML", "<img src=x>", "\\<img src=x>"],
    ["no link", "[a](https://evil.example)", "[a\\](https://evil.example)"],
    ["no picture", "![a](https://evil.example/a.png)", "![a\\](https://evil.example/a.png)"],
    ["no link by reference", "[a][b]", "[a\\][b]"],
    ["backslashes", "C:\\a", "C:\\\\a"],
  ])("has %s", (_, text, plain) => {
    expect(plainMarkdown(text)).toBe(plain);
  });
});
