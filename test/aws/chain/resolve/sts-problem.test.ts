import { describe, expect, it } from "vitest";
import { type ChainPlan, type Hop } from "../../../../src/aws/chain/plan/chain-plan";
import { type ChainProblem } from "../../../../src/aws/chain/resolve/chain-problem";
import { type FailedCall, stsProblem } from "../../../../src/aws/chain/resolve/sts-problem";
import { consolePlan } from "../../../../src/aws/console/console-plan";
import { articleConfig } from "../../article-config";
import { planOf } from "../../plan-of";

const PLAN = planOf(articleConfig, "demo-role2");
const STORED_KEY = { kind: "stored-key", profile: "demo-user", rule: "no-source-named" } as const;
const DEVICE_PLACE = { file: "~/.aws/config", line: 7 };
const SERIAL = "arn:aws:iam::111111111111:mfa/demo-user";
const WRONG_CODE = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
const WRONG_DEVICE =
  "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";
const NOT_AUTHORIZED =
  "User: arn:aws:iam::111111111111:user/demo-user is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::222222222222:role/demo-role1";

const USER_SESSION = { kind: "user-session", source: "demo-user" } as const;
const FIRST_ROLE = { kind: "role", number: 1, of: 2, roleArn: "arn:aws:iam::222222222222:role/demo-role1" } as const;
const SECOND_ROLE = { kind: "role", number: 2, of: 2, roleArn: "arn:aws:iam::333333333333:role/demo-role2" } as const;

function hopAt(index: number, plan: ChainPlan = PLAN): Hop {
  const hop = plan.hops[index];
  if (!hop) throw new Error(`The plan has no hop ${index}.`);
  return hop;
}

/** The call of a hop, made as the plan has it. */
function callOf(index: number, plan: ChainPlan = PLAN): FailedCall {
  const hop = hopAt(index, plan);
  return { plan, planned: hop, hop };
}

/** What STS's refusal of a hop of demo-role2 is called; hop 0 is the user's session. */
function refusal(hop: number, code: string, message = ""): ChainProblem {
  return stsProblem({ kind: "refused", code, message }, callOf(hop));
}

describe("the user's session", () => {
  it.each<[string, string, string, ChainProblem]>([
    [
      "a wrong or used code",
      "AccessDenied",
      WRONG_CODE,
      { kind: "code-refused", profile: "demo-role2", serial: SERIAL },
    ],
    [
      "a device of somebody else",
      "AccessDenied",
      WRONG_DEVICE,
      { kind: "device-refused", profile: "demo-role2", serial: SERIAL, declaredBy: "demo-user", ...DEVICE_PLACE },
    ],
    [
      "a policy that denies the call",
      "AccessDenied",
      "User: x is not authorized to perform: sts:GetSessionToken",
      { kind: "sts-refused", profile: "demo-role2", hop: USER_SESSION, code: "AccessDenied" },
    ],
    [
      "a key that AWS does not know",
      "InvalidClientTokenId",
      "The security token included in the request is invalid.",
      { kind: "key-refused", profile: "demo-role2", source: STORED_KEY },
    ],
    [
      "a secret of another key",
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
      { kind: "key-refused", profile: "demo-role2", source: STORED_KEY },
    ],
    [
      "a clock that is late",
      "SignatureDoesNotMatch",
      "Signature expired: 20261123T100000Z is now earlier than 20261123T104500Z (20261123T110000Z - 15 min.)",
      { kind: "clock-skew", profile: "demo-role2" },
    ],
    [
      "a clock that is early",
      "SignatureDoesNotMatch",
      "Signature not yet current: 20261123T120000Z is still later than 20261123T111500Z (20261123T110000Z + 15 min.)",
      { kind: "clock-skew", profile: "demo-role2" },
    ],
    [
      "too many calls",
      "Throttling",
      "Rate exceeded",
      { kind: "sts-throttled", profile: "demo-role2", hop: USER_SESSION },
    ],
  ])("is refused for %s", (_cause, code, message, problem) => {
    expect(refusal(0, code, message)).toEqual(problem);
  });
});

