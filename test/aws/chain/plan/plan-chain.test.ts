import { describe, expect, it } from "vitest";
import { type MfaDevice, roleHops, targetRole } from "../../../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { type PlanProblem, type SettingProblem } from "../../../../src/aws/chain/plan/plan-problem";
import { articleConfig } from "../../article-config";
import { configOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { ROLE_A, ROLE_B, ROLE_C, roleProfile } from "../../role-profile";

const DEVICE = "arn:aws:iam::999999999999:mfa/user";

const USER = "[profile user]\n";
const USER_WITH_DEVICE = `[profile user]\nmfa_serial = ${DEVICE}\n`;

/** A session of `user` in the credentials file. */
const SESSION = "[user]\naws_access_key_id = ASIAUSER\naws_secret_access_key = s\naws_session_token = t\n";

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
      roleProfile("b", ROLE_B, "user", "role_session_name = name-of-b", "external_id = id-of-b") +
      roleProfile("c", ROLE_C, "b");
    expect(roleHops(planOf(config, "c"))).toMatchObject([
      { profile: "b", sessionName: "name-of-b", externalId: "id-of-b" },
      { profile: "c", sessionName: undefined, externalId: undefined },
    ]);
  });

  it("may be described by either file or by both", () => {
    const plan = planOf(roleProfile("a", ROLE_A, "user"), "a", `[a]\nrole_arn = ${ROLE_B}\n[user]\n`);
    expect(targetRole(plan)?.role.arn).toBe(ROLE_B);
    expect(plan.source).toMatchObject({ kind: "stored-key", profile: "user" });
  });

  it("has the place of its role_arn", () => {
    const config = USER + "[profile a]\nsource_profile = user\n\n" + `role_arn = ${ROLE_A}`;
    expect(targetRole(planOf(config, "a"))).toMatchObject({ file: "~/.aws/config", line: 5 });
  });

  describe("may stand behind many others", () => {
    const behind = (count: number): string =>
      Array.from({ length: count }, (_, index) =>
        roleProfile(`r${index + 1}`, ROLE_A, index === 0 ? "user" : `r${index}`),
      ).join("") + USER;

    it("in the order of the calls", () => {
      const names = roleHops(planOf(behind(99), "r99")).map(({ profile }) => profile);
      expect(names).toEqual(Array.from({ length: 99 }, (_, index) => `r${index + 1}`));
    });

    it("but not so many that nobody can mean it, which would keep the list from showing", () => {
      expect(problemOf(behind(100), "r100")).toEqual({
        kind: "chain-too-long",
        profile: "r1",
        selected: "r100",
        limit: 100,
        file: "~/.aws/config",
        line: 3,
      });
    });
  });
});

describe("the calls", () => {
  const hours = (count: number): string => `duration_seconds = ${count * 3600}`;

  it.each([
    ["a user makes a session", USER, "user", ["user-session user 43200"]],
    ["a user with a device makes one with a code", USER_WITH_DEVICE, "user", ["user-session user code of user 43200"]],
    [
      "a role without a device needs no session before it",
      USER + roleProfile("a", ROLE_A, "user"),
      "a",
      ["role a 3600"],
    ],
    [
      "a role with a device is assumed by the user's session, which other roles reuse",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user"),
      "a",
      ["user-session user code of user 43200", "role a 3600"],
    ],
    [
      "a single role of more than an hour takes the code itself",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", hours(8)),
      "a",
      ["role a code of user 28800"],
    ],
    [
      "a single role of one hour leaves the code to the session",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", hours(1)),
      "a",
      ["user-session user code of user 43200", "role a 3600"],
    ],
    [
      "a single role without a device has its hours",
      USER + roleProfile("a", ROLE_A, "user", hours(8)),
      "a",
      ["role a 28800"],
    ],
    [
      "roles behind a session have an hour each",
      USER_WITH_DEVICE + roleProfile("b", ROLE_B, "user", hours(8)) + roleProfile("c", ROLE_C, "b", hours(8)),
      "c",
      ["user-session user code of user 43200", "role b 3600", "role c 3600"],
    ],
    [
      "without a device only the first role has its hours",
      USER + roleProfile("b", ROLE_B, "user", hours(8)) + roleProfile("c", ROLE_C, "b", hours(8)),
      "c",
      ["role b 28800", "role c 3600"],
    ],
    ["a session in the credentials file is what it is", USER_WITH_DEVICE, "user", [], SESSION],
    [
      "a session in the credentials file gives a role an hour, and takes no device",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", hours(8)),
      "a",
      ["role a 3600"],
      SESSION,
    ],
    [
      "a role may ask for less than an hour",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", "duration_seconds = 900"),
      "a",
      ["user-session user code of user 43200", "role a 900"],
    ],
  ])("%s", (_what, config, profile, expected, credentials?: string) => {
    expect(calls(config, profile, credentials)).toEqual(expected);
  });
});

