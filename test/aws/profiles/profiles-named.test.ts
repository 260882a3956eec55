import { describe, expect, it } from "vitest";
import { profilesNamed } from "../../../src/aws/profiles/profiles-named";

const NAMES = ["dev", "Dev", "dev-admin", "prod", "Production", "prod-eu", "Staging"];

describe("a profile's name as it is typed", () => {
  it.each([
    ["names the one that is written so", "dev", ["dev"]],
    ["names the one that is written so, though others begin so", "prod", ["prod"]],
    ["does not depend on upper and lower case", "staging", ["Staging"]],
    ["may be a beginning", "stag", ["Staging"]],
    ["may be a beginning in another case", "PRODU", ["Production"]],
    ["may have blanks around it", " staging ", ["Staging"]],
    ["is that of several where they differ in upper and lower case alone", "DEV", ["dev", "Dev"]],

    ["counts as the whole name before it counts as a beginning", "PROD", ["prod"]],
    ["is nobody's where it is the middle of a name", "admin", []],
    ["is nobody's where it is blank", " ", []],
  ])("%s", (_, typed, named) => {
    expect(profilesNamed(typed, NAMES)).toEqual(named);
  });

  it("is that of several where more than one begins so", () => {
    expect(profilesNamed("Prod", ["prod-eu", "prod-us", "dev"])).toEqual(["prod-eu", "prod-us"]);
  });
});
