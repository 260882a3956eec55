import { describe, expect, it } from "vitest";
import { inheritSettings } from "../../../../src/aws/chain/plan/inherit-settings";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { type Profile, type SharedConfig } from "../../../../src/aws/shared-config/shared-config";
import { configOf, inheritingConfigOf } from "../../config-of";

const FILE = "~/.aws/config";
const ROLE = "role_arn = arn:aws:iam::111111111111:role/A\n";

function profileOf(config: SharedConfig, name: string): Profile {
  const profile = config.profiles.get(name);
  if (!profile) throw new Error(`The config has no profile ${name}.`);
  return profile;
}

/** The settings that profile `a` ends with, without `include_profile`. */
function settingsOf(config: SharedConfig, name = "a"): Record<string, string> {
  const profile = inheritSettings(config, profileOf(config, name));
  if ("problem" in profile) throw new Error(`No settings: ${JSON.stringify(profile.problem)}`);
  const values = Array.from(profile.settings, ([key, { value }]) => [key, value]);
  return Object.fromEntries(values.filter(([key]) => key !== "include_profile"));
}

/** That many profiles, each of which includes the next. */
function includes(count: number): string {
  return Array.from({ length: count }, (_, index) => `[profile p${index}]\ninclude_profile = p${index + 1}\n`).join("");
}

describe("include_profile", () => {
  const a = (...lines: string[]): string => ["[profile a]", "include_profile = b", ...lines, ""].join("\n");

  it.each([
    ["gives what the profile lacks", `${a()}[profile b]\nregion = eu-west-1\n`, { region: "eu-west-1" }],
    [
      "gives nothing that the profile says itself",
      `${a("region = us-east-1")}[profile b]\nregion = eu-west-1\n`,
      { region: "us-east-1" },
    ],
    ["fills a value that is empty", `${a("region =")}[profile b]\nregion = eu-west-1\n`, { region: "eu-west-1" }],
    [
      "goes on with what the included profile includes, the nearest first",
      `${a()}[profile b]\ninclude_profile = c\nregion = eu-west-1\n[profile c]\nregion = us-east-1\nmfa_serial = m\n`,
      { region: "eu-west-1", mfa_serial: "m" },
    ],
    [
      "passes over a value that is empty on the way",
      `${a()}[profile b]\ninclude_profile = c\nregion =\n[profile c]\nregion = us-east-1\n`,
      { region: "us-east-1" },
    ],
    [
      "may name the default profile",
      `[default]\nregion = eu-west-1\n${a().replace("= b", "= default")}`,
      { region: "eu-west-1" },
    ],
    ["that is empty includes nothing", "[profile a]\ninclude_profile =\nregion = eu-west-1\n", { region: "eu-west-1" }],
    [
      "gives no keys and no source that aws-vault does not know",
      `${a()}[profile b]\naws_access_key_id = AKIAB\naws_secret_access_key = s\ncredential_source = Environment\nlogin_session = l\n`,
      {},
    ],
  ])("%s", (_what, config, expected) => {
    expect(settingsOf(configOf(config))).toEqual(expected);
  });

  it.each([
    "region",
    "mfa_serial",
    "mfa_process",
    "role_arn",
    "role_session_name",
    "external_id",
    "duration_seconds",
    "source_identity",
    "session_tags",
    "transitive_session_tags",
    "sso_session",
    "sso_start_url",
    "sso_region",
    "sso_account_id",
    "sso_role_name",
    "web_identity_token_file",
    "credential_process",
    "sts_regional_endpoints",
    "services",
    "ignore_configured_endpoint_urls",
    "use_fips_endpoint",
    "use_dualstack_endpoint",
    "ca_bundle",
    "endpoint_url",
  ])("gives %s", (key) => {
    expect(settingsOf(configOf(`${a()}[profile b]\n${key} = x\n`))).toEqual({ [key]: "x" });
  });

  it("gives a source to a role", () => {
    expect(settingsOf(configOf(`${a(ROLE.trim())}[profile b]\nsource_profile = user\n`))).toMatchObject({
      source_profile: "user",
    });
  });

  it("leaves a setting where it stands, for messages and the editor", () => {
    const config = configOf(`${a()}[profile b]\nregion = eu-west-1\n`);
    const profile = inheritSettings(config, profileOf(config, "a"));
    expect(profile).toMatchObject({ name: "a", line: 1 });
    expect("settings" in profile && profile.settings.get("region")).toEqual({
      value: "eu-west-1",
      origin: "config",
      declaredBy: "b",
      file: FILE,
      line: 4,
    });
  });

  it("does not count for the profiles behind the one that has it", () => {
    const config = configOf(`[profile user]\n[profile b]\nmfa_serial = m\n${a(ROLE.trim(), "source_profile = user")}`);
    expect(settingsOf(config, "user")).toEqual({});
  });
});

