import { describe, expect, it } from "vitest";
import { type PlanProblem } from "../../../../src/aws/chain/plan/plan-problem";
import { readSsoSource } from "../../../../src/aws/chain/plan/sso-source";
import { configOf } from "../../config-of";

const FILE = "~/.aws/config";
const SESSION = "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start#/\nsso_region = eu-west-1\n";
const ACCOUNT = "sso_account_id = 111111111111\n";
const ROLE = "sso_role_name = Admin\n";

/** What profile `a` takes from IAM Identity Center. */
function readSso(config: string, wanted: "role" | "session" = "role"): ReturnType<typeof readSsoSource> {
  const shared = configOf(config);
  const profile = shared.profiles.get("a");
  if (!profile) throw new Error("The config has no profile a.");
  return readSsoSource(shared, profile, "only-source", wanted);
}

describe("a role of IAM Identity Center", () => {
  const common = { kind: "sso", profile: "a", rule: "only-source", region: "eu-west-1" };
  const startUrl = "https://corp.awsapps.com/start#/";
  const role = { accountId: "111111111111", roleName: "Admin" };

  it.each([
    [
      "is found by the session that the profile names",
      `${SESSION}[profile a]\n${ACCOUNT}${ROLE}sso_session = corp\n`,
      { session: "corp", startUrl, role, file: FILE, line: 7 },
    ],
    [
      "is found by the profile's own settings, in the older spelling",
      `[profile a]\n${ACCOUNT}${ROLE}sso_start_url = ${startUrl}\nsso_region = eu-west-1\n`,
      { session: undefined, startUrl, role, file: FILE, line: 4 },
    ],
    [
      "may repeat what its session says",
      `${SESSION}[profile a]\nsso_session = corp\nsso_region = eu-west-1\nsso_start_url = ${startUrl}\n${ACCOUNT}${ROLE}`,
      { session: "corp", startUrl, role, file: FILE, line: 5 },
    ],
  ])("%s", (_what, config, expected) => {
    expect(readSso(config)).toEqual({ ...common, ...expected });
  });
});

describe("a place to sign in without a role", () => {
  const withSession = `${SESSION}[profile a]\nsso_session = corp\n`;
  const withUrl = "[profile a]\nsso_start_url = https://u\nsso_region = eu-west-1\n";

  it.each([
    ["a session", withSession],
    ["a start URL", withUrl],
  ])("counts where nothing else does: %s", (_what, config) => {
    expect(readSso(config, "session")).toMatchObject({ kind: "sso", role: undefined });
  });

  it.each([
    ["a session", withSession],
    ["a start URL", withUrl],
  ])("gives no credentials: %s", (_what, config) => {
    expect(readSso(config, "role")).toBeUndefined();
  });
});

it.each(["role", "session"] as const)("gives nothing to a profile without SSO settings, wanted a %s", (wanted) => {
  expect(readSso(`${SESSION}[profile a]\nregion = eu-west-1\nsso_region = eu-west-1\nsso_role_name =\n`, wanted)).toBe(
    undefined,
  );
});

describe("there is no plan", () => {
  const partial = (setting: string, missing: string, line: number, session?: string): PlanProblem => ({
    kind: "partial-sso",
    profile: "a",
    setting,
    missing,
    ...(session !== undefined && { session }),
    file: FILE,
    line,
  });

  it.each<[string, string, PlanProblem]>([
    [
      "for an account without a role",
      `${SESSION}[profile a]\nsso_session = corp\n${ACCOUNT}`,
      partial("sso_account_id", "sso_role_name", 6),
    ],
    [
      "for a role without an account",
      `${SESSION}[profile a]\nsso_session = corp\n${ROLE}`,
      partial("sso_role_name", "sso_account_id", 6),
    ],
    [
      "for an account without a place to sign in",
      `[profile a]\n${ROLE}${ACCOUNT}`,
      partial("sso_account_id", "sso_start_url", 3),
    ],
    [
      "for a role without a place to sign in",
      `[profile a]\nsso_region = eu-west-1\n${ROLE}`,
      partial("sso_role_name", "sso_start_url", 3),
    ],
    [
      "for a start URL without a region",
      `[profile a]\n${ACCOUNT}${ROLE}sso_start_url = https://u\n`,
      partial("sso_start_url", "sso_region", 4),
    ],
    [
      "for a session without a region, which is to be corrected there",
      `[profile a]\nsso_session = corp\n${ACCOUNT}${ROLE}[sso-session corp]\nsso_start_url = https://u\n`,
      partial("sso_session", "sso_region", 5, "corp"),
    ],
    [
      "for a session without a start URL, which is to be corrected there",
      `[profile a]\nsso_session = corp\n${ACCOUNT}${ROLE}[sso-session corp]\nsso_region = eu-west-1\n`,
      partial("sso_session", "sso_start_url", 5, "corp"),
    ],
    [
      "for a session that is none",
      `${SESSION}[profile a]\n${ACCOUNT}${ROLE}sso_session = Corp\n`,
      { kind: "unknown-sso-session", profile: "a", session: "Corp", file: FILE, line: 7 },
    ],
    [
      "for a start URL that is not the session's",
      `${SESSION}[profile a]\nsso_session = corp\n${ACCOUNT}${ROLE}sso_start_url = https://u\n`,
      { kind: "sso-conflict", profile: "a", setting: "sso_start_url", session: "corp", file: FILE, line: 8 },
    ],
    [
      "for a region that is not the session's",
      `${SESSION}[profile a]\nsso_session = corp\n${ACCOUNT}${ROLE}sso_region = us-east-1\n`,
      { kind: "sso-conflict", profile: "a", setting: "sso_region", session: "corp", file: FILE, line: 8 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(readSso(config)).toEqual({ problem });
  });
});
