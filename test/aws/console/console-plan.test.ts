import { describe, expect, it } from "vitest";
import { type Hop, isOfUser } from "../../../src/aws/chain/plan/chain-plan";
import { allowsTwelveHours, consolePlan } from "../../../src/aws/console/console-plan";
import { articleConfig } from "../article-config";
import { planOf } from "../plan-of";

const KEY = "aws_access_key_id = AKIAUSER\naws_secret_access_key = s\n";
const SESSION = "aws_access_key_id = ASIAUSER\naws_secret_access_key = s\naws_session_token = t\n";
const DEVICE = "mfa_serial = arn:aws:iam::999999999999:mfa/user\n";
const COMMAND = "credential_process = print-keys\n";

const HOURS = 43_200;

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

function summary(hop: Hop): string {
  return `${hop.kind}${hop.device ? " with code" : ""} ${hop.durationSeconds}`;
}

describe("a console as long as AWS allows without one more code", () => {
  it.each([
    ["one role behind a stored key", config(""), "a", ["role 3600"], HOURS],
    ["one role behind a key in a file", config(KEY), "a", ["role 3600"], HOURS],
    [
      "one role that takes the code itself",
      config(DEVICE, "duration_seconds = 7200"),
      "a",
      ["role with code 7200"],
      HOURS,
    ],
    ["one role of a short time", config("", "duration_seconds = 900"), "a", ["role 900"], HOURS],
    ["a role behind an MFA session", config(DEVICE), "a", ["user-session with code 43200", "role 3600"], undefined],
    ["a role behind a role", config(""), "b", ["role 3600", "role 3600"], undefined],
    [
      "a role behind a role behind an MFA session",
      articleConfig,
      "demo-role2",
      ["user-session with code 43200", "role 3600", "role 3600"],
      undefined,
    ],
    ["a role behind a session that stands in a file", config(SESSION), "a", ["role 3600"], undefined],
    ["a role behind a command, whose keys nobody knows yet", config(COMMAND), "a", ["role 3600"], undefined],
    ["a session that stands in a file, which may be a role's", config(SESSION), "user", [], undefined],
    ["a user with a stored key, as a federated user", config(""), "user", ["federated-user 43200"], undefined],
    [
      "a user with a device, whose code that call does not take",
      config(DEVICE),
      "user",
      ["federated-user 43200"],
      undefined,
    ],
    ["a command that may print a user's key", config(COMMAND), "user", ["federated-user 43200"], undefined],
    ["the profile that asks aws-vault for a user", articleConfig, "demo-default", ["federated-user 43200"], undefined],
  ])("is opened for %s", (_who, text, profile, hops, sessionDuration) => {
    const console = consolePlan(planOf(text, profile), "longest");
    expect(console.plan.hops.map(summary)).toEqual(hops);
    expect(console.sessionDuration).toBe(sessionDuration);
  });
});

describe("a console as long as the credentials", () => {
  it.each(["user", "a", "b"])("takes the same way and asks for no duration: %s", (profile) => {
    const plan = planOf(config(DEVICE), profile);
    const { plan: longest } = consolePlan(plan, "longest");
    expect(consolePlan(plan, "as-credentials")).toEqual({ plan: longest, sessionDuration: undefined });
  });
});

describe("a console of twelve hours", () => {
  it.each([
    ["one role behind a stored key", config(""), "a", "role 3600"],
    ["one role behind an MFA session, with the code in its own call", config(DEVICE), "a", "role with code 3600"],
    ["one role that takes the code anyway", config(DEVICE, "duration_seconds = 7200"), "a", "role with code 7200"],
  ])("is opened for %s", (_who, text, profile, hop) => {
    const plan = planOf(text, profile);
    const console = consolePlan(plan, "twelve-hours");
    expect([allowsTwelveHours(plan), console.plan.hops.map(summary), console.sessionDuration]).toEqual([
      true,
      [hop],
      HOURS,
    ]);
  });

  it.each([
    ["a role behind a role", config(""), "b"],
    ["the chain of the article", articleConfig, "demo-role2"],
    ["a role behind a session that stands in a file", config(SESSION), "a"],
    ["a role behind a command", config(COMMAND), "a"],
    ["a user", config(""), "user"],
    ["a session that stands in a file", config(SESSION), "user"],
  ])("is refused for %s", (_who, text, profile) => {
    const plan = planOf(text, profile);
    expect(allowsTwelveHours(plan)).toBe(false);
    expect(() => consolePlan(plan, "twelve-hours")).toThrow(
      `AWS gives "${profile}" no console of twelve hours: only a role that a user's own key assumes gets one. Use Open Console, which lasts as long as AWS allows.`,
    );
  });
});

describe("a plan ends with a user", () => {
  it.each([
    ["a role", config(""), "a", false],
    ["a session that stands in a file, which may be a role's", config(SESSION), "user", false],
    ["a command, which may print a role's", config(COMMAND), "user", false],
    ["a user with a stored key", config(""), "user", true],
    ["a user with a key in a file", config(KEY), "user", true],
    ["a user with an MFA session", config(DEVICE), "user", true],
    ["the profile that asks aws-vault for a user", articleConfig, "demo-default", true],
  ])("or not: %s", (_who, text, profile, isUser) => {
    expect(isOfUser(planOf(text, profile))).toBe(isUser);
  });
});
