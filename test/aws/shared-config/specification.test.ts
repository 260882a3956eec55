import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { sharedJson } from "../../shared-data";
import { configOf } from "../config-of";
import { profilesOf, ssoSessionsOf, stated } from "./sections";

const sectionsSchema = v.record(v.string(), v.record(v.string(), v.string()));

const specification = sharedJson(
  "vectors/smithy-rs/profile-parser-tests.json",
  v.object({
    tests: v.array(
      v.strictObject({
        name: v.string(),
        input: v.strictObject({
          configFile: v.optional(v.string(), ""),
          credentialsFile: v.optional(v.string(), ""),
        }),
        output: v.union([
          v.strictObject({
            config: v.strictObject({ profiles: sectionsSchema, sso_sessions: v.optional(sectionsSchema, {}) }),
          }),
          v.strictObject({ errorContaining: v.string() }),
        ]),
      }),
    ),
  }),
);

/** The AWS CLI takes a colon, and so it is taken here. */
const COLON = "Expected an '=' sign defining a property";

/** What the specification refuses a file for, and what is said here of the one line that is to blame. */
const DIAGNOSTICS: ReadonlyMap<string, RegExp> = new Map([
  ["Profile definition must end with ']'", /^error: The section header is not closed/],
  ["Expected a profile definition", /^warning: The setting stands under no section|^error: The line is neither/],
  ["Expected a property definition", /^error: The line is neither a section, a setting nor a comment/],
  ["Expected a property definition, found continuation", /^error: The line is neither a section, a setting nor/],
  ["Property did not have a name", /^error: The line is neither a section, a setting nor a comment/],
  [COLON, /^warning: The setting is written with a colon/],
  ["Expected an '=' sign defining a sub-property", /^error: The line below a setting without a value is no sub-/],
  ["Sub-property did not have a name", /^error: The line below a setting without a value is no sub-setting/],
]);

const readings = specification?.tests.flatMap(({ name, input, output }) =>
  "config" in output ? [{ name, input, ...output.config }] : [],
);
const refusals = specification?.tests.flatMap(({ name, input, output }) =>
  "errorContaining" in output ? [{ name, input, error: output.errorContaining }] : [],
);

describe.skipIf(!specification)("the cross-SDK specification of the shared files", () => {
  it("has 65 cases, 10 of which refuse the file", () => {
    expect([readings?.length, refusals?.length]).toEqual([55, 10]);
  });

  it.each(readings ?? [])("reads: $name", ({ input, profiles, sso_sessions }) => {
    const config = configOf(input.configFile, input.credentialsFile);
    expect(profilesOf(config)).toEqual(stated(profiles));
    expect(ssoSessionsOf(config)).toEqual(stated(sso_sessions));
  });

  // In all of these cases it is the last line that is wrong.
  describe.each(refusals ?? [])("refuses, where here a line is found wrong: $name", ({ input, error }) => {
    const text = input.configFile;
    const above = text.split("\n").slice(0, -1).join("\n");

    it("which is named in the specification's sense", () => {
      const found = configOf(text).diagnostics.filter(({ line }) => line === text.split("\n").length);
      expect(found.map(({ severity, message }) => `${severity}: ${message}`)).toContainEqual(
        expect.stringMatching(DIAGNOSTICS.get(error) ?? `a rule for ${error}`),
      );
    });

    it("while what stands around it loads", () => {
      const profiles = new Map(profilesOf(configOf(above)));
      if (error === COLON) profiles.set("foo", new Map([["key", "value"]]));
      profiles.set("after", new Map([["region", "eu-west-1"]]));
      expect(profilesOf(configOf(`${text}\n[profile after]\nregion = eu-west-1`))).toEqual(profiles);
    });
  });
});
