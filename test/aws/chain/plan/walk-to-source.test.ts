import { describe, expect, it } from "vitest";
import { type SourceRule } from "../../../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { walkToSource } from "../../../../src/aws/chain/plan/walk-to-source";
import { configOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { ROLE_A, ROLE_B, ROLE_C, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const USER = "[profile user]\n";

/** What stands between a profile and its source, by name. */
function trailOf(config: string, profile: string, credentials?: string) {
  const shared = configOf(config, credentials);
  const selected = shared.profiles.get(profile);
  const trail = selected && walkToSource(shared, selected);
  if (!trail || "problem" in trail) throw new Error(`No trail for ${profile}: ${JSON.stringify(trail)}`);
  const { roles, users, source, diagnostics } = trail;
  return { roles: roles.map(({ name }) => name), users: users.map(({ name }) => name), source, diagnostics };
}

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
      roleProfile("a", ROLE_A, "user"),
      "a",
      `[user]\n${key}`,
      inFile("user", "AKIAUSER", "long-term", "~/.aws/credentials", 2),
    ],
    [
      "is that of the config file",
      USER + key + roleProfile("a", ROLE_A, "user"),
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
      roleProfile("a", ROLE_A, "user", key),
      "a",
      `[user]\n${session}`,
      inFile("user", "ASIAUSER", "temporary", "~/.aws/credentials", 2),
    ],
    [
      "is the selected profile's own where it is its own source",
      roleProfile("a", ROLE_A, "a", key),
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
      roleProfile("a", ROLE_A, "default"),
      "a",
      `[default]\n${key}`,
      inFile("default", "AKIAUSER", "long-term", "~/.aws/credentials", 2),
    ],
  ])("%s", (_what, config, profile, credentials, source) => {
    expect(planOf(config, profile, credentials).source).toEqual(source);
  });
});

describe("the way to a source", () => {
  it.each([
    ["is none for a user", USER, "user", [], ["user"]],
    ["leads from a role to its user", USER + roleProfile("a", ROLE_A, "user"), "a", ["a"], ["user"]],
    [
      "leads through roles, the selected one first",
      USER + roleProfile("b", ROLE_B, "user") + roleProfile("c", ROLE_C, "b"),
      "c",
      ["c", "b"],
      ["user"],
    ],
    [
      "leads through profiles that ask aws-vault",
      `${USER}[profile vault]\ncredential_process = aws-vault exec user\n${roleProfile("a", ROLE_A, "vault")}`,
      "a",
      ["a"],
      ["vault", "user"],
    ],
    [
      "forgets what lies between two roles",
      `[profile vault]\ncredential_process = aws-vault exec b\n${roleProfile("a", ROLE_A, "vault")}${roleProfile("b", ROLE_B, "user")}${USER}`,
      "a",
      ["a", "b"],
      ["user"],
    ],
    [
      "ends at a role that is its own source",
      roleProfile("a", ROLE_A, "a", "aws_access_key_id = AKIA", "aws_secret_access_key = s"),
      "a",
      ["a"],
      [],
    ],
    [
      "ends at a role that names the machine's credentials",
      `[profile a]\nrole_arn = ${ROLE_A}\ncredential_source = Environment\n`,
      "a",
      ["a"],
      [],
    ],
    [
      "ends at a role for a token, which is no hop",
      `[profile a]\nrole_arn = ${ROLE_A}\nweb_identity_token_file = /token\n`,
      "a",
      [],
      ["a"],
    ],
  ])("%s", (_what, config, profile, roles, users) => {
    expect(trailOf(config, profile)).toMatchObject({ roles, users, diagnostics: [] });
  });
});

/** What a profile can take its credentials from, in botocore's order. */
const SOURCES = {
  "web-identity": { lines: `role_arn = ${ROLE_A}\nweb_identity_token_file = /token\n` },
  sso: { lines: "sso_start_url = https://u\nsso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = r\n" },
  "credentials-key": { credentials: "aws_access_key_id = AKIAFILE\naws_secret_access_key = s\n" },
  login: { lines: "login_session = arn:aws:iam::111111111111:user/u\n" },
  process: { lines: "credential_process = some-tool --json\n" },
  "config-key": { lines: "aws_access_key_id = AKIACONFIG\naws_secret_access_key = s\n" },
} as const;
type SourceName = keyof typeof SOURCES;

