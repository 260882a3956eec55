import { describe, expect, it } from "vitest";
import { parseSessionTags, parseTagKeys } from "../../../../src/aws/chain/plan/session-tags";

describe("session_tags", () => {
  it.each([
    ["team=blue", [["team", "blue"]]],
    [
      "team=blue,cost-center=42",
      [
        ["team", "blue"],
        ["cost-center", "42"],
      ],
    ],
    [
      " team = blue , stage = test ",
      [
        ["team", "blue"],
        ["stage", "test"],
      ],
    ],
    ["query=a=1", [["query", "a=1"]]],
    ["team=", [["team", ""]]],
    ["team=two words", [["team", "two words"]]],
    ["team=blue,team=red", [["team", "red"]]],
    ["constructor=x", [["constructor", "x"]]],
  ])("%s", (text, tags) => {
    expect(parseSessionTags(text)).toEqual(tags.map(([key, value]) => ({ key, value })));
  });

  it.each(["blue", "=blue", " =blue", "team=blue,", ",team=blue", "team=blue,,stage=test", "team=blue,red", ",", ""])(
    "are no list of tags: '%s'",
    (text) => {
      expect(parseSessionTags(text)).toBeUndefined();
    },
  );
});

describe("session_tags that STS would refuse", () => {
  const many = (count: number): string => Array.from({ length: count }, (_, index) => `tag${index}=x`).join(",");

  it.each([
    ["more than 50", many(50), many(51)],
    ["keys of more than 128 characters", `${"k".repeat(128)}=x`, `${"k".repeat(129)}=x`],
    ["values of more than 256 characters", `k=${"v".repeat(256)}`, `k=${"v".repeat(257)}`],
    ["keys that differ in case only", "team=blue,teams=red", "team=blue,Team=red"],
  ])("are told beforehand: %s", (_what, allowed, refused) => {
    expect(parseSessionTags(allowed)).toBeDefined();
    expect(parseSessionTags(refused)).toBeUndefined();
  });
});

describe("transitive_session_tags", () => {
  it.each([
    ["team", ["team"]],
    ["team,stage", ["team", "stage"]],
    [" team , stage ", ["team", "stage"]],
    ["team,,stage,", ["team", "stage"]],
    [" , ", []],
    ["", []],
  ])("'%s'", (text, keys) => {
    expect(parseTagKeys(text)).toEqual(keys);
  });
});
