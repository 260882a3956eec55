import { type StsFailure, type StsRefusal } from "../../sts/sts";
import { type ChainPlan, type Hop, roleHops } from "../plan/chain-plan";
import { type ChainProblem, type HopReference } from "./chain-problem";

/**
 * Names the cause behind a failed call of a chain (STS API Reference, "Common Errors" and the errors of each call).
 * Only codes and fixed phrases of AWS's texts are read: the texts can quote the signed request.
 */
export function stsProblem(failure: StsFailure, hop: Hop, plan: ChainPlan): ChainProblem {
  const { profile, region, source } = plan;
  const reference = hopReference(hop, plan);
  if (failure.kind === "silent") {
    return { kind: "sts-unreachable", profile, hop: reference, region, reason: failure.reason };
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
    default:
      return { kind: "sts-refused", profile, hop: reference, code: failure.code };
  }
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
    file: hop.file,
    line: hop.line,
  };
}

function hopReference(hop: Hop, plan: ChainPlan): HopReference {
  if (hop.kind === "user-session") return { kind: "user-session", source: hop.profile };
  const roles = roleHops(plan);
  return { kind: "role", number: roles.indexOf(hop) + 1, of: roles.length, roleArn: hop.role.arn };
}