/** Both files, where profile `a` names these sources, and further lines. */
function filesWith(names: readonly SourceName[], more = ""): [config: string, credentials: string] {
  const parts: readonly { readonly lines?: string; readonly credentials?: string }[] = names.map(
    (name) => SOURCES[name],
  );
  const config = parts.map(({ lines }) => lines ?? "").join("");
  return [`[profile a]\n${config}${more}`, `[a]\n${parts.map(({ credentials }) => credentials ?? "").join("")}`];
}

const PLAIN = {
  "web-identity": { kind: "web-identity", tokenFile: "/token", role: { arn: ROLE_A }, sessionName: undefined },
  sso: { kind: "sso", startUrl: "https://u", role: { accountId: "1", roleName: "r" } },
  "credentials-key": { kind: "file-key", accessKeyId: "AKIAFILE", file: "~/.aws/credentials" },
  login: { kind: "login", session: "arn:aws:iam::111111111111:user/u" },
  process: { kind: "process", command: "some-tool --json" },
  "config-key": { kind: "file-key", accessKeyId: "AKIACONFIG", file: FILE },
};

describe("a profile that names one source", () => {
  it.each<SourceName>(["web-identity", "sso", "credentials-key", "login", "process", "config-key"])(
    "gives it, with the place of its setting: %s",
    (name) => {
      const [config, credentials] = filesWith([name]);
      const { source } = planOf(config, "a", credentials);
      expect(source).toMatchObject({
        profile: "a",
        rule: "only-source",
        line: name === "web-identity" ? 3 : 2,
        ...PLAIN[name],
      });
    },
  );

  it("gives its key in the key store where it names none", () => {
    expect(planOf("[profile a]\nregion = eu-west-1\n", "a").source).toEqual({
      kind: "stored-key",
      profile: "a",
      rule: "no-source-named",
    });
  });

  it.each(["Environment", "Ec2InstanceMetadata", "EcsContainer"])("names the machine's credentials: %s", (name) => {
    expect(planOf(`[profile a]\nrole_arn = ${ROLE_A}\ncredential_source = ${name}\n`, "a").source).toEqual({
      kind: "named",
      profile: "a",
      rule: "only-source",
      name,
      file: FILE,
      line: 3,
    });
  });

  it("says under which name a token's role is assumed", () => {
    const [config] = filesWith(["web-identity"], "role_session_name = me\n");
    expect(planOf(config, "a").source).toMatchObject({ kind: "web-identity", sessionName: "me" });
  });
});

describe("of two sources in one profile botocore's order decides", () => {
  it.each<[SourceName, SourceName, SourceRule]>([
    ["web-identity", "sso", "web-identity-first"],
    ["web-identity", "credentials-key", "web-identity-first"],
    ["web-identity", "login", "web-identity-first"],
    ["web-identity", "process", "web-identity-first"],
    ["web-identity", "config-key", "web-identity-first"],
    ["sso", "credentials-key", "sso-first"],
    ["sso", "login", "sso-first"],
    ["sso", "process", "sso-first"],
    ["sso", "config-key", "sso-first"],
    ["credentials-key", "login", "credentials-file-first"],
    ["credentials-key", "process", "credentials-file-first"],
    ["login", "process", "login-first"],
    ["login", "config-key", "before-config-keys"],
    ["process", "config-key", "before-config-keys"],
  ])("%s comes before %s: %s", (winner, loser, rule) => {
    for (const names of [
      [winner, loser],
      [loser, winner],
    ]) {
      const [config, credentials] = filesWith(names);
      expect(planOf(config, "a", credentials).source).toMatchObject({ ...PLAIN[winner], profile: "a", rule });
    }
  });

  it("the credentials file's key is the only one where both files have one", () => {
    const [config, credentials] = filesWith(["config-key", "credentials-key"]);
    expect(planOf(config, "a", credentials).source).toMatchObject({ ...PLAIN["credentials-key"], rule: "only-source" });
  });

  it("a place to sign in without a role comes after everything", () => {
    const place = "sso_start_url = https://u\nsso_region = eu-west-1\n";
    const [config] = filesWith(["process"], place);
    expect(planOf(config, "a").source).toMatchObject(PLAIN.process);
    expect(planOf(`[profile a]\n${place}`, "a").source).toMatchObject({ kind: "sso", role: undefined });
  });
});

