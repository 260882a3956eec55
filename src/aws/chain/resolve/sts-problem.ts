import { type StsFailure, type StsRefusal } from "../../sts/sts";
import { type ChainPlan, type Hop, mfaDevice, type RoleHop, roleHops } from "../plan/chain-plan";
import { type ChainProblem, type HopReference, type MfaStanding } from "./chain-problem";

/**
 * Names the cause behind a failed call of a chain (STS API Reference, "Common Errors" and the errors of each call).
 * Only codes and fixed phrases of AWS's texts are read: the texts can quote the signed request.
 *
 * @param hop as the plan has it
 * @param region where STS was asked
 */
export function stsProblem(failure: StsFailure, hop: Hop, plan: ChainPlan, region = plan.region): ChainProblem {
  const { profile, source } = plan;
  const reference = hopReference(hop, plan);
  if (failure.kind === "silent") {
    const hasCode = hop.device !== undefined;
    return { kind: "sts-unreachable", profile, hop: reference, region, failure: failure.failure, hasCode };
  }

  // Only the first hop is signed with the source's key; what AWS says of a later signer is about a session.
  const isSignedWithKey = hop === plan.hops[0];
  const sessionRefused: ChainProblem = { kind: "session-expired", profile, hop: reference };
  const signerRefused: ChainProblem = isSignedWithKey ? { kind: "key-refused", profile, source } : sessionRefused;
  switch (failure.code) {
    case "AccessDenied":
      return accessDenied(failure, hop, plan);
    case "ExpiredToken":
    case "ExpiredTokenException":
      return isSignedWithKey && source.kind === "file-key" ? { kind: "key-expired", profile, source } : sessionRefused;
    case "InvalidClientTokenId":
    case "UnrecognizedClientException":
      return signerRefused;
    case "SignatureDoesNotMatch":
      return /signature (expired|not yet current)/i.test(failure.message)
        ? { kind: "clock-skew", profile }
        : signerRefused;
    case "RegionDisabledException":
      return { kind: "region-disabled", profile, hop: reference, region };
    case "Throttling":
    case "ThrottlingException":
      return { kind: "sts-throttled", profile, hop: reference };
    default:
      return hop.kind === "role" && isDurationRefused(failure)
        ? durationRefused(hop, plan)
        : { kind: "sts-refused", profile, hop: reference, code: failure.code };
  }
}

/**
 * Whether STS refuses a role for its `DurationSeconds`: more than the role's maximum, or more than the hour of a caller
 * that turned out to be a session.
 */
export function isDurationRefused({ code, message }: StsRefusal): boolean {
  return code === "ValidationError" && /MaxSessionDuration|1 hour session limit/i.test(message);
}

function durationRefused(hop: RoleHop, plan: ChainPlan): ChainProblem {
  const { profile: roleProfile, durationSeconds: askedSeconds, file, line } = hop;
  const reference = hopReference(hop, plan);
  return {
    kind: "duration-refused",
    profile: plan.profile,
    hop: reference,
    roleProfile,
    askedSeconds,
    file,
    line,
  };
}

function accessDenied({ code, message }: StsRefusal, hop: Hop, plan: ChainPlan): ChainProblem {
  const { profile } = plan;
  if (hop.device && /MultiFactorAuthentication failed/i.test(message)) {
    const { serial, declaredBy, file, line } = hop.device;
    return /serial number|unable to validate/i.test(message)
      ? { kind: "device-refused", profile, serial, declaredBy, file, line }
      : { kind: "code-refused", profile, serial };
  }
  const reference = hopReference(hop, plan);
  if (hop.kind === "user-session") return { kind: "sts-refused", profile, hop: reference, code };
  return {
    kind: "role-refused",
    profile,
    hop: reference,
    roleProfile: hop.profile,
    accountId: hop.role.accountId,
    hasExternalId: hop.externalId !== undefined,
    mfa: mfaStanding(hop, plan),
    file: hop.file,
    line: hop.line,
  };
}

/** IAM User Guide, "MFA-protected API access": what AssumeRole gives carries no MFA on. */
function mfaStanding(hop: RoleHop, plan: ChainPlan): MfaStanding {
  if (roleHops(plan)[0] !== hop) return "not-carried-on";
  return mfaDevice(plan) ? "proved" : "none";
}

function hopReference(hop: Hop, plan: ChainPlan): HopReference {
  if (hop.kind === "user-session") return { kind: "user-session", source: hop.profile };
  const roles = roleHops(plan);
  return { kind: "role", number: roles.indexOf(hop) + 1, of: roles.length, roleArn: hop.role.arn };
}
