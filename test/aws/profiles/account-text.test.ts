import { describe, expect, it } from "vitest";
import { accountText } from "../../../src/aws/profiles/account-text";

describe("an account", () => {
  it.each([
    ["is its id", "333333333333", "333333333333"],
    ["is its id with what it is called", "111111111111", "111111111111 (Production)"],
    ["is what was written, whatever that is", "constructor", "constructor"],
  ])("%s", (_, accountId, text) => {
    expect(accountText(accountId, new Map([["111111111111", "Production"]]))).toBe(text);
  });
});