it("a profile without a role that names itself as source starts from its own stored key, also for those that include it", () => {
  const root = "[profile root]\nsource_profile = root\nregion = eu-west-1\n";
  expect(trailOf(root, "root").source).toMatchObject({ kind: "stored-key", profile: "root" });
  const role = `[profile a]\ninclude_profile = root\nrole_arn = ${ROLE_A}\n`;
  expect(trailOf(root + role, "a")).toMatchObject({ roles: ["a"], source: { kind: "stored-key", profile: "root" } });
});

describe("the role of the selected profile", () => {
  const role = `role_arn = ${ROLE_B}\nsource_profile = user\n`;

  it.each<SourceName>(["sso", "credentials-key", "login", "process", "config-key"])(
    "comes before its own source: %s",
    (name) => {
      const [config, credentials] = filesWith([name], role);
      expect(trailOf(config + USER, "a", credentials)).toMatchObject({
        roles: ["a"],
        source: { kind: "stored-key", profile: "user" },
        diagnostics: [],
      });
    },
  );

  it("is assumed with a token where it names a token file, whatever its source_profile", () => {
    const [config] = filesWith(["web-identity"], "source_profile = user\n");
    expect(trailOf(config + USER, "a")).toMatchObject({
      roles: [],
      source: { ...PLAIN["web-identity"], rule: "web-identity-first" },
    });
  });
});

describe("the role of a profile that others start from", () => {
  const role = `role_arn = ${ROLE_B}\nsource_profile = user\n`;
  const rest = USER + roleProfile("c", ROLE_C, "a");

  it.each<SourceName>(["sso", "login", "process"])(
    "comes before its own source, as long as it has no keys: %s",
    (name) => {
      const [config] = filesWith([name], role);
      expect(trailOf(config + rest, "c")).toMatchObject({ roles: ["c", "a"], source: { profile: "user" } });
    },
  );

  it.each<[SourceName[], SourceName, SourceRule]>([
    [["credentials-key"], "credentials-key", "keys-replace-role"],
    [["config-key"], "config-key", "keys-replace-role"],
    [["credentials-key", "process"], "credentials-key", "keys-replace-role"],
    [["config-key", "process"], "process", "before-config-keys"],
    [["config-key", "login"], "login", "before-config-keys"],
    [["config-key", "sso"], "sso", "sso-first"],
  ])("is hidden by keys, which need not be what counts then: %s gives %s", (names, winner, rule) => {
    const [config, credentials] = filesWith(names, role);
    const { roles, source, diagnostics } = trailOf(config + rest, "c", credentials);
    expect({ roles, source }).toMatchObject({ roles: ["c"], source: { ...PLAIN[winner], profile: "a", rule } });
    expect(diagnostics).toHaveLength(1);
  });

  it("is told to be hidden, with both places", () => {
    const [config, credentials] = filesWith(["credentials-key"], role);
    expect(trailOf(config + rest, "c", credentials).diagnostics).toEqual([
      {
        severity: "warning",
        profile: "a",
        file: "~/.aws/credentials",
        line: 2,
        message:
          'The keys of "a" hide its role_arn (~/.aws/config, line 2) from the profiles behind it, as in every AWS SDK.',
        hint: "Remove the keys, if the role is meant.",
      },
    ]);
  });

  it("is told to be hidden by keys that will expire", () => {
    const [config, credentials] = filesWith(["credentials-key"], role);
    const [diagnostic] = trailOf(config + rest, "c", `${credentials}aws_session_token = t\n`).diagnostics;
    expect(diagnostic?.message).toMatch(/, as in every AWS SDK; once they expire, nothing opens\.$/);
  });

  it("is told to be hidden by keys that it needs itself, which are to be moved", () => {
    const [config] = filesWith(["config-key"], `role_arn = ${ROLE_B}\nsource_profile = a\n`);
    const [diagnostic] = trailOf(config + rest, "c").diagnostics;
    expect(diagnostic?.hint).toBe("Move the keys to a profile of their own, if the role is meant.");
  });

  it("is not hidden by keys where it is assumed with a token", () => {
    const [config] = filesWith(["web-identity", "config-key"]);
    expect(trailOf(config + rest, "c")).toMatchObject({
      roles: ["c"],
      source: { ...PLAIN["web-identity"], profile: "a", rule: "web-identity-first" },
      diagnostics: [],
    });
  });

  it("is not hidden by half a key, which is a fault", () => {
    const config = `[profile a]\n${role}aws_access_key_id = AKIA\n${rest}`;
    expect(planChain(configOf(config), "c")).toMatchObject({
      problem: { kind: "partial-key", profile: "a", selected: "c", missing: "aws_secret_access_key", line: 4 },
    });
  });
});

