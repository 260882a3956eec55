import { describe, expect, it } from "vitest";
import { type ChainPlan, type MfaDevice } from "../../../../src/aws/chain/plan/chain-plan";
import { isFido, mayPresentCode } from "../../../../src/aws/chain/plan/declared-device";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { configOf, inheritingConfigOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { ROLE_A, ROLE_B, ROLE_C, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const DEVICE = "arn:aws:iam::999999999999:mfa/user";
const OTHER = "mfa_serial = arn:aws:iam::999999999999:mfa/other";
const USER = "[profile user]\n";
const USER_WITH_DEVICE = `[profile user]\nmfa_serial = ${DEVICE}\n`;
const KEY = "aws_access_key_id = AKIAUSER\naws_secret_access_key = s\n";

function device(plan: ChainPlan): MfaDevice | undefined {
  return plan.hops[0]?.device;
}

/** The plan where every profile inherits from `[default]`. */
function inheritingPlanOf(config: string, profile: string): ChainPlan {
  const result = planChain(inheritingConfigOf(config), profile);
  if ("problem" in result) throw new Error(`No plan for ${profile}: ${JSON.stringify(result.problem)}`);
  return result.plan;
}

describe("the MFA device", () => {
  it.each([
    ["is that of the user behind the chain", USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user"), "user"],
    [
      "is that of the first role before that of the user",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", OTHER),
      "a",
    ],
    ["is that of the first role where the user names none", USER + roleProfile("a", ROLE_A, "user", OTHER), "a"],
    [
      "is that of a role which is its own source",
      roleProfile("a", ROLE_A, "a", OTHER, "aws_access_key_id = AKIAUSER", "aws_secret_access_key = s"),
      "a",
    ],
    [
      "is that of the profile which asks aws-vault before that of the user",
      USER_WITH_DEVICE +
        `[profile vault]\ncredential_process = aws-vault exec user --json\n${OTHER}\n` +
        roleProfile("a", ROLE_A, "vault"),
      "vault",
    ],
    [
      "is that of the user behind aws-vault",
      USER_WITH_DEVICE +
        "[profile vault]\ncredential_process = aws-vault exec user --json\n" +
        roleProfile("a", ROLE_A, "vault"),
      "user",
    ],
    [
      "is of the user whose key signs, not of a profile between two roles",
      roleProfile("a", ROLE_A, "vault") +
        `[profile vault]\ncredential_process = aws-vault exec b\n${OTHER}\n` +
        roleProfile("b", ROLE_B, "user") +
        USER_WITH_DEVICE,
      "user",
    ],
  ])("%s", (_what, config, declaredBy) => {
    expect(device(planOf(config, "a"))?.declaredBy).toBe(declaredBy);
  });

  it("may be a hardware device, named by its serial number", () => {
    const config = "[profile user]\nmfa_serial = GAHT12345678\n";
    expect(device(planOf(config, "user"))).toMatchObject({ serial: "GAHT12345678", declaredBy: "user" });
  });

  it("is asked for once where every role names it", () => {
    const serial = `mfa_serial = ${DEVICE}`;
    const config = USER_WITH_DEVICE + roleProfile("b", ROLE_B, "user", serial) + roleProfile("c", ROLE_C, "b", serial);
    const { hops, diagnostics } = planOf(config, "c");
    expect(hops.map(({ device }) => device?.declaredBy)).toEqual(["b", undefined, undefined]);
    expect(diagnostics).toEqual([]);
  });

  it("that is empty is none", () => {
    expect(planOf(USER + roleProfile("a", ROLE_A, "user", "mfa_serial ="), "a").hops).toMatchObject([
      { kind: "role", device: undefined },
    ]);
  });
});

describe("which source a code can be given for", () => {
  it.each([
    ["a stored key", USER_WITH_DEVICE, true],
    ["a key in a file", USER_WITH_DEVICE + KEY, true],
    ["a command, whose keys may be long-term", `${USER_WITH_DEVICE}credential_process = some-tool\n`, true],
    ["a session in a file", `${USER_WITH_DEVICE}${KEY}aws_session_token = t\n`, false],
    ["a token file", `${USER_WITH_DEVICE}web_identity_token_file = /t\nrole_arn = ${ROLE_B}\n`, false],
    [
      "IAM Identity Center",
      `${USER_WITH_DEVICE}sso_start_url = https://u\nsso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = r\n`,
      false,
    ],
    ["aws login", `${USER_WITH_DEVICE}login_session = l\n`, false],
  ])("%s: %s", (_what, user, may) => {
    const plan = planOf(user + roleProfile("a", ROLE_A, "user"), "a");
    expect(mayPresentCode(plan.source)).toBe(may);
    expect(device(plan)?.serial).toBe(may ? DEVICE : undefined);
  });

  it("the machine's credentials: false", () => {
    const plan = planOf(`[profile a]\nrole_arn = ${ROLE_A}\ncredential_source = EcsContainer\n${OTHER}\n`, "a");
    expect([mayPresentCode(plan.source), device(plan)]).toEqual([false, undefined]);
  });
});

describe("mfa_process, the command that prints the code", () => {
  const own = "mfa_process = own";
  const users = "mfa_process = user's\n";

  it.each([
    ["is the user's", USER_WITH_DEVICE + users + roleProfile("a", ROLE_A, "user"), "user's"],
    ["is the first role's before the user's", USER_WITH_DEVICE + users + roleProfile("a", ROLE_A, "user", own), "own"],
    [
      "may stand in another profile than the serial: the user's",
      USER + users + roleProfile("a", ROLE_A, "user", OTHER),
      "user's",
    ],
    [
      "may stand in another profile than the serial: the role's",
      USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user", own),
      "own",
    ],
    ["is none where no profile has it", USER_WITH_DEVICE + roleProfile("a", ROLE_A, "user"), undefined],
    ["that is empty is none", `${USER_WITH_DEVICE}mfa_process =\n${roleProfile("a", ROLE_A, "user")}`, undefined],
    [
      "is not that of a role which a role assumes",
      USER_WITH_DEVICE + roleProfile("b", ROLE_B, "user") + roleProfile("a", ROLE_A, "b", own),
      undefined,
    ],
    [
      "is inherited by include_profile",
      `${USER_WITH_DEVICE}include_profile = tools\n[profile tools]\nmfa_process = tool\n${roleProfile("a", ROLE_A, "user")}`,
      "tool",
    ],
  ])("%s", (_what, config, process) => {
    expect(device(planOf(config, "a"))).toMatchObject({ process });
  });

  it("without a serial is no device", () => {
    expect(device(planOf(USER + users, "user"))).toBeUndefined();
  });
});

describe("a security key or passkey", () => {
  const fido = "arn:aws:iam::111111111111:u2f/user/ada/yubikey-ABC";
  const declared = (serial: string): MfaDevice => ({
    serial,
    declaredBy: "user",
    process: undefined,
    file: FILE,
    line: 2,
  });

  it.each([
    [fido, true],
    ["arn:aws:iam::111111111111:mfa/u2f", false],
    ["GAHT12345678", false],
  ])("%s: %s", (serial, expected) => {
    expect(isFido(declared(serial))).toBe(expected);
  });

  it.each([
    ["of the profile itself", `[profile a]\nmfa_serial = ${fido}\n`, { profile: "a", line: 2 }],
    [
      "of the user behind a role",
      `[profile user]\nmfa_serial = ${fido}\n${roleProfile("a", ROLE_A, "user")}`,
      { profile: "user", selected: "a", line: 2 },
    ],
  ])("is a fault, as it shows no code: %s", (_what, config, place) => {
    expect(planChain(configOf(config), "a")).toEqual({
      problem: { kind: "fido-device", serial: fido, file: FILE, ...place },
    });
  });

  it.each([
    ["behind another device, which comes first", roleProfile("a", ROLE_A, "user", OTHER), ""],
    ["of a user whose key is a session", roleProfile("a", ROLE_A, "user"), `${KEY}aws_session_token = t\n`],
  ])("is no fault where it is not asked: %s", (_what, role, key) => {
    expect(planChain(configOf(`[profile user]\nmfa_serial = ${fido}\n${key}${role}`), "a")).toHaveProperty("plan");
  });
});

describe("an mfa_serial that counts for nothing is told", () => {
  const leftOut = (profile: string, line: number) => ({
    severity: "warning",
    profile,
    file: FILE,
    line,
    message: `mfa_serial of "${profile}" is left out: its role is assumed by a session, which has no MFA device, and STS would refuse it.`,
    hint: "Put it on the profile of the user whose key starts the chain.",
  });

  it.each([
    [
      "of a role that a role assumes",
      USER_WITH_DEVICE + roleProfile("b", ROLE_B, "user") + roleProfile("a", ROLE_A, "b", OTHER),
      [leftOut("a", 9)],
    ],
    [
      "of a role that a role assumes, where nobody else has one",
      USER + roleProfile("b", ROLE_B, "user") + roleProfile("a", ROLE_A, "b", OTHER),
      [leftOut("a", 8)],
    ],
    [
      "of every role behind a session in a file",
      `${USER}${KEY}aws_session_token = t\n${roleProfile("b", ROLE_B, "user", OTHER)}${roleProfile("a", ROLE_A, "b", OTHER)}`,
      [leftOut("b", 8), leftOut("a", 12)],
    ],
    [
      "of a role behind the machine's credentials",
      `[profile a]\nrole_arn = ${ROLE_A}\ncredential_source = Environment\n${OTHER}\n`,
      [leftOut("a", 4)],
    ],
    ["but not where it is the one that is asked", USER + roleProfile("a", ROLE_A, "user", OTHER), []],
  ])("%s", (_what, config, diagnostics) => {
    expect(planOf(config, "a").diagnostics).toEqual(diagnostics);
  });
});

describe("mfa_serial of [default]", () => {
  const config = `[default]\nmfa_serial = d\n${USER}${roleProfile("a", ROLE_A, "user")}`;

  it("is told not to count, as aws-vault would use it", () => {
    const plan = planOf(config, "a");
    expect(device(plan)).toBeUndefined();
    expect(plan.diagnostics).toEqual([
      {
        severity: "warning",
        profile: "user",
        file: FILE,
        line: 2,
        message: 'mfa_serial of [default] does not count for "user", as in every AWS SDK; aws-vault would use it.',
        hint: 'Write it into "user", or turn on Inherit from [default] in the preferences.',
      },
    ]);
  });

  it("counts where the user has chosen so", () => {
    const plan = inheritingPlanOf(config, "a");
    expect(device(plan)).toEqual({ serial: "d", declaredBy: "default", process: undefined, file: FILE, line: 2 });
    expect(plan.diagnostics).toEqual([]);
  });

  it.each([
    [
      "where the chain has a device",
      `[default]\nmfa_serial = d\n${USER_WITH_DEVICE}${roleProfile("a", ROLE_A, "user")}`,
      "a",
    ],
    ["where [default] is the user", `[default]\nmfa_serial = d\n${roleProfile("a", ROLE_A, "default")}`, "a"],
    [
      "where the key stands in a file, which aws-vault does not read",
      `[default]\nmfa_serial = d\n${USER}${KEY}`,
      "user",
    ],
    ["where it is empty", `[default]\nmfa_serial =\n${USER}`, "user"],
  ])("needs no word %s", (_what, text, profile) => {
    expect(planOf(text, profile).diagnostics).toEqual([]);
  });
});
