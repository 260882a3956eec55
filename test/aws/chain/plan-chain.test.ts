import { describe, expect, it } from "vitest";
import { type MfaDevice, roleHops, type SourceRule, targetRole } from "../../../src/aws/chain/chain-plan";
import { planChain } from "../../../src/aws/chain/plan-chain";
import { type PlanProblem } from "../../../src/aws/chain/plan-problem";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";
import { planOf } from "../plan-of";

const ROLE_A = "arn:aws:iam::111111111111:role/A";
const ROLE_B = "arn:aws:iam::222222222222:role/B";
const ROLE_C = "arn:aws:iam::333333333333:role/C";
const DEVICE = "arn:aws:iam::999999999999:mfa/user";

const USER = "[profile user]\n";
const USER_WITH_DEVICE = `[profile user]\nmfa_serial = ${DEVICE}\n`;

/** A role's profile, with any further lines. */
function role(name: string, arn: string, source: string, ...lines: string[]): string {
  return [`[profile ${name}]`, `role_arn = ${arn}`, `source_profile = ${source}`, ...lines, ""].join("\n");
}

function problemOf(config: string, profile: string, credentials?: string): PlanProblem | undefined {
  const result = planChain(configOf(config, credentials), profile);
  return "problem" in result ? result.problem : undefined;
}

/** The calls of a plan in short: what is called, for which profile, with whose device, for how many seconds. */
function calls(config: string, profile: string, credentials?: string): string[] {
  return planOf(config, profile, credentials).hops.map(({ kind, profile: of, device, durationSeconds }) =>
    [kind, of, ...(device ? [`code of ${device.declaredBy}`] : []), durationSeconds].join(" "),
  );
}

describe("the article's config", () => {
  it("leads demo-role2 from the user's stored key through both roles", () => {
    const device: MfaDevice = {
      serial: "arn:aws:iam::111111111111:mfa/demo-user",
      declaredBy: "demo-user",
      process: undefined,
      file: "~/.aws/config",
      line: 7,
    };
    const plan = planOf(articleConfig, "demo-role2");
    expect(plan).toMatchObject({
      profile: "demo-role2",
      source: { kind: "stored-key", profile: "demo-user", rule: "no-source-named" },
      region: "ap-northeast-1",
      partition: { id: "aws" },
    });
    expect(plan.hops).toEqual([
      { kind: "user-session", profile: "demo-user", device, durationSeconds: 43_200 },
      {
        kind: "role",
        profile: "demo-role1",
        role: {
          arn: "arn:aws:iam::222222222222:role/demo-role1",
          partition: "aws",
          accountId: "222222222222",
          roleName: "demo-role1",
        },
        sessionName: undefined,
        externalId: undefined,
        askedSeconds: undefined,
        durationSeconds: 3600,
        tags: [],
        transitiveTagKeys: [],
        sourceIdentity: undefined,
        device: undefined,
        file: "~/.aws/config",
        line: 15,
      },
      {
        kind: "role",
        profile: "demo-role2",
        role: {
          arn: "arn:aws:iam::333333333333:role/demo-role2",
          partition: "aws",
          accountId: "333333333333",
          roleName: "demo-role2",
        },
        sessionName: "demo-role2",
        externalId: undefined,
        askedSeconds: undefined,
        durationSeconds: 3600,
        tags: [],
        transitiveTagKeys: [],
        sourceIdentity: undefined,
        device: undefined,
        file: "~/.aws/config",
        line: 20,
      },
    ]);
  });

  it.each([
    ["default", ["user-session default 43200"]],
    ["demo-user", ["user-session demo-user code of demo-user 43200"]],
    ["demo-default", ["user-session demo-user code of demo-user 43200"]],
    ["demo-role1", ["user-session demo-user code of demo-user 43200", "role demo-role1 3600"]],
  ])("gives %s its calls", (profile, expected) => {
    expect(calls(articleConfig, profile)).toEqual(expected);
  });

  it("counts the roles as the depth and opens the last one", () => {
    const plan = planOf(articleConfig, "demo-role2");
    expect(roleHops(plan).map(({ profile }) => profile)).toEqual(["demo-role1", "demo-role2"]);
    expect(targetRole(plan)?.profile).toBe("demo-role2");
    expect(targetRole(planOf(articleConfig, "demo-user"))).toBeUndefined();
  });
});

