import { expect, it } from "vitest";
import { firstFew } from "../../src/aws/first-few";

it.each([
  [["a"], "a"],
  [["a", "b", "c", "d", "e", "f"], "a, b, c, d, e, f"],
  [["a", "b", "c", "d", "e", "f", "g", "h"], "a, b, c, d, e, f and 2 more"],
])("a list is as long as there is room for it", (texts, text) => {
  expect(firstFew(texts)).toBe(text);
});
