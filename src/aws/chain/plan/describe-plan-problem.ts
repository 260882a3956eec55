import { type Diagnostic } from "../../shared-config/diagnostic";
import { isIdentifier, type NamedSection } from "../../shared-config/section-header";
import { shownText } from "../../shown-text";
import {
  type EndpointConflict,
  type EndpointVariableConflict,
  type InheritanceNeeded,
  type PlanProblem,
  type SettingProblem,
  type VariableProblem,
} from "./plan-problem";
import { formOfRoleText } from "./role-text";

/** A problem of the config in the user's words; its place is told by the problem itself. */
export interface PlanProblemDescription {
  /** A few words in title case. */
  readonly title: string;
  /** What is wrong, as a sentence without its full stop. */
  readonly fault: string;
  /** What to do about it, in a sentence. */
  readonly hint: string;
}

/** Says what is wrong with a profile that has no plan, and what to do. Names both profiles where two are concerned. */
export function describePlanProblem(problem: PlanProblem): PlanProblemDescription {
  switch (problem.kind) {
    case "unknown-profile":
      return {
        title: "Unknown Profile",
        fault: `No profile is called "${problem.profile}"`,
        hint: `Choose one of the list, or add ${header("profile", problem.profile)} to the config.`,
      };
    case "inheritance-needed": {
      const { fault } = describePlanProblem(problem.cause);
      const settings = problem.settings.join(", ");
      return {
        title: "Works in aws-vault Only",
        fault: `${fault}; aws-vault, and no AWS SDK, would take ${settings} from [default] (${problem.lender.file}, line ${problem.lender.line})`,
        hint: `Write ${settings} into "${problem.cause.profile}", or turn on Inherit from [default] in the preferences.`,
      };
    }
    case "broken-endpoint-variable":
      return {
        title: "Broken Endpoint",
        fault: `The environment variable ${problem.variable} is "${shownText(problem.value)}", which is no URL to send calls to`,
        hint: "Set it to a URL like https://sts.example.com, or unset it.",
      };
    case "endpoint-variable-conflict":
      return { ...describeConflict(problem), hint: "Unset one of them in the environment." };
    default:
      return describeSettingProblem(problem);
  }
}

/** The same as data. */
export function planProblemDiagnostic(problem: SettingProblem | InheritanceNeeded | VariableProblem): Diagnostic {
  const { fault, hint } = describePlanProblem(problem);
  if ("variable" in problem) {
    const { profile, variable } = problem;
    return { severity: "error", profile, variable, message: `${fault}.`, hint };
  }
  const { file, line } = problem;
  return { severity: "error", profile: problem.selected ?? problem.profile, file, line, message: `${fault}.`, hint };
}