describe("a role", () => {
  it("takes session name and external id from its own profile and no other", () => {
    const config =
      USER +
      role("b", ROLE_B, "user", "role_session_name = name-of-b", "external_id = id-of-b") +
      role("c", ROLE_C, "b");
    expect(roleHops(planOf(config, "c"))).toMatchObject([
      { profile: "b", sessionName: "name-of-b", externalId: "id-of-b" },
      { profile: "c", sessionName: undefined, externalId: undefined },
    ]);
  });

  it("may be described by either file or by both", () => {
    const plan = planOf(role("a", ROLE_A, "user"), "a", `[a]\nrole_arn = ${ROLE_B}\n[user]\n`);
    expect(targetRole(plan)?.role.arn).toBe(ROLE_B);
    expect(plan.source).toMatchObject({ kind: "stored-key", profile: "user" });
  });

  it("has the place of its role_arn", () => {
    const config = USER + "[profile a]\nsource_profile = user\n\n" + `role_arn = ${ROLE_A}`;
    expect(targetRole(planOf(config, "a"))).toMatchObject({ file: "~/.aws/config", line: 5 });
  });

  it("may stand behind any number of others", () => {
    const roles = Array.from({ length: 20 }, (_, index) =>
      role(`r${index + 1}`, `arn:aws:iam::111111111111:role/R${index + 1}`, index === 0 ? "user" : `r${index}`),
    );
    const names = roleHops(planOf(roles.toReversed().join("") + USER, "r20")).map(({ profile }) => profile);
    expect(names).toEqual(Array.from({ length: 20 }, (_, index) => `r${index + 1}`));
  });
});