describe("a federated user", () => {
  const plan = consolePlan(planOf(articleConfig, "demo-user"), "longest").plan;
  const told = (code: string, message: string): ChainProblem =>
    stsProblem({ kind: "refused", code, message }, callOf(0, plan));

  it.each([
    ["a policy that denies it, as those do that want MFA", true, " with an explicit deny in an identity-based policy"],
    ["want of a permission", false, " because no identity-based policy allows the sts:GetFederationToken action"],
  ])("is refused for %s", (_, isExplicit, reason) => {
    const message = `User: arn:aws:iam::111111111111:user/demo-user is not authorized to perform: sts:GetFederationToken on resource: x${reason}`;
    const denied = { kind: "federation-denied", profile: "demo-user", source: "demo-user", roleProfiles: [] };
    expect(told("AccessDenied", message)).toEqual({ ...denied, isExplicit });
  });

  it("is named where something else is the matter", () => {
    const hop = { kind: "federated-user", source: "demo-user" };
    expect(told("Throttling", "Rate exceeded")).toEqual({ kind: "sts-throttled", profile: "demo-user", hop });
  });
});

describe("a role", () => {
  it.each([
    [1, FIRST_ROLE, "demo-role1", "222222222222", "proved", 15],
    [2, SECOND_ROLE, "demo-role2", "333333333333", "not-carried-on", 20],
  ] as const)(
    "is refused with its number, account and place: hop %i",
    (hop, reference, roleProfile, accountId, mfa, line) => {
      expect(refusal(hop, "AccessDenied", NOT_AUTHORIZED)).toEqual({
        kind: "role-refused",
        profile: "demo-role2",
        hop: reference,
        roleProfile,
        accountId,
        hasExternalId: false,
        mfa,
        file: "~/.aws/config",
        line,
      });
    },
  );

  it("is refused with whether an external id was sent", () => {
    const plan = planOf(
      "[profile user]\n[profile a]\nsource_profile = user\nrole_arn = arn:aws:iam::222222222222:role/A\nexternal_id = xy",
      "a",
    );
    const failure = { kind: "refused", code: "AccessDenied", message: NOT_AUTHORIZED } as const;
    expect(stsProblem(failure, callOf(0, plan))).toMatchObject({ kind: "role-refused", hasExternalId: true });
  });

  it("may want MFA where the chain has no device", () => {
    const plan = planOf(
      "[profile user]\n[profile a]\nsource_profile = user\nrole_arn = arn:aws:iam::222222222222:role/A",
      "a",
    );
    const failure = { kind: "refused", code: "AccessDenied", message: NOT_AUTHORIZED } as const;
    expect(stsProblem(failure, callOf(0, plan))).toMatchObject({ kind: "role-refused", mfa: "none" });
  });

  it.each([
    "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
  ])("is refused for its duration: %s", (message) => {
    expect(refusal(1, "ValidationError", message)).toEqual({
      kind: "duration-refused",
      profile: "demo-role2",
      hop: FIRST_ROLE,
      roleProfile: "demo-role1",
      askedSeconds: 3600,
      file: "~/.aws/config",
      line: 15,
    });
  });

  it("is refused because STS is not active in the region that was asked", () => {
    const failure = { kind: "refused", code: "RegionDisabledException", message: "" } as const;
    expect(stsProblem(failure, callOf(1), "eu-south-2")).toEqual({
      kind: "region-disabled",
      profile: "demo-role2",
      hop: FIRST_ROLE,
      region: "eu-south-2",
      otherRegion: "us-east-1",
      from: PLAN.regionFrom,
    });
  });

  it("is refused for its duration where that is asked for", () => {
    const plan = planOf(
      "[profile user]\n[profile a]\nsource_profile = user\nrole_arn = arn:aws:iam::222222222222:role/A\nduration_seconds = 7200",
      "a",
    );
    const message = "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.";
    const failure = { kind: "refused", code: "ValidationError", message } as const;
    expect(stsProblem(failure, callOf(0, plan))).toMatchObject({ kind: "duration-refused", line: 5 });
  });

  describe("assumed by a session that a command printed", () => {
    const plan = planOf(
      "[profile tool]\ncredential_process = tool\nmfa_serial = m\n[profile a]\nsource_profile = tool\nrole_arn = arn:aws:iam::222222222222:role/A",
      "a",
    );
    const [planned] = plan.hops;
    if (planned?.kind !== "role") throw new Error("The plan begins with its role.");
    const call = { plan, planned, hop: { ...planned, device: undefined } };

    it("may want MFA, of which nobody knows", () => {
      const failure = { kind: "refused", code: "AccessDenied", message: NOT_AUTHORIZED } as const;
      expect(stsProblem(failure, call)).toMatchObject({ kind: "role-refused", mfa: "unknown" });
    });

    it.each(["ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"])(
      "is refused for the command: %s",
      (code) => {
        expect(stsProblem({ kind: "refused", code, message: "" }, call)).toEqual({
          kind: "process-failed",
          profile: "a",
          source: "tool",
          reason: "AWS does not accept the key that it printed",
          file: "~/.aws/config",
          line: 2,
        });
      },
    );
  });

  it("that took no code is not refused for its code", () => {
    expect(refusal(1, "AccessDenied", WRONG_CODE)).toMatchObject({ kind: "role-refused", hop: FIRST_ROLE });
  });

  it.each([
    ["its code", WRONG_CODE, "code-refused"],
    ["its device", WRONG_DEVICE, "device-refused"],
    ["its trust policy", NOT_AUTHORIZED, "role-refused"],
  ])("that took the code itself may be refused for %s", (_what, message, kind) => {
    const plan = planOf(
      "[profile user]\nmfa_serial = m\n[profile a]\nsource_profile = user\nrole_arn = arn:aws:iam::222222222222:role/A\nduration_seconds = 7200",
      "a",
    );
    expect(stsProblem({ kind: "refused", code: "AccessDenied", message }, callOf(0, plan)).kind).toBe(kind);
  });

  it.each(["ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "SignatureDoesNotMatch"])(
    "is refused because AWS no longer takes the session before it: %s",
    (code) => {
      expect(refusal(2, code)).toEqual({ kind: "session-expired", profile: "demo-role2", hop: SECOND_ROLE });
    },
  );

  it.each(["ValidationError", "SomethingNew"])("is refused with AWS's code: %s", (code) => {
    expect(refusal(2, code)).toEqual({ kind: "sts-refused", profile: "demo-role2", hop: SECOND_ROLE, code });
  });
});

describe("an answer that never came", () => {
  it("names hop, region and reason", () => {
    const failure = { cause: "host-not-found", reason: "ENOTFOUND" } as const;
    expect(stsProblem({ kind: "silent", failure }, callOf(1))).toEqual({
      kind: "sts-unreachable",
      profile: "demo-role2",
      hop: FIRST_ROLE,
      region: "ap-northeast-1",
      endpoint: undefined,
      failure,
      hasCode: false,
    });
    expect(stsProblem({ kind: "silent", failure }, callOf(0))).toMatchObject({ hop: USER_SESSION, hasCode: true });
  });
});

it.each(["AccessDenied", "ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch", "ValidationError"])(
  "passes on nothing of AWS's text, which may quote the request: %s",
  (code) => {
    for (const hop of [0, 1, 2]) {
      const problem = refusal(hop, code, `${WRONG_DEVICE} The canonical string was x-amz-security-token:IQoJb3JpZ2lu`);
      expect(JSON.stringify(problem)).not.toContain("IQoJb3JpZ2lu");
    }
  },
);
