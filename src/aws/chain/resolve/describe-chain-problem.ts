import { describeNetworkFailure } from "../../network/describe-network-failure";
import { mayHaveArrived } from "../../network/network-failure";
import { editConfig, placeText, type ProblemDescription, TRY_AGAIN } from "../../problem-description";
import {
  type ChainProblem,
  type FederationDenied,
  type HopReference,
  type KeyRefused,
  type MfaStanding,
  type RegionDisabled,
  type RoleRefused,
  type StsUnreachable,
} from "./chain-problem";

/** Says why a chain was not made: which hop, of which profile, and the way out. */
export function describeChainProblem(problem: ChainProblem): ProblemDescription {
  const { profile } = problem;
  switch (problem.kind) {
    case "no-access-key":
      return {
        title: "No Access Key",
        sentence: `No access key is stored for "${problem.source}", which "${profile}" starts from. Store it with Add Access Key.`,
        remedy: { kind: "add-access-key", profile: problem.source },
      };
    case "process-failed":
      return {
        title: "Command Gave No Key",
        sentence: `credential_process of "${problem.source}" (${placeText(problem)}), which "${profile}" starts from, gave no key: ${problem.reason}. Run it in a terminal to see more, then try again.`,
        remedy: editConfig(problem),
      };
    case "key-refused":
      return describeRefusedKey(problem);
    case "key-expired": {
      const { source } = problem;
      return {
        title: "Temporary Key Expired",
        sentence: `The temporary key of "${source.profile}" (${placeText(source)}), which "${profile}" starts from, has expired. Replace it, or remove it to use the profile's own way.`,
        remedy: editConfig(source),
      };
    }
    case "key-replaced":
      return {
        title: "Access Key Replaced",
        sentence: `The access key of "${problem.source}" was replaced while "${profile}" was opened, so what the old one gave was not kept. Open it again.`,
        remedy: TRY_AGAIN,
      };
    case "code-refused":
      return {
        title: "Code Refused",
        sentence: `AWS refused the code of ${problem.serial} for "${profile}". It was mistyped or used before: enter it again, or wait for the next.`,
        remedy: TRY_AGAIN,
      };
    case "code-spent":
      return {
        title: "Code Used Before",
        sentence: `This code of ${problem.serial} was sent before, and AWS takes each once. Enter the next one to open "${profile}".`,
        remedy: TRY_AGAIN,
      };
    case "device-changed":
      return {
        title: "Another MFA Device",
        sentence: `The files now name ${problem.serial === undefined ? "no MFA device" : `the MFA device ${problem.serial}`} for "${profile}". The code was not sent: run the command again.`,
        remedy: { kind: "none" },
      };
    case "device-refused":
      return {
        title: "MFA Device Refused",
        sentence: `The MFA device ${problem.serial}, named by "${problem.declaredBy}" (${placeText(problem)}), is not one of the user behind "${profile}". Correct mfa_serial.`,
        remedy: editConfig(problem),
      };
    case "role-refused":
      return {
        title: "Role Refused",
        sentence: `${capital(hopOf(problem))} was refused: ${roleCauses(problem)}. Check role_arn of "${problem.roleProfile}" (${placeText(problem)}), or ask the owner of account ${problem.accountId}.`,
        remedy: editConfig(problem),
      };
    case "federation-denied":
      return describeDeniedFederation(problem);
    case "duration-refused":
      return {
        title: "Session Too Long",
        sentence: `${capital(hopOf(problem))} allows no session of ${problem.askedSeconds} seconds. Enter the next code for one of an hour, or correct duration_seconds of "${problem.roleProfile}" (${placeText(problem)}).`,
        remedy: editConfig(problem),
      };
    case "region-disabled":
      return describeDisabledRegion(problem);
    case "session-expired":
      return {
        title: "Session Expired",
        sentence: `AWS no longer takes the session that signs ${hopOf(problem)}. Use Forget Session, then open again.`,
        remedy: TRY_AGAIN,
      };
    case "clock-skew":
      return {
        title: "Clock Is Wrong",
        sentence: `This machine's clock is more than 15 minutes off, so AWS refused "${profile}". The difference is now allowed for: try again, with the next code where one is asked for, and set the clock.`,
        remedy: TRY_AGAIN,
      };
    case "sts-throttled":
      return {
        title: "AWS Is Busy",
        sentence: `AWS takes no more calls for now, so ${hopOf(problem)} was not made. Wait a minute, then try again, with the next code where one is asked for.`,
        remedy: TRY_AGAIN,
      };
    case "sts-refused":
      return {
        title: "AWS Refused",
        sentence: `AWS refused ${hopOf(problem)} with ${problem.code}. Try again; if it stays, look the code up in the STS API reference.`,
        remedy: TRY_AGAIN,
      };
    case "sts-unreachable":
      return describeUnreachableSts(problem);
  }
}