describe("include_profile leads nowhere", () => {
  it.each([
    [
      "where it names no profile",
      "[profile a]\ninclude_profile = nobody\n",
      { kind: "unknown-include", profile: "a", include: "nobody", file: FILE, line: 2 },
    ],
    [
      "where it differs in case",
      "[profile a]\ninclude_profile = B\n[profile b]\n",
      { kind: "unknown-include", profile: "a", include: "B", file: FILE, line: 2 },
    ],
    [
      "where an included profile names none",
      "[profile a]\ninclude_profile = b\n[profile b]\ninclude_profile = nobody\n",
      { kind: "unknown-include", profile: "b", selected: "a", include: "nobody", file: FILE, line: 4 },
    ],
    [
      "where a profile includes itself",
      "[profile a]\ninclude_profile = a\n",
      { kind: "include-loop", profile: "a", path: ["a", "a"], file: FILE, line: 2 },
    ],
    [
      "where two include each other",
      "[profile a]\ninclude_profile = b\n[profile b]\ninclude_profile = a\n",
      { kind: "include-loop", profile: "b", selected: "a", path: ["a", "b", "a"], file: FILE, line: 4 },
    ],
    [
      "where the circle leaves the profile out",
      "[profile a]\ninclude_profile = b\n[profile b]\ninclude_profile = c\n[profile c]\ninclude_profile = b\n",
      { kind: "include-loop", profile: "c", selected: "a", path: ["b", "c", "b"], file: FILE, line: 6 },
    ],
    [
      "where profiles include one another without end",
      `[profile a]\ninclude_profile = p0\n${includes(200)}`,
      { kind: "chain-too-long", profile: "p98", selected: "a", limit: 100, file: FILE, line: 200 },
    ],
    [
      "where the source of a role includes no profile",
      `[profile a]\n${ROLE}source_profile = user\n[profile user]\ninclude_profile = nobody\n`,
      { kind: "unknown-include", profile: "user", selected: "a", include: "nobody", file: FILE, line: 5 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(planChain(configOf(config), "a")).toEqual({ problem });
  });
});

describe("[default]", () => {
  const config =
    "[default]\nregion = eu-west-1\nmfa_serial = d\n[profile a]\ninclude_profile = b\n[profile b]\nmfa_serial = b\n";

  it("gives nothing where the user has not chosen so, as in every AWS SDK", () => {
    expect(settingsOf(configOf(config))).toEqual({ mfa_serial: "b" });
  });

  it("ends every profile's includes where the user has chosen so, as in aws-vault", () => {
    expect(settingsOf(inheritingConfigOf(config))).toEqual({ mfa_serial: "b", region: "eu-west-1" });
  });

  it("inherits nothing from itself", () => {
    const shared = inheritingConfigOf(config);
    expect(inheritSettings(shared, profileOf(shared, "default"))).toBe(shared.profiles.get("default"));
  });

  it("is no circle where it includes a profile, as it does not include itself", () => {
    expect(settingsOf(inheritingConfigOf("[default]\ninclude_profile = a\n[profile a]\nregion = eu-west-1\n"))).toEqual(
      {
        region: "eu-west-1",
      },
    );
  });

  it("may be absent", () => {
    expect(settingsOf(inheritingConfigOf("[profile a]\nregion = eu-west-1\n"))).toEqual({ region: "eu-west-1" });
  });
});

describe("a role that [default] gives to every profile", () => {
  const config = inheritingConfigOf(
    `[default]\n${ROLE}source_profile = user\nregion = eu-west-1\n[profile user]\n[profile a]\n`,
  );

  it("is each profile's", () => {
    expect(settingsOf(config)).toMatchObject({ source_profile: "user", role_arn: expect.any(String) });
  });

  it("is not that of the profile it starts from", () => {
    expect(settingsOf(config, "user")).toEqual({ region: "eu-west-1" });
  });

  it("leaves a role of its own to the profile it starts from", () => {
    const own = inheritingConfigOf(`[default]\nsource_profile = user\n[profile user]\n${ROLE}`);
    expect(settingsOf(own, "user")).toEqual({ role_arn: "arn:aws:iam::111111111111:role/A" });
  });
});

describe("what would contradict a profile is not inherited", () => {
  const session = "sso_session = s\n";
  const place = "sso_start_url = u\nsso_region = eu-west-1\n";

  it.each([
    ["a source without a role", "source_profile = user\n", "", []],
    [
      "a source beside credential_source",
      "source_profile = user\n",
      `${ROLE}credential_source = Environment\n`,
      ["role_arn", "credential_source"],
    ],
    ["a session beside a start URL", session, place, ["sso_start_url", "sso_region"]],
    ["a start URL and its region beside a session", place, session, ["sso_session"]],
  ])("%s", (_what, ofDefault, own, expected) => {
    const config = inheritingConfigOf(`[default]\n${ofDefault}[profile user]\n[profile a]\n${own}`);
    expect(Object.keys(settingsOf(config))).toEqual(expected);
  });

  const key = "aws_access_key_id = AKIAA\naws_secret_access_key = s\n";
  it.each([
    ["a session", "sso_session = s\nsso_account_id = 111111111111\nsso_role_name = A\n"],
    ["a start URL", `${place}sso_account_id = 111111111111\nsso_role_name = A\n`],
    ["a command", "credential_process = tool\n"],
    ["a token file", "web_identity_token_file = t\n"],
    ["a source profile", "source_profile = b\n"],
  ])("%s beside a key, which would give way to it", (_what, source) => {
    const ofDefault = inheritingConfigOf(`[default]\n${source}[profile a]\n${key}`);
    const included = configOf(`[profile b]\n${source}[profile a]\ninclude_profile = b\n${key}`);
    for (const config of [ofDefault, included]) expect(Object.keys(settingsOf(config))).toEqual(["aws_access_key_id"]);
  });

  it.each([
    ["a region for a start URL", place, "sso_start_url = v\n", { sso_start_url: "v", sso_region: "eu-west-1" }],
    ["a session that repeats its place", session + place, "", { sso_session: "s", sso_start_url: "u" }],
  ])("but %s is", (_what, ofDefault, own, expected) => {
    expect(settingsOf(inheritingConfigOf(`[default]\n${ofDefault}[profile a]\n${own}`))).toMatchObject(expected);
  });

  it("a place to sign in from two profiles", () => {
    const config = `[default]\n${session}[profile b]\n${place}[profile a]\ninclude_profile = b\n`;
    expect(settingsOf(inheritingConfigOf(config))).toEqual({ sso_start_url: "u", sso_region: "eu-west-1" });
  });
});