function describeSettingProblem(problem: SettingProblem): PlanProblemDescription {
  const { profile } = problem;
  switch (problem.kind) {
    case "unknown-source":
      return {
        title: "Unknown Source Profile",
        fault: `${problem.setting} of "${profile}" names "${shownText(problem.source)}", which is no profile`,
        hint: `Correct the name, or add ${header("profile", problem.source)}.`,
      };
    case "source-loop":
      return {
        title: "Source Profiles Run in a Circle",
        fault: `"${profile}" never reaches a key: ${problem.path.join(" → ")}`,
        hint: "Give one of them another source_profile.",
      };
    case "chain-too-long":
      return {
        title: "Chain Too Long",
        fault: `"${profile}" is the ${problem.limit}th profile of a chain that still goes on`,
        hint: "Shorten the chain.",
      };
    case "missing-source":
      return {
        title: "No Source Profile",
        fault: `"${profile}" has a role_arn but nothing to assume it with`,
        hint: "Add source_profile to it.",
      };
    case "two-sources":
      return {
        title: "Two Sources",
        fault: `"${profile}" has both source_profile = ${shownText(problem.sourceProfile)} and credential_source = ${shownText(problem.credentialSource)}`,
        hint: "Remove one of them.",
      };
    case "unknown-credential-source":
      return {
        title: "Unknown Credential Source",
        fault: `credential_source of "${profile}" is "${shownText(problem.value)}", which AWS does not know`,
        hint: "Write Environment, Ec2InstanceMetadata or EcsContainer, or use source_profile.",
      };
    case "missing-role":
      return {
        title: "No Role",
        fault: `"${profile}" has ${problem.setting} but no role_arn`,
        hint: `Add role_arn, or remove ${problem.setting}.`,
      };
    case "broken-role-arn":
      return {
        title: "Broken Role ARN",
        fault: `role_arn of "${profile}" is "${shownText(problem.value)}", which is no role's ARN`,
        hint: "Write it as arn:aws:iam::123456789012:role/NAME.",
      };
    case "unknown-partition":
      return {
        title: "Unknown Partition",
        fault: `role_arn of "${profile}" is in the partition "${shownText(problem.partition)}", which is not known`,
        hint: "Correct the ARN: it begins with arn:aws:, in China with arn:aws-cn:, in GovCloud with arn:aws-us-gov:.",
      };
    case "unknown-region":
      return {
        title: "Unknown Region",
        fault: `region of "${profile}" is "${shownText(problem.region)}", which is no name of an AWS region`,
        hint: "Write it like eu-west-1.",
      };
    case "partial-key":
      return {
        title: "Half an Access Key",
        fault: `"${profile}" has no ${problem.missing}`,
        hint: "Add it, or remove the other half.",
      };
    case "partial-sso":
      if (problem.session !== undefined) {
        return {
          title: "Incomplete SSO Session",
          fault: `[sso-session ${shownText(problem.session)}], which "${profile}" names, has no ${problem.missing}`,
          hint: `Add ${problem.missing} to the session.`,
        };
      }
      return {
        title: "Incomplete SSO Settings",
        fault: `"${profile}" has ${problem.setting} but no ${problem.missing}`,
        hint: `Add ${problem.missing}, or remove ${problem.setting}.`,
      };
    case "unknown-sso-session":
      return {
        title: "Unknown SSO Session",
        fault: `sso_session of "${profile}" names "${shownText(problem.session)}", which is no [sso-session]`,
        hint: `Correct the name, or add ${header("sso-session", problem.session)}.`,
      };
    case "sso-conflict":
      return {
        title: "Conflicting SSO Settings",
        fault: `${problem.setting} of "${profile}" is not what [sso-session ${shownText(problem.session)}] says`,
        hint: `Say it in [sso-session ${shownText(problem.session)}] only.`,
      };
    case "broken-start-url":
      return {
        title: "Broken Start URL",
        fault: `sso_start_url of "${profile}" is "${shownText(problem.value)}", which is no address of a portal`,
        hint: "Write it like https://d-1234567890.awsapps.com/start.",
      };
    case "fido-device":
      return {
        title: "Security Key Gives No Code",
        fault: `mfa_serial of "${profile}" is the security key or passkey ${shownText(problem.serial)}, and STS takes codes only`,
        hint: "Register an authenticator app beside it in IAM, and name that device here.",
      };
    case "broken-role-text":
      return {
        title: "Broken Role Setting",
        fault: `${problem.setting} of "${profile}" has a form that STS does not take`,
        hint: `Write ${formOfRoleText(problem.setting)}.`,
      };
    case "broken-session-tags":
      return {
        title: "Broken Session Tags",
        fault: `session_tags of "${profile}" is no list of tags that STS takes`,
        hint: "Write it as team=blue,cost-center=42.",
      };
    case "unknown-include":
      return {
        title: "Unknown Included Profile",
        fault: `include_profile of "${profile}" names "${shownText(problem.include)}", which is no profile`,
        hint: `Correct the name, or add ${header("profile", problem.include)}.`,
      };
    case "include-loop":
      return {
        title: "Profiles Include Each Other",
        fault: `include_profile of "${profile}" leads back: ${problem.path.join(" → ")}`,
        hint: "Remove one of the includes.",
      };
    case "unsupported-source":
      return {
        title: "Source Not Supported",
        fault: `"${profile}" takes its credentials from ${problem.setting} (${shownText(problem.value)}), which is not supported yet`,
        hint: "Supported are access keys, source_profile and credential_process.",
      };
    case "unknown-services":
      return {
        title: "Unknown Services Section",
        fault: `services of "${profile}" names "${shownText(problem.services)}", which is no [services]`,
        hint: `Correct the name, or add ${header("services", problem.services)}.`,
      };
    case "broken-endpoint": {
      const { ofService, value } = problem;
      const owner = ofService
        ? `${ofService.service} in [services ${shownText(ofService.services)}], which "${profile}" names,`
        : `"${profile}"`;
      return {
        title: "Broken Endpoint",
        fault: `endpoint_url of ${owner} is "${shownText(value)}", which is no URL to send calls to`,
        hint: "Write it like https://sts.example.com.",
      };
    }
    case "endpoint-conflict":
      return { ...describeConflict(problem), hint: "Remove one of them." };
  }
}

/** What the AWS SDKs refuse as "Invalid Configuration: FIPS and custom endpoint are not supported". */
function describeConflict({
  profile,
  wanted,
  flag,
  endpoint,
}: EndpointConflict | EndpointVariableConflict): Omit<PlanProblemDescription, "hint"> {
  return {
    title: "Conflicting Endpoints",
    fault: `${flag} and ${endpoint} both count for "${profile}", and only AWS's own endpoints come with ${wanted}`,
  };
}

/** The header to write for a name, as both the specification and the AWS CLI take it. */
function header(type: NamedSection, name: string): string {
  if (type === "profile" && name === "default") return "[default]";
  return isIdentifier(name) ? `[${type} ${shownText(name)}]` : `[${type} "${shownText(name)}"]`;
}