/** As many as a sentence can name. */
const NAMED_ROLES = 3;

function describeDeniedFederation({ profile, source, isExplicit, roleProfiles }: FederationDenied): ProblemDescription {
  const call = "GetFederationToken, the call behind it,";
  const cause = isExplicit
    ? `A policy denies the user of "${profile}" a console, as those do that want MFA: ${call} takes no code`
    : `The user of "${profile}" may open no console, or only with MFA: ${call} needs a permission and takes no code`;
  const more = roleProfiles.length - NAMED_ROLES;
  const names = [...roleProfiles.slice(0, NAMED_ROLES), ...(more > 0 ? [`${more} more`] : [])].join(", ");
  const way =
    roleProfiles.length === 0
      ? `Add a profile with role_arn and source_profile = ${source}, and open that.`
      : `Open a role behind it: ${names}.`;
  return {
    title: "User Has No Console",
    sentence: `${cause}. ${way}`,
    remedy: roleProfiles.length === 0 ? { kind: "none" } : { kind: "show-profiles", profiles: roleProfiles },
  };
}

function describeRefusedKey({ profile, source }: KeyRefused): ProblemDescription {
  const title = "Access Key Refused";
  const refusal = `AWS does not accept the access key of "${source.profile}", which "${profile}" starts from.`;
  return source.kind === "stored-key"
    ? {
        title,
        sentence: `${refusal} Store the current one with Add Access Key.`,
        remedy: { kind: "add-access-key", profile: source.profile },
      }
    : { title, sentence: `${refusal} Correct or remove it (${placeText(source)}).`, remedy: editConfig(source) };
}

function describeDisabledRegion(problem: RegionDisabled): ProblemDescription {
  const { region, otherRegion, from } = problem;
  const fault = `STS is not active in ${region} for the account that signs ${hopOf(problem)}.`;
  const next = otherRegion === undefined ? "" : ` The next code goes to ${otherRegion}.`;
  const title = "Region Not Active";
  return from.kind === "profile"
    ? {
        title,
        sentence: `${fault}${next} Write another region into "${from.declaredBy}" (${placeText(from)}), or ask the account's owner to activate it.`,
        remedy: editConfig(from),
      }
    : { title, sentence: `${fault}${next} Ask the account's owner to activate it.`, remedy: { kind: "none" } };
}

function describeUnreachableSts(problem: StsUnreachable): ProblemDescription {
  const { region, endpoint, failure, hasCode } = problem;
  const { title, what, hint } = describeNetworkFailure(failure);
  const place = endpoint === undefined ? `in ${region}` : `at ${endpoint}`;
  const code = hasCode && mayHaveArrived(failure) ? " AWS may have taken the code: use a new code." : "";
  return {
    title,
    sentence: `STS ${place} ${what}, so ${hopOf(problem)} was not made. ${hint}${code}`,
    remedy: TRY_AGAIN,
  };
}

function hopOf({ hop, profile }: { readonly hop: HopReference; readonly profile: string }): string {
  if (hop.kind === "role") return `hop ${hop.number} of ${hop.of} (${hop.roleArn}) of "${profile}"`;
  const what = hop.kind === "user-session" ? "the session" : "the federated user";
  return hop.source === profile ? `${what} of "${profile}"` : `${what} of "${hop.source}" for "${profile}"`;
}

/** STS refuses all of these alike; what is certain not to be the cause is left out. */
function roleCauses({ hasExternalId, mfa }: RoleRefused): string {
  const causes = ["the role does not exist", "it does not trust the caller", ...mfaCause(mfa)];
  const externalId = hasExternalId ? "it does not take this external_id" : "it wants an external_id";
  return `${causes.join(", ")}, or ${externalId}`;
}

function mfaCause(mfa: MfaStanding): string[] {
  switch (mfa) {
    case "proved":
      return [];
    case "none":
      return ["it wants MFA and no mfa_serial is named"];
    case "unknown":
      return ["it wants MFA, which the session that a command printed may lack"];
    case "not-carried-on":
      return ["it wants MFA, which AWS does not carry on from role to role"];
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
