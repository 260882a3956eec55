import { describe, expect, it } from "vitest";
import { canSignIn, longestConsoleSession } from "../../../src/aws/console/sign-in";
import { articleConfig } from "../article-config";
import { planOf } from "../plan-of";

const KEY = "aws_access_key_id = AKIAUSER\naws_secret_access_key = s\n";
const SESSION = "aws_access_key_id = ASIAUSER\naws_secret_access_key = s\naws_session_token = t\n";
const DEVICE = "mfa_serial = arn:aws:iam::999999999999:mfa/user\n";

/** A user, role a behind it and role b behind that, with further lines for user and a. */
function config(user: string, a = ""): string {
  return `[profile user]
${user}
[profile a]
source_profile = user
role_arn = arn:aws:iam::111111111111:role/A
${a}
[profile b]
source_profile = a
role_arn = arn:aws:iam::222222222222:role/B
`;
}

describe("the console", () => {
  it.each([
    ["a role", config(""), "a", true],
    ["a role behind a role", config(""), "b", true],
    ["a role behind a session that stands in a file", config(SESSION), "a", true],
    ["a session that stands in a file, which may be a role's", config(SESSION), "user", true],
    ["a user with a stored key", config(""), "user", false],
    ["a user with a key in a file", config(KEY), "user", false],
    ["a user with an MFA session", config(DEVICE), "user", false],
    ["the profile that asks aws-vault for a user", articleConfig, "demo-default", false],
  ])("opens for %s: %#", (_who, text, profile, opens) => {
    expect(canSignIn(planOf(text, profile))).toBe(opens);
  });
});

describe("a console session", () => {
  it.each([
    ["one role behind a stored key", config(""), "a"],
    ["one role behind a key in a file", config(KEY), "a"],
    ["one role that takes the code itself", config(DEVICE, "duration_seconds = 7200"), "a"],
    ["one role of a short time", config("", "duration_seconds = 900"), "a"],
  ])("may last twelve hours for %s", (_what, text, profile) => {
    expect(longestConsoleSession(planOf(text, profile))).toBe(43_200);
  });

  it.each([
    ["a role behind an MFA session", config(DEVICE), "a"],
    ["a role behind a role", config(""), "b"],
    ["a role behind a role behind an MFA session", articleConfig, "demo-role2"],
    ["a role behind a session that stands in a file", config(SESSION), "a"],
    ["a session that stands in a file", config(SESSION), "user"],
    ["a user", config(""), "user"],
  ])("may not be asked to last longer for %s", (_what, text, profile) => {
    expect(longestConsoleSession(planOf(text, profile))).toBeUndefined();
  });
});