describe("there is no plan", () => {
  const file = "~/.aws/config";

  it.each<[string, string, PlanProblem]>([
    ["for a profile that is in no file", USER, { kind: "unknown-profile", profile: "a" }],
    ["without any profile", "", { kind: "unknown-profile", profile: "a" }],
    [
      "where the source is no profile",
      roleProfile("a", ROLE_A, "nobody"),
      { kind: "unknown-source", profile: "a", source: "nobody", setting: "source_profile", file, line: 3 },
    ],
    [
      "where the source differs in case",
      USER + roleProfile("a", ROLE_A, "User"),
      { kind: "unknown-source", profile: "a", source: "User", setting: "source_profile", file, line: 4 },
    ],
    [
      "where a source further on is no profile",
      roleProfile("a", ROLE_A, "b") + roleProfile("b", ROLE_B, "nobody"),
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
      roleProfile("a", ROLE_A, "__proto__"),
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
      USER + roleProfile("a", ROLE_A, "user", "credential_source = Environment"),
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
      USER + roleProfile("a", "arn:aws:iam::1:role/A", "user"),
      { kind: "broken-role-arn", profile: "a", value: "arn:aws:iam::1:role/A", file, line: 3 },
    ],
    [
      "where the ARN of a role on the way is broken",
      USER + roleProfile("b", "B", "user") + roleProfile("a", ROLE_A, "b"),
      { kind: "broken-role-arn", profile: "b", selected: "a", value: "B", file, line: 3 },
    ],
    [
      "where the role is in a partition that is not known",
      USER + roleProfile("a", "arn:aws-tomorrow:iam::111111111111:role/A", "user"),
      { kind: "unknown-partition", profile: "a", partition: "aws-tomorrow", file, line: 3 },
    ],
    [
      "where the region is no region's name",
      USER + roleProfile("a", ROLE_A, "user", "region = Ireland"),
      { kind: "unknown-region", profile: "a", region: "Ireland", file, line: 5 },
    ],
    [
      "where the region would lead to another host",
      USER + roleProfile("a", ROLE_A, "user", "region = evil.example/#"),
      { kind: "unknown-region", profile: "a", region: "evil.example/#", file, line: 5 },
    ],
    [
      "where the source's key has no secret",
      `${USER}aws_access_key_id = AKIAUSER\n` + roleProfile("a", ROLE_A, "user"),
      { kind: "partial-key", profile: "user", selected: "a", missing: "aws_secret_access_key", file, line: 2 },
    ],
    [
      "where the source's key has no id",
      `${USER}aws_secret_access_key = s\n` + roleProfile("a", ROLE_A, "user"),
      { kind: "partial-key", profile: "user", selected: "a", missing: "aws_access_key_id", file, line: 2 },
    ],
    [
      "where the profile's own key has no secret",
      "[profile a]\naws_access_key_id = AKIAUSER",
      { kind: "partial-key", profile: "a", missing: "aws_secret_access_key", file, line: 2 },
    ],
    [
      "where the role is in a partition that is not supported, whatever the region",
      USER + roleProfile("a", "arn:aws-tomorrow:iam::111111111111:role/A", "user", "region = eu-west-1"),
      { kind: "unknown-partition", profile: "a", partition: "aws-tomorrow", file, line: 3 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(problemOf(config, "a")).toEqual(problem);
  });
});

/** What is wrong with profile `b`, and how that is told: one case for every kind. A kind that is missing does not compile. */
const FAULTS: {
  readonly [K in Exclude<SettingProblem["kind"], "source-loop" | "chain-too-long" | "unsupported-source">]: readonly [
    config: string,
    problem: Omit<Extract<SettingProblem, { kind: K }>, "kind" | "profile" | "selected" | "file">,
  ];
} = {
  "unknown-source": [roleProfile("b", ROLE_B, "nobody"), { source: "nobody", setting: "source_profile", line: 3 }],
  "missing-source": [`[profile b]\nrole_arn = ${ROLE_B}\n`, { line: 2 }],
  "two-sources": [
    roleProfile("b", ROLE_B, "user", "credential_source = EcsContainer"),
    { sourceProfile: "user", credentialSource: "EcsContainer", line: 4 },
  ],
  "unknown-credential-source": [
    `[profile b]\nrole_arn = ${ROLE_B}\ncredential_source = environment\n`,
    { value: "environment", line: 3 },
  ],
  "missing-role": [`[profile b]\nsource_profile = user\n`, { setting: "source_profile", line: 2 }],
  "broken-role-arn": [roleProfile("b", "B", "user"), { value: "B", line: 2 }],
  "unknown-partition": [
    roleProfile("b", "arn:aws-tomorrow:iam::222222222222:role/B", "user"),
    { partition: "aws-tomorrow", line: 2 },
  ],
  "unknown-region": ["[profile b]\nregion = Ireland\n", { region: "Ireland", line: 2 }],
  "partial-key": ["[profile b]\naws_access_key_id = AKIA\n", { missing: "aws_secret_access_key", line: 2 }],
  "partial-sso": [
    "[profile b]\nsso_start_url = https://u\nsso_region = eu-west-1\nsso_account_id = 1\n",
    { setting: "sso_account_id", missing: "sso_role_name", line: 4 },
  ],
  "unknown-sso-session": ["[profile b]\nsso_session = s\n", { session: "s", line: 2 }],
  "sso-conflict": [
    "[profile b]\nsso_session = s\nsso_region = us-east-1\n[sso-session s]\nsso_start_url = https://u\nsso_region = eu-west-1\n",
    { setting: "sso_region", session: "s", line: 3 },
  ],
  "broken-start-url": [
    "[profile b]\nsso_session = s\n[sso-session s]\nsso_start_url = corp\nsso_region = eu-west-1\n",
    { value: "corp", line: 4 },
  ],
  "fido-device": [
    "[profile b]\nmfa_serial = arn:aws:iam::111111111111:u2f/user/ada/key\n",
    { serial: "arn:aws:iam::111111111111:u2f/user/ada/key", line: 2 },
  ],
  "broken-role-text": [roleProfile("b", ROLE_B, "user", "external_id = x"), { setting: "external_id", line: 4 }],
  "broken-session-tags": [roleProfile("b", ROLE_B, "user", "session_tags = x"), { line: 4 }],
  "unknown-include": ["[profile b]\ninclude_profile = nobody\n", { include: "nobody", line: 2 }],
  "include-loop": ["[profile b]\ninclude_profile = b\n", { path: ["b", "b"], line: 2 }],
  "unknown-services": ["[profile b]\nservices = s\n", { services: "s", line: 2 }],
  "broken-endpoint": ["[profile b]\nendpoint_url = sts\n", { value: "sts", line: 2 }],
  "endpoint-conflict": [
    "[profile b]\nendpoint_url = https://sts\nuse_fips_endpoint = true\n",
    { wanted: "FIPS", flag: "use_fips_endpoint", endpoint: "endpoint_url", line: 3 },
  ],
};

describe("a fault is told with its profile and its line", () => {
  const file = "~/.aws/config";

  it.each(Object.entries(FAULTS))("of the profile that was to be opened: %s", (kind, [config, problem]) => {
    expect(problemOf(config + USER, "b")).toEqual({ kind, profile: "b", file, ...problem });
  });

  // The selected profile and its role decide where a chain takes place and how its calls travel.
  const ofSelected = [
    "unknown-region",
    "unknown-partition",
    "unknown-services",
    "broken-endpoint",
    "endpoint-conflict",
  ];
  const onTheWay = Object.entries(FAULTS).filter(([kind]) => !ofSelected.includes(kind));

  it.each(onTheWay)("of a profile on the way, with the one that was to be opened: %s", (kind, [config, problem]) => {
    const behind = config + USER + roleProfile("a", ROLE_A, "b");
    expect(problemOf(behind, "a")).toEqual({ kind, profile: "b", selected: "a", file, ...problem });
  });

  it.each([
    ["a token file", "web_identity_token_file", "web_identity_token_file = /token"],
    ["credential_source", "credential_source", "credential_source = Environment"],
  ])("of a profile that has %s and no role", (_what, setting, line) => {
    expect(problemOf(`[profile a]\n${line}\n`, "a")).toEqual({
      kind: "missing-role",
      profile: "a",
      setting,
      file,
      line: 2,
    });
  });
});

it("makes a user's session as long as the user chose, and no role's", () => {
  const { hops } = planOf(articleConfig, "demo-role1", undefined, { userSessionSeconds: 129_600 });
  expect(hops.map(({ durationSeconds }) => durationSeconds)).toEqual([129_600, 3_600]);
});

it("plans without changing the config", () => {
  const config = configOf(articleConfig);
  expect(planChain(config, "demo-role2")).toEqual(planChain(config, "demo-role2"));
});