describe("the key that a chain starts from", () => {
  const key = "aws_access_key_id = AKIAUSER\naws_secret_access_key = s\n";
  const session = "aws_access_key_id = ASIAUSER\naws_secret_access_key = s\naws_session_token = t\n";
  const stored = (profile: string, rule: SourceRule = "no-source-named") => ({ kind: "stored-key", profile, rule });
  const inFile = (
    profile: string,
    accessKeyId: string,
    lifetime: string,
    file: string,
    line: number,
    rule: SourceRule = "only-source",
  ) => ({ kind: "file-key", profile, rule, accessKeyId, lifetime, file, line });

  it.each([
    ["is the stored one where the files have none", USER, "user", undefined, stored("user")],
    [
      "is that of the credentials file",
      role("a", ROLE_A, "user"),
      "a",
      `[user]\n${key}`,
      inFile("user", "AKIAUSER", "long-term", "~/.aws/credentials", 2),
    ],
    [
      "is that of the config file",
      USER + key + role("a", ROLE_A, "user"),
      "a",
      undefined,
      inFile("user", "AKIAUSER", "long-term", "~/.aws/config", 2),
    ],
    [
      "is a session where a token stands beside it",
      USER,
      "user",
      `[user]\n${session}`,
      inFile("user", "ASIAUSER", "temporary", "~/.aws/credentials", 2),
    ],
    [
      "is the source's, not the selected profile's own",
      role("a", ROLE_A, "user", key),
      "a",
      `[user]\n${session}`,
      inFile("user", "ASIAUSER", "temporary", "~/.aws/credentials", 2),
    ],
    [
      "is the selected profile's own where it is its own source",
      role("a", ROLE_A, "a", key),
      "a",
      undefined,
      inFile("a", "AKIAUSER", "long-term", "~/.aws/config", 4, "own-source"),
    ],
    [
      "is that of aws-vault's profile",
      "[profile a]\ncredential_process = aws-vault exec user --json\n" + USER,
      "a",
      undefined,
      stored("user"),
    ],
    [
      "is that of aws-vault's profile, which may stand in the credentials file",
      "[profile a]\ncredential_process = aws-vault exec user --json\n",
      "a",
      `[user]\n${key}`,
      inFile("user", "AKIAUSER", "long-term", "~/.aws/credentials", 2),
    ],
    [
      "is its own where aws-vault is asked for the profile itself",
      "[profile user]\ncredential_process = aws-vault exec user --json\n",
      "user",
      undefined,
      stored("user", "asked-of-aws-vault"),
    ],
    [
      "is that of the credentials file rather than a credential_process",
      "[profile user]\ncredential_process = some-tool\n",
      "user",
      `[user]\n${key}`,
      inFile("user", "AKIAUSER", "long-term", "~/.aws/credentials", 2, "credentials-file-first"),
    ],
    [
      "is that of a credential_process rather than one in the config file",
      `[profile a]\ncredential_process = aws-vault exec user --json\n${key}` + USER,
      "a",
      undefined,
      stored("user"),
    ],
    [
      "is that of the default profile where it is named as source",
      role("a", ROLE_A, "default"),
      "a",
      `[default]\n${key}`,
      inFile("default", "AKIAUSER", "long-term", "~/.aws/credentials", 2),
    ],
  ])("%s", (_what, config, profile, credentials, source) => {
    expect(planOf(config, profile, credentials).source).toEqual(source);
  });

  it("hides the role of a profile that is reached as a source", () => {
    const config = role("b", ROLE_B, "user") + role("c", ROLE_C, "b") + USER;
    expect(calls(config, "c", `[b]\n${session}`)).toEqual(["role c 3600"]);
    expect(planOf(config, "c", `[b]\n${session}`).source).toMatchObject({ profile: "b", accessKeyId: "ASIAUSER" });
  });

  it("needs no call where it is a session and no role is behind it", () => {
    expect(calls(USER_WITH_DEVICE, "user", `[user]\n${session}`)).toEqual([]);
  });

  it("takes no device where it is a session", () => {
    const config = USER_WITH_DEVICE + role("a", ROLE_A, "user", "duration_seconds = 7200");
    expect(calls(config, "a", `[user]\n${session}`)).toEqual(["role a 3600"]);
  });
});

describe("the MFA device", () => {
  const own = "mfa_serial = arn:aws:iam::999999999999:mfa/other";

  it.each([
    ["is that of the user behind the chain", USER_WITH_DEVICE + role("a", ROLE_A, "user"), "user"],
    ["is that of the first role before that of the user", USER_WITH_DEVICE + role("a", ROLE_A, "user", own), "a"],
    ["is that of the first role where the user names none", USER + role("a", ROLE_A, "user", own), "a"],
    [
      "is that of a role which is its own source",
      role("a", ROLE_A, "a", own, "aws_access_key_id = AKIAUSER", "aws_secret_access_key = s"),
      "a",
    ],
    [
      "is that of the profile which asks aws-vault before that of the user",
      USER_WITH_DEVICE +
        `[profile vault]\ncredential_process = aws-vault exec user --json\n${own}\n` +
        role("a", ROLE_A, "vault"),
      "vault",
    ],
    [
      "is that of the user behind aws-vault",
      USER_WITH_DEVICE +
        "[profile vault]\ncredential_process = aws-vault exec user --json\n" +
        role("a", ROLE_A, "vault"),
      "user",
    ],
    [
      "is of the user whose key signs, not of a profile between two roles",
      role("a", ROLE_A, "vault") +
        `[profile vault]\ncredential_process = aws-vault exec b\n${own}\n` +
        role("b", ROLE_B, "user") +
        USER_WITH_DEVICE,
      "user",
    ],
  ])("%s", (_what, config, declaredBy) => {
    expect(planOf(config, "a").hops[0]?.device?.declaredBy).toBe(declaredBy);
  });

  it("may be a hardware device, named by its serial number", () => {
    const config = "[profile user]\nmfa_serial = GAHT12345678\n";
    expect(planOf(config, "user").hops[0]?.device).toMatchObject({ serial: "GAHT12345678", declaredBy: "user" });
  });

  it("of a role that a role assumes is left out, because a role has no device", () => {
    const config = USER + role("b", ROLE_B, "user") + role("c", ROLE_C, "b", own);
    expect(calls(config, "c")).toEqual(["role b 3600", "role c 3600"]);
  });

  it("is asked for once where every role names it", () => {
    const serial = `mfa_serial = ${DEVICE}`;
    const config = USER_WITH_DEVICE + role("b", ROLE_B, "user", serial) + role("c", ROLE_C, "b", serial);
    expect(calls(config, "c")).toEqual(["user-session user code of b 43200", "role b 3600", "role c 3600"]);
  });

  it("that is empty is none", () => {
    expect(calls(USER + role("a", ROLE_A, "user", "mfa_serial ="), "a")).toEqual(["role a 3600"]);
  });
});

