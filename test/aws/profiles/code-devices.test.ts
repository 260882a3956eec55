import { describe, expect, it } from "vitest";
import { codeDevices } from "../../../src/aws/profiles/code-devices";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { configOf } from "../config-of";

const CONFIG = `[profile plain]
[profile role-of-one]
role_arn = arn:aws:iam::222222222222:role/One
source_profile = one
[profile one]
mfa_serial = SERIAL1
[profile two]
mfa_serial = SERIAL2
[profile three]
mfa_serial = SERIAL3
[profile broken]
role_arn = arn:aws:iam::222222222222:role/One
source_profile = nobody
mfa_serial = SERIAL4
`;
const ENTRIES = listProfiles(configOf(CONFIG), new Map(), new Date("2026-01-01T12:00:00Z"));

/** The profiles whose sessions are offered, one for each device. */
function offered(asked?: string, recent: readonly string[] = []): string[] {
  return codeDevices(ENTRIES, asked, recent).map(({ entry }) => entry.name);
}

describe("the devices of the config", () => {
  it("are each there once, under their user, in the order of the files", () => {
    expect(offered()).toEqual(["one", "two", "three"]);
  });

  it("start the session of the role that is asked for", () => {
    expect(offered("role-of-one")).toEqual(["role-of-one", "two", "three"]);
  });

  it.each([
    ["the last one used in front", ["SERIAL3"], ["three", "one", "two"]],
    ["by their last use", ["SERIAL2", "SERIAL3"], ["two", "three", "one"]],
    ["whatever was used that is not there any more", ["GONE", "SERIAL2"], ["two", "one", "three"]],
  ])("are in order, %s", (_, recent, profiles) => {
    expect(offered(undefined, recent)).toEqual(profiles);
  });
});
