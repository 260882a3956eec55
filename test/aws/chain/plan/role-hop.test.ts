import { describe, expect, it } from "vitest";
import { type RoleHop, roleHops } from "../../../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { chained, readRoleHop } from "../../../../src/aws/chain/plan/role-hop";
import { configOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { ROLE_A, ROLE_B, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const USER = "[profile user]\n";
const SESSION = "[user]\naws_access_key_id = ASIAUSER\naws_secret_access_key = s\naws_session_token = t\n";

/** The hop of a role that a user assumes. */
function hopOf(...lines: string[]): RoleHop {
  const profile = configOf(roleProfile("a", ROLE_A, "user", ...lines)).profiles.get("a");
  const hop = profile && readRoleHop(profile);
  if (!hop || "problem" in hop) throw new Error(`No hop: ${JSON.stringify(hop)}`);
  return hop;
}

describe("a role's hop", () => {
  it("says what its profile says", () => {
    expect(
      hopOf(
        "role_session_name = name",
        "external_id = id",
        "duration_seconds = 1800",
        "session_tags = team=blue, stage = test",
        "transitive_session_tags = team",
        "source_identity = ada",
        "mfa_serial = m",
      ),
    ).toEqual({
      kind: "role",
      profile: "a",
      role: { arn: ROLE_A, partition: "aws", accountId: "111111111111", roleName: "A" },
      sessionName: "name",
      externalId: "id",
      askedSeconds: 1800,
      askedAt: { file: FILE, line: 6 },
      durationSeconds: 1800,
      tags: [
        { key: "team", value: "blue" },
        { key: "stage", value: "test" },
      ],
      transitiveTagKeys: ["team"],
      sourceIdentity: "ada",
      device: undefined,
      file: FILE,
      line: 2,
    });
  });

  it.each(["role_session_name", "external_id", "session_tags", "transitive_session_tags", "source_identity"])(
    "takes an empty %s as none",
    (key) => {
      expect(hopOf(`${key} =`)).toEqual(hopOf());
    },
  );
});

describe("the duration of a role", () => {
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
    expect(hopOf(`duration_seconds = ${value}`).durationSeconds).toBe(seconds);
  });

  it.each([
    ["43200", 43_200],
    ["600", 600],
    ["90000", 90_000],
    ["abc", undefined],
    ["1h", undefined],
    ["", undefined],
  ])("duration_seconds = %s is kept as it was asked: %s", (value, asked) => {
    expect(hopOf(`duration_seconds = ${value}`).askedSeconds).toBe(asked);
  });

  it("is an hour at most behind a session, and remembers what was asked", () => {
    const hop = hopOf("duration_seconds = 43200");
    expect(chained(hop)).toEqual({ ...hop, askedSeconds: 43_200, durationSeconds: 3600 });
  });

  it("may be less than an hour behind a session", () => {
    expect(chained(hopOf("duration_seconds = 900"))).toMatchObject({ durationSeconds: 900 });
  });

  it("is what it asks for where a command gives the keys, until it shows that they are a session's", () => {
    const config = `${USER}credential_process = some-tool\n${roleProfile("a", ROLE_A, "user", "duration_seconds = 7200")}`;
    expect(roleHops(planOf(config, "a"))).toMatchObject([{ askedSeconds: 7200, durationSeconds: 7200 }]);
  });
});

describe("another duration than the profile asks for is told", () => {
  const told = (message: string, hint: string, line = 5, profile = "a") => [
    { severity: "warning", profile, file: FILE, line, message, hint },
  ];
  const lowest = "Write 900 or more.";
  const highest = "Write 43200 or less.";
  const chainedHint = "Nothing needs to be done; write 3600 to say what it gets.";

  it.each([
    [
      "abc",
      told(
        'duration_seconds = abc of "a" is not a number of seconds, so the session lasts an hour.',
        "Write it in seconds: 3600 is an hour.",
      ),
    ],
    [
      "1h",
      told(
        'duration_seconds = 1h of "a" is not a number of seconds, so the session lasts an hour.',
        "Write it in seconds: 3600 is an hour.",
      ),
    ],
    ["600", told('duration_seconds = 600 of "a" is raised to 900, the shortest session of a role.', lowest)],
    ["90000", told('duration_seconds = 90000 of "a" is lowered to 43200, the longest session of a role.', highest)],
    ["9".repeat(40), told('duration_seconds = … of "a" is lowered to 43200, the longest session of a role.', highest)],
    ["900", []],
    ["3600", []],
    ["43200", []],
    ["", []],
  ])("duration_seconds = %s of a user's role", (value, diagnostics) => {
    const config = USER + roleProfile("a", ROLE_A, "user", `duration_seconds = ${value}`);
    expect(planOf(config, "a").diagnostics).toEqual(diagnostics);
  });

  it.each([
    [
      "7200",
      told(
        'duration_seconds = 7200 of "a" is lowered to 3600: a role assumed by another session lasts an hour at most.',
        chainedHint,
      ),
    ],
    [
      "90000",
      told(
        'duration_seconds = 90000 of "a" is lowered to 3600: a role assumed by another session lasts an hour at most.',
        chainedHint,
      ),
    ],
    ["600", told('duration_seconds = 600 of "a" is raised to 900, the shortest session of a role.', lowest)],
    ["1800", []],
    ["3600", []],
  ])("duration_seconds = %s of a session's role", (value, diagnostics) => {
    const config = USER + roleProfile("a", ROLE_A, "user", `duration_seconds = ${value}`);
    expect(planOf(config, "a", SESSION).diagnostics).toEqual(diagnostics);
  });

  it("of each role, at the line that is lent to it", () => {
    const config = `${USER}${roleProfile("b", ROLE_B, "user", "duration_seconds = 100")}${roleProfile("a", ROLE_A, "b", "include_profile = c")}[profile c]\nduration_seconds = 7200\n`;
    expect(planOf(config, "a").diagnostics).toMatchObject([
      { profile: "b", line: 5 },
      { profile: "a", line: 11 },
    ]);
  });
});

describe("a role has no hop", () => {
  it.each([
    [
      "where its ARN is broken",
      roleProfile("a", "A", "user"),
      { kind: "broken-role-arn", value: "A", profile: "a", file: FILE, line: 2 },
    ],
    [
      "where its tags are broken",
      roleProfile("a", ROLE_A, "user", "session_tags = blue"),
      { kind: "broken-session-tags", profile: "a", file: FILE, line: 4 },
    ],
    [
      "where the tags of a role on the way are broken",
      roleProfile("b", ROLE_B, "user", "session_tags = team=blue,,") + roleProfile("a", ROLE_A, "b"),
      { kind: "broken-session-tags", profile: "b", selected: "a", file: FILE, line: 4 },
    ],
  ])("%s", (_what, config, problem) => {
    expect(planChain(configOf(config + USER), "a")).toEqual({ problem });
  });
});