describe("the calls", () => {
  const hours = (count: number): string => `duration_seconds = ${count * 3600}`;

  it.each([
    ["a user makes a session", USER, "user", ["user-session user 43200"]],
    ["a user with a device makes one with a code", USER_WITH_DEVICE, "user", ["user-session user code of user 43200"]],
    ["a role without a device needs no session before it", USER + role("a", ROLE_A, "user"), "a", ["role a 3600"]],
    [
      "a role with a device is assumed by the user's session, which other roles reuse",
      USER_WITH_DEVICE + role("a", ROLE_A, "user"),
      "a",
      ["user-session user code of user 43200", "role a 3600"],
    ],
    [
      "a single role of more than an hour takes the code itself",
      USER_WITH_DEVICE + role("a", ROLE_A, "user", hours(8)),
      "a",
      ["role a code of user 28800"],
    ],
    [
      "a single role of one hour leaves the code to the session",
      USER_WITH_DEVICE + role("a", ROLE_A, "user", hours(1)),
      "a",
      ["user-session user code of user 43200", "role a 3600"],
    ],
    ["a single role without a device has its hours", USER + role("a", ROLE_A, "user", hours(8)), "a", ["role a 28800"]],
    [
      "roles behind a session have an hour each",
      USER_WITH_DEVICE + role("b", ROLE_B, "user", hours(8)) + role("c", ROLE_C, "b", hours(8)),
      "c",
      ["user-session user code of user 43200", "role b 3600", "role c 3600"],
    ],
    [
      "without a device only the first role has its hours",
      USER + role("b", ROLE_B, "user", hours(8)) + role("c", ROLE_C, "b", hours(8)),
      "c",
      ["role b 28800", "role c 3600"],
    ],
    [
      "a role may ask for less than an hour",
      USER_WITH_DEVICE + role("a", ROLE_A, "user", "duration_seconds = 900"),
      "a",
      ["user-session user code of user 43200", "role a 900"],
    ],
  ])("%s", (_what, config, profile, expected) => {
    expect(calls(config, profile)).toEqual(expected);
  });

  it.each([
    ["0", 900],
    ["899", 900],
    ["900", 900],
    ["0900", 900],
    ["3600", 3600],
    ["43200", 43_200],
    ["43201", 43_200],
    ["99999999999999999999", 43_200],
    ["abc", 3600],
    ["1h", 3600],
    ["3600.5", 3600],
    ["-5", 3600],
    ["0x10", 3600],
    ["1_000", 3600],
    ["", 3600],
  ])("duration_seconds = %s asks for %i seconds", (value, seconds) => {
    const plan = planOf(USER + role("a", ROLE_A, "user", `duration_seconds = ${value}`), "a");
    expect(plan.hops[0]?.durationSeconds).toBe(seconds);
  });
});

