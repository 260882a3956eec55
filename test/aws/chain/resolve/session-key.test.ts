import { describe, expect, it } from "vitest";
import { sessionKeys } from "../../../../src/aws/chain/resolve/session-key";
import { articleConfig } from "../../article-config";
import { planOf } from "../../plan-of";

/** Two roles behind a user, every setting that can shape a session present. */
const CONFIG = `
[profile user]
mfa_serial = arn:aws:iam::111111111111:mfa/user

[profile first]
source_profile = user
role_arn = arn:aws:iam::222222222222:role/first
role_session_name = first-name
external_id = first-id
duration_seconds = 1800

[profile second]
region = eu-west-1
source_profile = first
role_arn = arn:aws:iam::333333333333:role/second
role_session_name = second-name
external_id = second-id
duration_seconds = 1800
session_tags = team=blue,stage=test
transitive_session_tags = team
source_identity = second-identity
`;

function keysOf(config: string, profile = "second", stsEndpoint?: string): readonly string[] {
  return sessionKeys(planOf(config, profile, undefined, { variables: { AWS_ENDPOINT_URL_STS: stsEndpoint } }));
}

/** How many hops from the first on keep their sessions when the config is edited. */
function keptHops(edited: string, profile?: string): number {
  const before = keysOf(CONFIG);
  const after = keysOf(edited, profile);
  return before.filter((key, index) => key === after[index]).length;
}

