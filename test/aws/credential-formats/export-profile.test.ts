import { describe, expect, it } from "vitest";
import { exportProfile } from "../../../src/aws/credential-formats/export-profile";
import { missingTools } from "../../required-tools";
import { AWKWARD_VALUES } from "./awkward-values";
import { BASH, environmentAfter, FISH, ZSH } from "./shells";

const shells = [BASH, ZSH, FISH].filter(
  ({ program }) => missingTools(`choosing a profile in ${program}`, program).length === 0,
);

describe("the export of a profile", () => {
  it("has quotes where the name needs them", () => {
    expect(exportProfile("demo-role2")).toBe("export AWS_PROFILE=demo-role2");
    expect(exportProfile("two words")).toBe("export AWS_PROFILE='two words'");
  });
});

describe.each(shells)("the export of a profile in $title", (shell) => {
  it.each(AWKWARD_VALUES)("chooses the profile of that name: %s", (_what, name) => {
    expect(environmentAfter(shell, exportProfile(name))).toEqual({ AWS_PROFILE: name });
  });
});
