import { expect, it } from "vitest";
import { listProfiles } from "../../../src/aws/profiles/profile-list";
import { rolesOpenedBy } from "../../../src/aws/profiles/roles-opened-by";
import { configOf } from "../config-of";
import { planOf } from "../plan-of";

const CONFIG = `[profile user]
mfa_serial = SERIAL1
[profile other]
mfa_serial = SERIAL2
[profile one]
role_arn = arn:aws:iam::111111111111:role/One
source_profile = user
[profile two]
role_arn = arn:aws:iam::222222222222:role/Two
source_profile = one
[profile own-code]
role_arn = arn:aws:iam::333333333333:role/Long
source_profile = user
duration_seconds = 14400
[profile of-other]
role_arn = arn:aws:iam::444444444444:role/Three
source_profile = other
[profile broken]
role_arn = arn:aws:iam::555555555555:role/Five
source_profile = nobody
`;

it.each([
  ["the user", "user", ["one", "two"]],
  ["another user", "other", ["of-other"]],
  ["a role behind the user", "two", ["one", "two"]],
  ["a role that takes the code itself", "own-code", ["own-code"]],
])("a code of %s opens the roles whose chain begins with the same session", (_, profile, roles) => {
  const entries = listProfiles(configOf(CONFIG), new Map(), new Date("2026-01-01T12:00:00Z"));
  expect(rolesOpenedBy(planOf(CONFIG, profile), entries).map(({ name }) => name)).toEqual(roles);
});
