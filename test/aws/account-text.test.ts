import { describe, expect, it } from "vitest";
import { accountText } from "../../src/aws/account-text";

describe("an account", () => {
  it.each([
    ["is its id", {}, "333333333333"],
    ["is its id with what it is called", { "333333333333": "Production" }, "333333333333 (Production)"],
    ["is not called as another", { "111111111111": "Production" }, "333333333333"],
  ])("%s", (_, aliases, text) => {
    expect(accountText("333333333333", aliases)).toBe(text);
  });
});
