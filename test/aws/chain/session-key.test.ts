import { describe, expect, it } from "vitest";
import { sessionKeys } from "../../../src/aws/chain/session-key";
import { articleConfig } from "../article-config";
import { planOf } from "../plan-of";

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
`;

function keysOf(config: string, profile = "second", stsEndpoint?: string): readonly string[] {
  return sessionKeys(planOf(config, profile), stsEndpoint);
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
    expect(sessionKeys(planOf(articleConfig, "demo-role2"), undefined).slice(0, 2)).toEqual(
      sessionKeys(planOf(articleConfig, "demo-role1"), undefined),
    );
    expect(sessionKeys(planOf(articleConfig, "demo-role1"), undefined).slice(0, 1)).toEqual(
      sessionKeys(planOf(articleConfig, "demo-user"), undefined),
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

  it("keeps every session where a role's profile is renamed", () => {
    expect(keptHops(CONFIG.replace("[profile second]", "[profile renamed]"), "renamed")).toBe(3);
  });

  it("keeps no session where another user is behind the chain", () => {
    const edited = CONFIG.replace("[profile user]", "[profile other]").replace("= user", "= other");
    expect(keptHops(edited)).toBe(0);
  });

  it("does not take an external id for a session name", () => {
    const named = CONFIG.replace("role_session_name = second-name\nexternal_id = second-id", "role_session_name = x");
    const identified = CONFIG.replace("role_session_name = second-name\nexternal_id = second-id", "external_id = x");
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

  it("are kept apart by the endpoint that made them", () => {
    const endpoints = [undefined, "http://127.0.0.1:8080", "http://127.0.0.1:8081"];
    expect(new Set(endpoints.map((endpoint) => keysOf(CONFIG, "second", endpoint).at(0))).size).toBe(3);
  });

  it("are not kept apart by the secrets of the key", () => {
    const other = withKey("AKIAONE").replace("aws_secret_access_key = s", "aws_secret_access_key = other");
    expect(keysOf(withKey("AKIAONE"), "a")).toEqual(keysOf(other, "a"));
  });
});

it("has no key for a plan without hops", () => {
  const credentials = "[a]\naws_access_key_id = ASIAONE\naws_secret_access_key = s\naws_session_token = t";
  expect(sessionKeys(planOf("", "a", credentials), undefined)).toEqual([]);
});