describe("the keys of a plan's sessions", () => {
  it("are one for each hop, no two alike", () => {
    expect(new Set(keysOf(CONFIG)).size).toBe(3);
  });

  it("are the same for the same plan", () => {
    expect(keysOf(CONFIG)).toEqual(keysOf(CONFIG));
  });

  it("say nothing of what they were made from", () => {
    for (const key of keysOf(CONFIG)) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("begin alike where chains begin alike, so that one code serves them all", () => {
    expect(sessionKeys(planOf(articleConfig, "demo-role2")).slice(0, 2)).toEqual(
      sessionKeys(planOf(articleConfig, "demo-role1")),
    );
    expect(sessionKeys(planOf(articleConfig, "demo-role1")).slice(0, 1)).toEqual(
      sessionKeys(planOf(articleConfig, "demo-user")),
    );
  });
});

describe("an edit of the config", () => {
  it.each([
    ["the user's device", "mfa/user", "mfa/new", 0],
    ["the first role", "role/first", "role/new", 1],
    ["the first role's account", "222222222222", "444444444444", 1],
    ["the first role's session name", "first-name", "new-name", 1],
    ["the first role's external id", "first-id", "new-id", 1],
    ["the first role's duration", "duration_seconds = 1800\n\n[", "duration_seconds = 900\n\n[", 1],
    ["the second role", "role/second", "role/new", 2],
    ["the second role's session name", "role_session_name = second-name\n", "", 2],
    ["the second role's external id", "external_id = second-id\n", "", 2],
    ["the second role's tag", "team=blue", "team=red", 2],
    ["the second role's tags", "session_tags = team=blue,stage=test\n", "", 2],
    ["the second role's transitive tags", "transitive_session_tags = team", "transitive_session_tags = stage", 2],
    ["the second role's source identity", "second-identity", "new-identity", 2],
    ["the first role's tags", "external_id = first-id\n", "external_id = first-id\nsession_tags = team=blue\n", 1],
    ["the first role's source identity", "= first-id\n", "= first-id\nsource_identity = first-identity\n", 1],
  ])("of %s keeps only the sessions before it", (_what, from, to, kept) => {
    expect(CONFIG).toContain(from);
    expect(keptHops(CONFIG.replace(from, to))).toBe(kept);
  });

  it.each([
    ["moves the profiles to other lines", "\n[", "\n# comment\n\n["],
    ["changes the region within the partition", "eu-west-1", "ap-northeast-1"],
    ["changes a setting that shapes no session", "[profile second]\n", "[profile second]\noutput = json\n"],
  ])("keeps every session where it %s", (_what, from, to) => {
    expect(CONFIG).toContain(from);
    expect(keptHops(CONFIG.replaceAll(from, to))).toBe(3);
  });

  it("keeps every session where another profile gives a role its tags", () => {
    const tags = "session_tags = team=blue,stage=test\n";
    const edited = CONFIG.replace(tags, "include_profile = tags\n") + `\n[profile tags]\n${tags}`;
    expect(keptHops(edited)).toBe(3);
  });

  it("does not take a tag's value for its key, or one tag for two", () => {
    const edits = ["team=blue,stage=test", "team=blue", "blue=team", "team=blue=stage=test", "team=blue stage=test"];
    const keys = edits.map((tags) => keysOf(CONFIG.replace("team=blue,stage=test", tags)).at(-1));
    expect(new Set(keys).size).toBe(edits.length);
  });

  it("keeps every session where a role's profile is renamed", () => {
    expect(keptHops(CONFIG.replace("[profile second]", "[profile renamed]"), "renamed")).toBe(3);
  });

  it("keeps no session where another user is behind the chain", () => {
    const edited = CONFIG.replace("[profile user]", "[profile other]").replace("= user", "= other");
    expect(keptHops(edited)).toBe(0);
  });

  it("does not take an external id for a session name", () => {
    const named = CONFIG.replace("role_session_name = second-name\nexternal_id = second-id", "role_session_name = xy");
    const identified = CONFIG.replace("role_session_name = second-name\nexternal_id = second-id", "external_id = xy");
    expect(keysOf(named).at(-1)).not.toBe(keysOf(identified).at(-1));
  });
});

describe("sessions of the same roles", () => {
  const user = "[profile user]\n";
  const role = "[profile a]\nsource_profile = user\nrole_arn = arn:aws:iam::222222222222:role/A\n";
  const withKey = (id: string, more = ""): string =>
    `${user}aws_access_key_id = ${id}\naws_secret_access_key = s\n${more}${role}`;

  it.each([
    ["a stored key and a key in a file", user + role, withKey("AKIAONE")],
    ["two keys in a file", withKey("AKIAONE"), withKey("AKIATWO")],
    [
      "one hop's device and the session's",
      `${user}mfa_serial = m\n${role}duration_seconds = 7200`,
      `${user}mfa_serial = m\n${role}`,
    ],
    ["two partitions", user + role, user + role.replace("arn:aws:", "arn:aws-cn:")],
  ])("are kept apart by %s", (_what, one, other) => {
    expect(keysOf(one, "a").at(-1)).not.toBe(keysOf(other, "a").at(-1));
  });

  const web = (more = ""): string =>
    `${user}web_identity_token_file = /one\nrole_arn = arn:aws:iam::111111111111:role/U\n${more}${role}`;
  const sso = (more: string): string =>
    `[sso-session s]\nsso_start_url = https://u\nsso_region = eu-west-1\n[profile user]\nsso_session = s\n${more}${role}`;

  it.each([
    ["commands", `${user}credential_process = one\n${role}`, "= one", "= other"],
    ["token files", web(), "/one", "/other"],
    ["roles for a token", web(), "role/U", "role/V"],
    ["session names for a token", web("role_session_name = one\n"), "= one", "= other"],
    ["accounts of IAM Identity Center", sso("sso_account_id = 1\nsso_role_name = R\n"), "_id = 1", "_id = 2"],
    ["roles of IAM Identity Center", sso("sso_account_id = 1\nsso_role_name = R\n"), "_name = R", "_name = S"],
    ["start URLs", sso("sso_account_id = 1\nsso_role_name = R\n"), "_url = https://u", "_url = https://v"],
    ["sign-in regions", sso("sso_account_id = 1\nsso_role_name = R\n"), "eu-west-1", "us-east-1"],
    ["logins", `${user}login_session = one\n${role}`, "= one", "= other"],
    [
      "machines' credentials",
      role.replace("source_profile = user", "credential_source = Environment"),
      "Environment",
      "EcsContainer",
    ],
  ])("are kept apart by two %s", (_what, config, from, to) => {
    expect(config).toContain(from);
    expect(keysOf(config.replace(from, to), "a").at(-1)).not.toBe(keysOf(config, "a").at(-1));
  });

  it.each([
    ["command", `${user}credential_process = one\n`],
    ["key", `${user}aws_access_key_id = AKIAONE\naws_secret_access_key = s\n`],
    ["login", `${user}login_session = one\n`],
  ])("are shared by profiles that name the same %s", (_what, source) => {
    const other = (source + role).replace("[profile user]", "[profile other]").replace("= user", "= other");
    expect(keysOf(other, "a")).toEqual(keysOf(source + role, "a"));
  });

  it("are kept apart by the endpoint that made them", () => {
    const endpoints = [undefined, "http://127.0.0.1:8080", "http://127.0.0.1:8081"];
    expect(new Set(endpoints.map((endpoint) => keysOf(CONFIG, "second", endpoint).at(0))).size).toBe(3);
  });

  it("are shared by all ways to the same STS", () => {
    const ways = { AWS_USE_FIPS_ENDPOINT: "true", AWS_USE_DUALSTACK_ENDPOINT: "true", AWS_CA_BUNDLE: "/ca.pem" };
    expect(sessionKeys(planOf(CONFIG, "second", undefined, { variables: ways }))).toEqual(keysOf(CONFIG));
  });

  it("are not kept apart by the secrets of the key", () => {
    const other = withKey("AKIAONE").replace("aws_secret_access_key = s", "aws_secret_access_key = other");
    expect(keysOf(withKey("AKIAONE"), "a")).toEqual(keysOf(other, "a"));
  });
});

it("has no key for a plan without hops", () => {
  const credentials = "[a]\naws_access_key_id = ASIAONE\naws_secret_access_key = s\naws_session_token = t";
  expect(sessionKeys(planOf("", "a", credentials))).toEqual([]);
});
