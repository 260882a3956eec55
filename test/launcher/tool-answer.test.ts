import { describe, expect, it } from "vitest";
import { ProblemError } from "../../src/aws/problem";
import { Refusal } from "../../src/aws/refusal";
import { toolAnswer } from "../../src/launcher/tool-answer";

describe("what a tool says", () => {
  it("is what its work gives", async () => {
    expect(await toolAnswer(async () => ({ profiles: [] }))).toEqual({ profiles: [] });
  });

  it.each([
    ["a refusal", new Refusal("No profile is called so."), "No profile is called so."],
    [
      "a problem",
      new ProblemError({ kind: "unknown-profile", profile: "gone" }),
      'No profile is called "gone". Choose one of the list, or add [profile gone] to the config.',
    ],
    [
      "an unforeseen error, whose text may hold a secret",
      new TypeError("with a secret"),
      "Something unforeseen happened (TypeError). Try again, and report it if it stays.",
    ],
  ])("is a sentence of %s", async (_, error, sentence) => {
    expect(await toolAnswer(() => Promise.reject(error))).toBe(sentence);
  });
});
