import { describeChainProblem } from "./chain/resolve/describe-chain-problem";
import { describePlanProblem } from "./chain/plan/describe-plan-problem";
import { type PlanProblem } from "./chain/plan/plan-problem";
import { describeNetworkFailure } from "./network/describe-network-failure";
import { type BrowserFailure } from "./console/sign-in-problem";
import { type Problem } from "./problem";
import { shownText } from "./shown-text";
import { editConfig, placeText, type ProblemDescription, type Remedy, TRY_AGAIN } from "./problem-description";

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
    case "destination-changed": {
      const { profile, role } = problem;
      const place = role ? `to ${role.roleName} in ${role.accountId}` : "to no role";
      return {
        title: "Destination Changed",
        sentence: `"${profile}" now leads ${place}: the files were edited since it was shown. Nothing was opened; look at its row, then open it again.`,
        remedy: NONE,
      };
    }
    case "link-outdated":
      return {
        title: "Quicklink Out of Date",
        sentence: `The quicklink of "${problem.profile}" leads to ${shownText(problem.place)}, which its console does not have. Nothing was opened; delete it and create another at the place you mean.`,
        remedy: NONE,
      };
    case "key-store-unavailable":
      return {
        title: "Key Store Not Available",
        sentence: `The key of "${problem.profile}" is out of reach: the key store of the operating system does not answer (${problem.reason}). Unlock it, or start its service, then try again.`,
        remedy: TRY_AGAIN,
      };
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
    case "destination-refused": {
      const { profile, host, consoleDomain } = problem;
      const fault =
        host === undefined ? "The text is no address" : `${shownText(host)} is not in the console of "${profile}"`;
      return {
        title: "Not a Console Address",
        sentence: `${fault}, so nothing was opened. Paste one that begins with https:// and whose host ends with ${consoleDomain}.`,
        remedy: NONE,
      };
    }
    case "unwritable-credentials":
      return {
        title: "Not Copied in This Format",
        sentence: `The credentials of "${problem.profile}" cannot be written as ${problem.format}: it has no spelling for ${problem.part}. Nothing was copied; copy them in another format.`,
        remedy: NONE,
      };
    case "no-long-console":
      return {
        title: "No Twelve Hours",
        sentence: `AWS gives "${problem.profile}" no console of twelve hours: only a role that a user's own key assumes gets one. Use Open Console, which lasts as long as AWS allows.`,
        remedy: NONE,
      };
    case "sign-in-refused":
      return {
        title: "Sign-In Refused",
        sentence: problem.isMadeHere
          ? `AWS made the session of "${problem.profile}" but refused it at sign-in. Use Forget Session, then open again.`
          : `AWS refused the session of "${problem.profile}" at sign-in: it is over, or of another partition. Renew it where it comes from, then open again.`,
        remedy: TRY_AGAIN,
      };
    case "session-of-user":
      return {
        title: "User Session Opens No Console",
        sentence: `The session of "${problem.profile}" is an IAM user's, and AWS opens a console for a role's or with the user's own key. Open a role behind it, or a profile with that key.`,
        remedy: NONE,
      };
    case "browser-unavailable":
      return {
        title: "No Browser Opened",
        sentence: `The console of "${problem.profile}" was not opened in ${problem.browser}: ${browserFault(problem.failure)}. Choose another with Open in Browser…, or use Copy Sign-In URL.`,
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
    case "no-access-key":
    case "process-failed":
    case "key-refused":
    case "key-expired":
    case "key-replaced":
    case "code-refused":
    case "code-spent":
    case "device-changed":
    case "device-refused":
    case "role-refused":
    case "federation-denied":
    case "duration-refused":
    case "region-disabled":
    case "session-expired":
    case "clock-skew":
    case "sts-throttled":
    case "sts-refused":
    case "sts-unreachable":
      return describeChainProblem(problem);
    default:
      return planProblemDescription(problem);
  }
}

function browserFault(failure: BrowserFailure): string {
  switch (failure.kind) {
    case "not-installed":
      return "it was not found";
    case "profile-gone":
      return "that profile is not there any more";
    case "not-opened":
      return failure.reason;
  }
}

function planProblemDescription(problem: PlanProblem): ProblemDescription {
  const { title, fault, hint } = describePlanProblem(problem);
  if (!("file" in problem)) return { title, sentence: `${fault}. ${hint}`, remedy: NONE };
  const { profile, selected } = problem;
  const way = selected === undefined ? "" : ` "${selected}" starts from "${profile}".`;
  return { title, sentence: `${fault} (${placeText(problem)}).${way} ${hint}`, remedy: editConfig(problem) };
}
