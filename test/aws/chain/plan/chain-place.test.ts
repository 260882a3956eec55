import { describe, expect, it } from "vitest";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { configOf, inheritingConfigOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { ROLE_A, ROLE_B, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const USER = "[profile user]\n";
const CHINA = "arn:aws-cn:iam::111111111111:role/A";

describe("region and partition", () => {
  const govCloud = "arn:aws-us-gov:iam::111111111111:role/A";
  const chineseDevice = "mfa_serial = arn:aws-cn:iam::111111111111:mfa/user\n";

  it.each([
    [
      "are the selected profile's",
      USER + roleProfile("a", ROLE_A, "user", "region = eu-west-1"),
      "a",
      "eu-west-1",
      "aws",
    ],
    [
      "are not the source's",
      "[profile user]\nregion = eu-west-1\n" + roleProfile("a", ROLE_A, "user"),
      "a",
      "us-east-1",
      "aws",
    ],
    [
      "are not those of the default profile",
      "[default]\nregion = eu-west-1\n" + USER + roleProfile("a", ROLE_A, "user"),
      "a",
      "us-east-1",
      "aws",
    ],
    ["are known without a region: commercial", USER + roleProfile("a", ROLE_A, "user"), "a", "us-east-1", "aws"],
    ["are known without a region: China", USER + roleProfile("a", CHINA, "user"), "a", "cn-northwest-1", "aws-cn"],
    [
      "are known without a region: GovCloud",
      USER + roleProfile("a", govCloud, "user"),
      "a",
      "us-gov-west-1",
      "aws-us-gov",
    ],
    [
      "are the role's: China",
      USER + roleProfile("a", CHINA, "user", "region = cn-north-1"),
      "a",
      "cn-north-1",
      "aws-cn",
    ],
    [
      "are the role's: GovCloud",
      USER + roleProfile("a", govCloud, "user", "region = us-gov-east-1"),
      "a",
      "us-gov-east-1",
      "aws-us-gov",
    ],
    [
      "are the role's where the region is another partition's",
      USER + roleProfile("a", CHINA, "user", "region = eu-west-1"),
      "a",
      "cn-northwest-1",
      "aws-cn",
    ],
    ["are the device's for a user", `${USER}${chineseDevice}`, "user", "cn-northwest-1", "aws-cn"],
    ["are the region's for a user without a device", `${USER}region = cn-north-1\n`, "user", "cn-north-1", "aws-cn"],
    [
      "are the region's for a user with a hardware device",
      `${USER}mfa_serial = GAHT12345678\nregion = us-gov-east-1\n`,
      "user",
      "us-gov-east-1",
      "aws-us-gov",
    ],
    ["are commercial where nothing tells", USER, "user", "us-east-1", "aws"],
  ])("%s", (_what, config, profile, region, partition) => {
    const plan = planOf(config, profile);
    expect([plan.region, plan.partition.id]).toEqual([region, partition]);
  });
});

describe("who chose the region", () => {
  it.each([
    [
      "is the selected profile",
      USER + roleProfile("a", ROLE_A, "user", "region = eu-west-1"),
      { kind: "profile", declaredBy: "a", file: FILE, line: 5 },
    ],
    [
      "is the profile that lends it",
      `${USER}${roleProfile("a", ROLE_A, "user", "include_profile = b")}[profile b]\nregion = eu-west-1\n`,
      { kind: "profile", declaredBy: "b", file: FILE, line: 7 },
    ],
    ["is the partition where no profile names one", USER + roleProfile("a", ROLE_A, "user"), { kind: "partition" }],
    [
      "is the partition where the profile names one of another",
      USER + roleProfile("a", CHINA, "user", "region = eu-west-1"),
      { kind: "partition" },
    ],
  ])("%s", (_what, config, regionFrom) => {
    expect(planOf(config, "a").regionFrom).toEqual(regionFrom);
  });
});

describe("what the partition was read from", () => {
  const token = `role_arn = ${CHINA}\nweb_identity_token_file = /t\n`;

  it.each([
    ["the last role", USER + roleProfile("b", ROLE_B, "user") + roleProfile("a", CHINA, "b"), "aws-cn", "role_arn"],
    ["a role assumed with a token", `[profile a]\n${token}`, "aws-cn", "role_arn"],
    [
      "the last role, before one assumed with a token",
      `[profile b]\n${token}${roleProfile("a", ROLE_A, "b")}`,
      "aws",
      "role_arn",
    ],
    ["the device", "[profile a]\nmfa_serial = arn:aws-cn:iam::1:mfa/u\nregion = eu-west-1\n", "aws-cn", "mfa_serial"],
    ["the region", "[profile a]\nregion = cn-north-1\n", "aws-cn", "region"],
    [
      "the region, where the device is in no partition that is known",
      "[profile a]\nmfa_serial = arn:aws-tomorrow:iam::1:mfa/u\nregion = cn-north-1\n",
      "aws-cn",
      "region",
    ],
    ["nothing", "[profile a]\n", "aws", "default"],
  ])("%s", (_what, config, id, partitionFrom) => {
    expect(planOf(config, "a")).toMatchObject({ partition: { id }, partitionFrom });
  });
});

it("tells of a region that the partition does not have", () => {
  const config = USER + roleProfile("a", CHINA, "user", "region = eu-west-1");
  expect(planOf(config, "a").diagnostics).toEqual([
    {
      severity: "warning",
      profile: "a",
      file: FILE,
      line: 5,
      message:
        'region = eu-west-1 of "a" is not in the partition aws-cn that its ARNs name, so cn-northwest-1 is used.',
      hint: "Write a region of aws-cn.",
    },
  ]);
});

describe("there is no plan", () => {
  it.each([
    [
      "where the last role is in a partition that is not supported",
      `[profile a]\nrole_arn = arn:aws-tomorrow:iam::111111111111:role/A\nweb_identity_token_file = /t\n`,
      { kind: "unknown-partition", profile: "a", partition: "aws-tomorrow" },
    ],
    [
      "where a region that is lent is no region's name",
      "[profile b]\nregion = Ireland\n[profile a]\ninclude_profile = b\n",
      { kind: "unknown-region", profile: "b", selected: "a", region: "Ireland", file: FILE, line: 2 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(planChain(configOf(config), "a")).toMatchObject({ problem });
  });

  it("where the region of [default] is no region's name, for those who inherit it only", () => {
    const config = "[default]\nregion = Ireland\n[profile a]\noutput = json\n";
    expect(planChain(configOf(config), "a")).toHaveProperty("plan");
    expect(planChain(inheritingConfigOf(config), "a")).toEqual({
      problem: { kind: "unknown-region", profile: "default", selected: "a", region: "Ireland", file: FILE, line: 2 },
    });
  });
});
