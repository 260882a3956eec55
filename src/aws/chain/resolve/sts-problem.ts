import { type StsFailure, type StsRefusal } from "../../sts/sts";
import { type ChainPlan, durationLocation, type Hop, mfaDevice, type RoleHop, roleHops } from "../plan/chain-plan";
import { type ChainProblem, type HopReference, type MfaStanding } from "./chain-problem";

/** A call of a chain that failed. */
export interface FailedCall {
  readonly plan: ChainPlan;
  /** The hop as the plan has it. */
  readonly planned: Hop;
  /** As it was made: what a command printed may turn out to allow less than was planned. */
  readonly hop: Hop;
}

/**
 * Names the cause behind a failed call of a chain (STS API Reference, "Common Errors" and the errors of each call).
 * Only codes and fixed phrases of AWS's texts are read: the texts can quote the signed request.
 *
 * @param region where STS was asked
 */
export function stsProblem(failure: StsFailure, call: FailedCall, region = call.plan.region): ChainProblem {
  const { plan, planned, hop } = call;
  const { profile, network } = plan;
  const reference = hopReference(planned, plan);
  if (failure.kind === "silent") {
    const place = { region, endpoint: network.stsEndpoint };
    const hasCode = hop.device !== undefined;
    return { kind: "sts-unreachable", profile, hop: reference, ...place, failure: failure.failure, hasCode };
  }
  if (isClockSkew(failure)) return { kind: "clock-skew", profile };
  switch (failure.code) {
    case "AccessDenied":
      return accessDenied(failure, call);
    case "ExpiredToken":
    case "ExpiredTokenException":
    case "InvalidClientTokenId":
    case "UnrecognizedClientException":
    case "SignatureDoesNotMatch":
      return signerRefused(failure, call);
    case "RegionDisabledException":
      return {
        kind: "region-disabled",
        profile,
        hop: reference,
        region,
        otherRegion: otherRegion(plan, region),
        from: plan.regionFrom,
      };
    case "Throttling":
    case "ThrottlingException":
      return { kind: "sts-throttled", profile, hop: reference };
    default:
      return hop.kind === "role" && isDurationRefused(failure)
        ? durationRefused(hop, call)
        : { kind: "sts-refused", profile, hop: reference, code: failure.code };
  }
}

/** Where STS can be asked instead of a region that is not active: in the partition's own, which always is. */
export function otherRegion({ partition, network }: ChainPlan, region: string): string | undefined {
  const isElsewhere = network.stsEndpoint === undefined && region !== partition.defaultRegion;
  return isElsewhere ? partition.defaultRegion : undefined;
}

/** Whether STS refuses a signature for its time, beyond the 15 minutes that it allows. */
export function isClockSkew(failure: StsFailure): boolean {
  return (
    failure.kind === "refused" &&
    failure.code === "SignatureDoesNotMatch" &&
    /signature (expired|not yet current)/i.test(failure.message)
  );
}

/** Only the first hop is signed with the source's key; what AWS says of a later signer is about a session. */
function signerRefused({ code }: StsRefusal, { plan, planned }: FailedCall): ChainProblem {
  const { profile, source } = plan;
  if (planned !== plan.hops[0]) return { kind: "session-expired", profile, hop: hopReference(planned, plan) };
  if (source.kind === "process") {
    const { profile: owner, file, line } = source;
    const reason = "AWS does not accept the key that it printed";
    return { kind: "process-failed", profile, source: owner, reason, file, line };
  }
  const isOver = code.startsWith("ExpiredToken") && source.kind === "file-key";
  return isOver ? { kind: "key-expired", profile, source } : { kind: "key-refused", profile, source };
}

/**
 * Whether STS refuses a role for its `DurationSeconds`: more than the role's maximum, or more than the hour of a caller
 * that turned out to be a session.
 */
export function isDurationRefused({ code, message }: StsRefusal): boolean {
  return code === "ValidationError" && /MaxSessionDuration|1 hour session limit/i.test(message);
}

function durationRefused(role: RoleHop, { plan, planned }: FailedCall): ChainProblem {
  return {
    kind: "duration-refused",
    profile: plan.profile,
    hop: hopReference(planned, plan),
    roleProfile: role.profile,
    askedSeconds: role.durationSeconds,
    ...durationLocation(role),
  };
}

function accessDenied({ code, message }: StsRefusal, call: FailedCall): ChainProblem {
  const { plan, planned, hop } = call;
  const { profile } = plan;
  if (hop.device && /MultiFactorAuthentication failed/i.test(message)) {
    const { serial, declaredBy, file, line } = hop.device;
    return /serial number|unable to validate/i.test(message)
      ? { kind: "device-refused", profile, serial, declaredBy, file, line }
      : { kind: "code-refused", profile, serial };
  }
  const reference = hopReference(planned, plan);
  if (hop.kind === "user-session") return { kind: "sts-refused", profile, hop: reference, code };
  if (hop.kind === "federated-user") {
    const isExplicit = /explicit deny/i.test(message);
    return { kind: "federation-denied", profile, source: plan.source.profile, isExplicit, roleProfiles: [] };
  }
  return {
    kind: "role-refused",
    profile,
    hop: reference,
    roleProfile: hop.profile,
    accountId: hop.role.accountId,
    hasExternalId: hop.externalId !== undefined,
    mfa: mfaStanding(call),
    file: hop.file,
    line: hop.line,
  };
}

/** IAM User Guide, "MFA-protected API access": what AssumeRole gives carries no MFA on. */
function mfaStanding({ plan, planned, hop }: FailedCall): MfaStanding {
  if (roleHops(plan)[0] !== planned) return "not-carried-on";
  if (planned.device && !hop.device) return "unknown";
  return mfaDevice(plan) ? "proved" : "none";
}

function hopReference(hop: Hop, plan: ChainPlan): HopReference {
  if (hop.kind !== "role") return { kind: hop.kind, source: hop.profile };
  const roles = roleHops(plan);
  return { kind: "role", number: roles.indexOf(hop) + 1, of: roles.length, roleArn: hop.role.arn };
}