describe("region and partition", () => {
  const china = "arn:aws-cn:iam::111111111111:role/A";
  const govCloud = "arn:aws-us-gov:iam::111111111111:role/A";
  const chineseDevice = "mfa_serial = arn:aws-cn:iam::111111111111:mfa/user\n";

  it.each([
    ["are the selected profile's", USER + role("a", ROLE_A, "user", "region = eu-west-1"), "a", "eu-west-1", "aws"],
    [
      "are not the source's",
      "[profile user]\nregion = eu-west-1\n" + role("a", ROLE_A, "user"),
      "a",
      "us-east-1",
      "aws",
    ],
    [
      "are not those of the default profile",
      "[default]\nregion = eu-west-1\n" + USER + role("a", ROLE_A, "user"),
      "a",
      "us-east-1",
      "aws",
    ],
    ["are known without a region: commercial", USER + role("a", ROLE_A, "user"), "a", "us-east-1", "aws"],
    ["are known without a region: China", USER + role("a", china, "user"), "a", "cn-northwest-1", "aws-cn"],
    ["are known without a region: GovCloud", USER + role("a", govCloud, "user"), "a", "us-gov-west-1", "aws-us-gov"],
    ["are the role's: China", USER + role("a", china, "user", "region = cn-north-1"), "a", "cn-north-1", "aws-cn"],
    [
      "are the role's: GovCloud",
      USER + role("a", govCloud, "user", "region = us-gov-east-1"),
      "a",
      "us-gov-east-1",
      "aws-us-gov",
    ],
    [
      "are the role's where the region is another partition's",
      USER + role("a", china, "user", "region = eu-west-1"),
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

describe("there is no plan", () => {
  const file = "~/.aws/config";

  it.each<[string, string, PlanProblem]>([
    ["for a profile that is in no file", USER, { kind: "unknown-profile", profile: "a" }],
    ["without any profile", "", { kind: "unknown-profile", profile: "a" }],
    [
      "where the source is no profile",
      role("a", ROLE_A, "nobody"),
      { kind: "unknown-source", profile: "a", source: "nobody", setting: "source_profile", file, line: 3 },
    ],
    [
      "where the source differs in case",
      USER + role("a", ROLE_A, "User"),
      { kind: "unknown-source", profile: "a", source: "User", setting: "source_profile", file, line: 4 },
    ],
    [
      "where a source further on is no profile",
      role("a", ROLE_A, "b") + role("b", ROLE_B, "nobody"),
      {
        kind: "unknown-source",
        profile: "b",
        selected: "a",
        source: "nobody",
        setting: "source_profile",
        file,
        line: 6,
      },
    ],
    [
      "where aws-vault's profile is none",
      "[profile a]\ncredential_process = aws-vault exec nobody --json",
      { kind: "unknown-source", profile: "a", source: "nobody", setting: "credential_process", file, line: 2 },
    ],
    [
      "where a source is named like a property of every object",
      role("a", ROLE_A, "__proto__"),
      { kind: "unknown-source", profile: "a", source: "__proto__", setting: "source_profile", file, line: 3 },
    ],
    [
      "where a role has no source",
      `[profile a]\nregion = eu-west-1\nrole_arn = ${ROLE_A}`,
      { kind: "missing-source", profile: "a", file, line: 3 },
    ],
    [
      "where a role has a credential_process instead of a source",
      `[profile a]\nrole_arn = ${ROLE_A}\ncredential_process = aws-vault exec user\n${USER}`,
      { kind: "missing-source", profile: "a", file, line: 2 },
    ],
    [
      "where a role has two sources",
      USER + role("a", ROLE_A, "user", "credential_source = Environment"),
      {
        kind: "two-sources",
        profile: "a",
        sourceProfile: "user",
        credentialSource: "Environment",
        file,
        line: 5,
      },
    ],
    [
      "where a source has no role",
      `${USER}[profile a]\nsource_profile = user`,
      { kind: "missing-role", profile: "a", setting: "source_profile", file, line: 3 },
    ],
    [
      "where the role's ARN is broken",
      USER + role("a", "arn:aws:iam::1:role/A", "user"),
      { kind: "broken-role-arn", profile: "a", value: "arn:aws:iam::1:role/A", file, line: 3 },
    ],
    [
      "where the ARN of a role on the way is broken",
      USER + role("b", "B", "user") + role("a", ROLE_A, "b"),
      { kind: "broken-role-arn", profile: "b", selected: "a", value: "B", file, line: 3 },
    ],
    [
      "where the role is in a partition that is not known",
      USER + role("a", "arn:aws-iso:iam::111111111111:role/A", "user"),
      { kind: "unknown-partition", profile: "a", partition: "aws-iso", file, line: 3 },
    ],
    [
      "where the region is no region's name",
      USER + role("a", ROLE_A, "user", "region = Ireland"),
      { kind: "unknown-region", profile: "a", region: "Ireland", file, line: 5 },
    ],
    [
      "where the region would lead to another host",
      USER + role("a", ROLE_A, "user", "region = evil.example/#"),
      { kind: "unknown-region", profile: "a", region: "evil.example/#", file, line: 5 },
    ],
    [
      "where the source's key has no secret",
      `${USER}aws_access_key_id = AKIAUSER\n` + role("a", ROLE_A, "user"),
      { kind: "partial-key", profile: "user", selected: "a", missing: "aws_secret_access_key", file, line: 2 },
    ],
    [
      "where the source's key has no id",
      `${USER}aws_secret_access_key = s\n` + role("a", ROLE_A, "user"),
      { kind: "partial-key", profile: "user", selected: "a", missing: "aws_access_key_id", file, line: 2 },
    ],
    [
      "where the profile's own key has no secret",
      "[profile a]\naws_access_key_id = AKIAUSER",
      { kind: "partial-key", profile: "a", missing: "aws_secret_access_key", file, line: 2 },
    ],
    [
      "where the role is in a partition that is not supported, whatever the region",
      USER + role("a", "arn:aws-eusc:iam::111111111111:role/A", "user", "region = eusc-de-east-1"),
      { kind: "unknown-partition", profile: "a", partition: "aws-eusc", file, line: 3 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(problemOf(config, "a")).toEqual(problem);
  });
});

describe("source profiles that run in a circle", () => {
  it.each([
    ["of one", role("a", ROLE_A, "a"), ["a", "a"]],
    ["of two", role("a", ROLE_A, "b") + role("b", ROLE_B, "a"), ["a", "b", "a"]],
    ["of three", role("a", ROLE_A, "b") + role("b", ROLE_B, "c") + role("c", ROLE_C, "a"), ["a", "b", "c", "a"]],
    [
      "that leaves out the selected profile",
      role("a", ROLE_A, "b") + role("b", ROLE_B, "c") + role("c", ROLE_C, "b"),
      ["b", "c", "b"],
    ],
    [
      "through the keys of the selected profile, which are no way out",
      role("a", ROLE_A, "b", "aws_access_key_id = AKIAUSER", "aws_secret_access_key = s") + role("b", ROLE_B, "a"),
      ["a", "b", "a"],
    ],
    [
      "of aws-vault's commands",
      "[profile a]\ncredential_process = aws-vault exec b\n[profile b]\ncredential_process = aws-vault exec a",
      ["a", "b", "a"],
    ],
    [
      "of a role behind aws-vault's command",
      role("a", ROLE_A, "b") + "[profile b]\ncredential_process = aws-vault exec c\n" + role("c", ROLE_C, "a"),
      ["a", "b", "c", "a"],
    ],
  ])("are told with the way round: a circle %s", (_what, config, path) => {
    expect(problemOf(config, "a")).toMatchObject({ kind: "source-loop", profile: "a", path });
  });

  it("are told with the line that closes the circle", () => {
    expect(problemOf(role("a", ROLE_A, "b") + role("b", ROLE_B, "a"), "a")).toMatchObject({ line: 6 });
  });
});

it("plans without changing the config", () => {
  const config = configOf(articleConfig);
  expect(planChain(config, "demo-role2")).toEqual(planChain(config, "demo-role2"));
});
