import { describe, expect, it } from "vitest";
import { hasAllWords } from "../../src/aws/search-words";

describe("a text", () => {
  it.each([
    ["line 12", true],
    ["12 line", true],
    ["CONFIG 12", true],
    ["line 13", false],
    ["", true],
  ])("has all words of %j: %s", (query, expected) => {
    expect(hasAllWords(query, "~/.aws/config, line 12")).toBe(expected);
  });
});
