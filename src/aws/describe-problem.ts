import { type HopReference, type MfaStanding, type RoleRefused } from "./chain/resolve/chain-problem";
import { describePlanProblem } from "./chain/plan/describe-plan-problem";
import { type PlanProblem } from "./chain/plan/plan-problem";
import { describeNetworkFailure } from "./network/describe-network-failure";
import { mayHaveArrived } from "./network/network-failure";
import { type Problem } from "./problem";
import { type Location } from "./shared-config/shared-config";

/** A problem in the user's words. */
export interface ProblemDescription {
  /** A few words in title case, for a toast or a list row. */
  readonly title: string;
  /** What is wrong, where, and what to do. */
  readonly sentence: string;
  readonly remedy: Remedy;
}

/** What the interface can offer beside the sentence. */
export type Remedy =
  | { readonly kind: "add-access-key"; readonly profile: string }
  | ({ readonly kind: "edit-config" } & Location)
  | { readonly kind: "try-again" }
  | { readonly kind: "none" };

const TRY_AGAIN: Remedy = { kind: "try-again" };
const NONE: Remedy = { kind: "none" };

/** Says a problem in a sentence that names the profile, the place and the way out. */
export function describeProblem(problem: Problem): ProblemDescription {
  switch (problem.kind) {
    case "no-config":
      return {
        title: "No AWS Config",
        sentence: `There is no AWS config at ${problem.file}. Create it with a [profile …] section for each role you use.`,
        remedy: TRY_AGAIN,
      };
    case "config-unreadable":
      return {
        title: "Config Cannot Be Read",
        sentence: `${problem.file} cannot be read (${problem.reason}). Make it an ordinary file that you may read, or name another in the preferences, then reload.`,
        remedy: TRY_AGAIN,
      };
    case "no-access-key":
      return {
        title: "No Access Key",
        sentence: `No access key is stored for "${problem.source}", which "${problem.profile}" starts from. Store it with Add Access Key.`,
        remedy: { kind: "add-access-key", profile: problem.source },
      };
    case "process-failed":
      return {
        title: "Command Gave No Key",
        sentence: `credential_process of "${problem.source}" (${at(problem)}), which "${problem.profile}" starts from, gave no key: ${problem.reason}. Run it in a terminal to see more, then try again.`,
        remedy: edit(problem),
      };
    case "key-refused": {
      const { profile, source } = problem;
      const refusal = `AWS does not accept the access key of "${source.profile}", which "${profile}" starts from.`;
      return source.kind === "stored-key"
        ? {
            title: "Access Key Refused",
            sentence: `${refusal} Store the current one with Add Access Key.`,
            remedy: { kind: "add-access-key", profile: source.profile },
          }
        : {
            title: "Access Key Refused",
            sentence: `${refusal} Correct or remove it (${at(source)}).`,
            remedy: edit(source),
          };
    }
    case "key-expired": {
      const { profile, source } = problem;
      return {
        title: "Temporary Key Expired",
        sentence: `The temporary key of "${source.profile}" (${at(source)}), which "${profile}" starts from, has expired. Replace it, or remove it to use the profile's own way.`,
        remedy: edit(source),
      };
    }
    case "key-store-unavailable":
      return {
        title: "Key Store Not Available",
        sentence: `The key of "${problem.profile}" is out of reach: the key store of the operating system does not answer (${problem.reason}). Unlock it, or start its service, then try again.`,
        remedy: TRY_AGAIN,
      };
    case "code-refused":
      return {
        title: "Code Refused",
        sentence: `AWS refused the code of ${problem.serial} for "${problem.profile}". It was mistyped or used before: wait for the next code and enter that one.`,
        remedy: TRY_AGAIN,
      };
    case "code-spent":
      return {
        title: "Code Used Before",
        sentence: `This code of ${problem.serial} was sent before, and AWS takes each once. Enter the next one to open "${problem.profile}".`,
        remedy: TRY_AGAIN,
      };
    case "device-refused":
      return {
        title: "MFA Device Refused",
        sentence: `The MFA device ${problem.serial}, named by "${problem.declaredBy}" (${at(problem)}), is not one of the user behind "${problem.profile}". Correct mfa_serial.`,
        remedy: edit(problem),
      };
    case "role-refused":
      return {
        title: "Role Refused",
        sentence: `${capital(hop(problem.hop))} of "${problem.profile}" was refused: ${roleCauses(problem)}. Check role_arn of "${problem.roleProfile}" (${at(problem)}), or ask the owner of account ${problem.accountId}.`,
        remedy: edit(problem),
      };
    case "duration-refused":
      return {
        title: "Session Too Long",
        sentence: `${capital(hop(problem.hop))} of "${problem.profile}" allows no session of ${problem.askedSeconds} seconds. Enter the next code for one of an hour, or correct duration_seconds of "${problem.roleProfile}" (${at(problem)}).`,
        remedy: edit(problem),
      };
    case "region-disabled":
      return {
        title: "Region Not Active",
        sentence: `STS is not active in ${problem.region} for the account that signs ${hop(problem.hop)} of "${problem.profile}". Write another region into the profile, or ask the account's owner to activate it.`,
        remedy: NONE,
      };
    case "session-expired":
      return {
        title: "Session Expired",
        sentence: `AWS no longer takes the session that signs ${hop(problem.hop)} of "${problem.profile}". Forget the session, then open again.`,
        remedy: TRY_AGAIN,
      };
    case "clock-skew":
      return {
        title: "Clock Is Wrong",
        sentence: `This machine's clock is more than 15 minutes off, so AWS refused "${problem.profile}". The difference is now allowed for: try again, with the next code where one is asked for, and set the clock.`,
        remedy: TRY_AGAIN,
      };
    case "sts-throttled":
      return {
        title: "AWS Is Busy",
        sentence: `AWS takes no more calls for now, so ${hop(problem.hop)} of "${problem.profile}" was not made. Wait a minute, then try again, with the next code where one is asked for.`,
        remedy: TRY_AGAIN,
      };
    case "sts-refused":
      return {
        title: "AWS Refused",
        sentence: `AWS refused ${hop(problem.hop)} of "${problem.profile}" with ${problem.code}. Try again; if it stays, look the code up in the STS API reference.`,
        remedy: TRY_AGAIN,
      };
    case "sts-unreachable": {
      const { title, what, hint } = describeNetworkFailure(problem.failure);
      const code =
        problem.hasCode && mayHaveArrived(problem.failure) ? " AWS may have taken the code: use a new code." : "";
      return {
        title,
        sentence: `STS in ${problem.region} ${what}, so ${hop(problem.hop)} of "${problem.profile}" was not made. ${hint}${code}`,
        remedy: TRY_AGAIN,
      };
    }
    case "broken-proxy":
      return {
        title: "Proxy Cannot Be Used",
        sentence: `The proxy named by ${problem.chosenBy === "preference" ? "the HTTPS Proxy preference" : problem.chosenBy} cannot be used: ${problem.reason}. Write it as http://host:port, or leave it empty.`,
        remedy: TRY_AGAIN,
      };
    case "ca-bundle-unreadable":
      return {
        title: "CA Bundle Cannot Be Read",
        sentence: `The certificate authorities in ${problem.file} cannot be read (${problem.reason}). Correct ca_bundle or AWS_CA_BUNDLE, or remove it to trust the usual ones, then try again.`,
        remedy: TRY_AGAIN,
      };
    case "user-cannot-sign-in":
      return {
        title: "A User Has No Federated Console",
        sentence: `"${problem.profile}" is an IAM user, and AWS lets only roles sign in this way. Open a profile with a role_arn behind it.`,
        remedy: NONE,
      };
    case "sign-in-refused":
      return {
        title: "Sign-In Refused",
        sentence: `AWS made the session of "${problem.profile}" but refused it at sign-in. Refresh the session, then open again.`,
        remedy: TRY_AGAIN,
      };
    case "browser-unavailable":
      return {
        title: "No Browser Opened",
        sentence: `The console of "${problem.profile}" is ready, but the system opened no browser. Set a default browser, or use Copy Sign-In URL.`,
        remedy: NONE,
      };
    case "sign-in-unreachable": {
      const { title, what, hint } = describeNetworkFailure(problem.failure);
      return {
        title,
        sentence: `${problem.host} ${what}, so the console of "${problem.profile}" was not opened. ${hint}`,
        remedy: TRY_AGAIN,
      };
    }
    default:
      return planProblemDescription(problem);
  }
}

function planProblemDescription(problem: PlanProblem): ProblemDescription {
  const { title, fault, hint } = describePlanProblem(problem);
  if (!("file" in problem)) return { title, sentence: `${fault}. ${hint}`, remedy: NONE };
  const { profile, selected } = problem;
  const way = selected === undefined ? "" : ` "${selected}" starts from "${profile}".`;
  return { title, sentence: `${fault} (${at(problem)}).${way} ${hint}`, remedy: edit(problem) };
}

function at({ file, line }: Location): string {
  return `${file}, line ${line}`;
}

function edit({ file, line }: Location): Remedy {
  return { kind: "edit-config", file, line };
}

function hop(reference: HopReference): string {
  return reference.kind === "user-session"
    ? `the session of "${reference.source}"`
    : `hop ${reference.number} of ${reference.of} (${reference.roleArn})`;
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
    case "not-carried-on":
      return ["it wants MFA, which AWS does not carry on from role to role"];
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