describe("a role that is its own source", () => {
  const role = `role_arn = ${ROLE_B}\nsource_profile = a\n`;

  it.each<[SourceName[], SourceName]>([
    [["credentials-key"], "credentials-key"],
    [["config-key"], "config-key"],
    [["config-key", "process"], "process"],
    [["config-key", "sso"], "sso"],
    [["config-key", "login"], "login"],
  ])("starts from what a source with keys gives: %s", (names, winner) => {
    const [config, credentials] = filesWith(names, role);
    expect(trailOf(config, "a", credentials)).toMatchObject({
      roles: ["a"],
      users: [],
      source: { ...PLAIN[winner], profile: "a", rule: "own-source" },
    });
  });

  it("needs keys for it, as in the AWS CLI", () => {
    const [config] = filesWith(["process"], role);
    expect(planChain(configOf(config), "a")).toMatchObject({ problem: { kind: "source-loop", path: ["a", "a"] } });
  });

  it("may ask aws-vault for another profile's key", () => {
    const [config] = filesWith(["config-key"], `${role}credential_process = aws-vault exec user\n`);
    expect(trailOf(config + USER, "a")).toMatchObject({
      roles: ["a"],
      users: ["user"],
      source: { kind: "stored-key" },
    });
  });
});

describe("source profiles that run in a circle", () => {
  it.each([
    ["of one", roleProfile("a", ROLE_A, "a"), ["a", "a"]],
    ["of two", roleProfile("a", ROLE_A, "b") + roleProfile("b", ROLE_B, "a"), ["a", "b", "a"]],
    [
      "of three",
      roleProfile("a", ROLE_A, "b") + roleProfile("b", ROLE_B, "c") + roleProfile("c", ROLE_C, "a"),
      ["a", "b", "c", "a"],
    ],
    [
      "that leaves out the selected profile",
      roleProfile("a", ROLE_A, "b") + roleProfile("b", ROLE_B, "c") + roleProfile("c", ROLE_C, "b"),
      ["b", "c", "b"],
    ],
    [
      "through the keys of the selected profile, which are no way out",
      roleProfile("a", ROLE_A, "b", "aws_access_key_id = AKIAUSER", "aws_secret_access_key = s") +
        roleProfile("b", ROLE_B, "a"),
      ["a", "b", "a"],
    ],
    [
      "of aws-vault's commands",
      "[profile a]\ncredential_process = aws-vault exec b\n[profile b]\ncredential_process = aws-vault exec a",
      ["a", "b", "a"],
    ],
    [
      "of a role behind aws-vault's command",
      roleProfile("a", ROLE_A, "b") +
        "[profile b]\ncredential_process = aws-vault exec c\n" +
        roleProfile("c", ROLE_C, "a"),
      ["a", "b", "c", "a"],
    ],
  ])("are told with the way round: a circle %s", (_what, config, path) => {
    expect(planChain(configOf(config), "a")).toMatchObject({ problem: { kind: "source-loop", profile: "a", path } });
  });

  it("are told with the line that closes the circle", () => {
    const config = configOf(roleProfile("a", ROLE_A, "b") + roleProfile("b", ROLE_B, "a"));
    expect(planChain(config, "a")).toMatchObject({ problem: { file: FILE, line: 6 } });
  });

  it("are told of the profile that was to be opened, of which the circle need not be part", () => {
    const circle = roleProfile("b", ROLE_B, "c") + roleProfile("c", ROLE_C, "b");
    expect(planChain(configOf(roleProfile("a", ROLE_A, "b") + circle), "a")).toEqual({
      problem: { kind: "source-loop", profile: "a", path: ["b", "c", "b"], file: FILE, line: 9 },
    });
  });
});
