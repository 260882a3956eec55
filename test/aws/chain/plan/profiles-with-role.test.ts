import { expect, it } from "vitest";
import { profilesWithRole } from "../../../../src/aws/chain/plan/profiles-with-role";
import { configOf } from "../../config-of";
import { planOf } from "../../plan-of";

const CONFIG = `[profile user]
[profile other]
[profile in-file]
aws_access_key_id = AKIAEXAMPLE
aws_secret_access_key = s
[profile one]
role_arn = arn:aws:iam::111111111111:role/One
source_profile = user
[profile two]
role_arn = arn:aws:iam::222222222222:role/Two
source_profile = one
[profile of-other]
role_arn = arn:aws:iam::333333333333:role/Three
source_profile = other
[profile of-file]
role_arn = arn:aws:iam::444444444444:role/Four
source_profile = in-file
[profile broken]
role_arn = arn:aws:iam::555555555555:role/Five
source_profile = nobody
`;

it.each([
  ["user", ["one", "two"]],
  ["other", ["of-other"]],
  ["in-file", ["of-file"]],
])("the roles behind %s are those whose chain starts from its key, and nobody else's", (user, roles) => {
  expect(profilesWithRole(configOf(CONFIG), planOf(CONFIG, user).source)).toEqual(roles);
});
