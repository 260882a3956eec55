import {
  type ChainPlan,
  type CredentialSource,
  type RoleHop,
  roleHops,
} from "../../../../../src/aws/chain/plan/chain-plan";
import { planChain, type PlanResult } from "../../../../../src/aws/chain/plan/plan-chain";
import { type Diagnostic } from "../../../../../src/aws/shared-config/diagnostic";
import { configOf } from "../../../config-of";
import { type BotocoreRecording, type BotocoreStsCall } from "./record-botocore-calls";
import { type SharedFiles } from "./reading-differences";

/** One way in which the calls that botocore makes for a profile are not those of its plan. */
export type CallDifference =
  /** One of the two refuses, or both for different reasons. */
  | { readonly kind: "refusal"; readonly ours: string | undefined; readonly theirs: string | undefined }
  /** The key that everything starts from. */
  | { readonly kind: "source"; readonly ours: string; readonly theirs: string | undefined }
  | { readonly kind: "depth"; readonly ours: number; readonly theirs: number }
  | {
      readonly kind: "call";
      readonly hop: RoleHop;
      readonly parameter: string;
      readonly ours: string | number | null;
      readonly theirs: string | number | null;
    };

/** Two readings of one profile. */
interface Comparison {
  readonly result: PlanResult;
  readonly recorded: BotocoreRecording;
}

/** A difference that is ours by decision. */
interface Decision {
  readonly rule: string;
  readonly reason: string;
  readonly explains: (difference: CallDifference, comparison: Comparison) => boolean;
}

/** What botocore says where this project has the same problem; both tell the user, in other words. */
const SAME_REFUSALS: Readonly<Record<string, RegExp>> = {
  "unknown-profile": /^ProfileNotFound/,
  "unknown-source": /^InvalidConfigError: The source_profile .* does not exist/s,
  "source-loop": /^InfiniteLoopConfigError/,
  "missing-source": /^PartialCredentialsError: .*missing: source_profile or credential_source/,
  "two-sources": /^InvalidConfigError: .*contains both source_profile and credential_source/,
  "unknown-credential-source": /^InvalidConfigError: The credential source .* is not valid/s,
  "missing-role":
    /^none$|^InvalidConfigError: (?:The source profile .* must have credentials|The provided profile .*assume role with web identity)/s,
  "partial-key": /^PartialCredentialsError|^InvalidConfigError: The source profile .* must have credentials|^none$/s,
  "partial-sso":
    /^none$|^AttributeError: .*get_frozen_token|^InvalidConfigError: .*(?:missing required configuration|sso_session|must have credentials)/s,
  "unknown-sso-session":
    /^none$|^InvalidConfigError: (?:The specified sso-session does not exist|The source profile .* must have credentials)/s,
  "sso-conflict": /^InvalidConfigError: The value for sso_\w+ is inconsistent/,
};

/** What botocore says where a plan's source needs more than the files, and none of it is there. */
const SOURCES_OUT_OF_REACH: Readonly<Partial<Record<CredentialSource["kind"], RegExp>>> = {
  sso: /^(?:InvalidRegionError|SSOTokenLoadError|UnauthorizedSSOTokenError|AttributeError: 'NoneType' object has no attribute 'get_frozen_token')/,
  "web-identity": /^FileNotFoundError: .*'\/nonexistent\/token'/,
  named:
    /^CredentialRetrievalError: Error when retrieving credentials from (?:Environment|Ec2InstanceMetadata|EcsContainer)/,
  process:
    /^(?:CredentialRetrievalError: Error when retrieving credentials from custom-process|JSONDecodeError|FileNotFoundError|ValueError: No closing quotation)/,
};

/** Where botocore and this project are meant to make different calls, and why. The first that fits explains. */
export const CALL_DECISIONS: readonly Decision[] = [
  {
    rule: "what cannot be right is told before a call",
    reason: "botocore leaves it to AWS, or to checks of its own, after the calls that come before",
    explains: ({ kind, ours }) =>
      kind === "refusal" &&
      ["broken-role-arn", "broken-role-text", "unknown-partition", "unknown-region"].includes(ours ?? ""),
  },
  {
    rule: "a profile without a source has its key in the key store",
    reason: "long-term keys are to stay out of files; botocore knows files only",
    explains: (difference, { result }) =>
      sourceOf(result)?.kind === "stored-key" &&
      difference.kind === "refusal" &&
      /^none$|must have credentials\.$|No such file or directory: 'aws-vault'$/.test(difference.theirs ?? ""),
  },
  {
    rule: "aws-vault's command is followed in-process",
    reason: "it has to work without aws-vault; botocore runs it, and here there is none",
    explains: (difference) =>
      difference.kind === "refusal" && /No such file or directory: 'aws-vault'$/.test(difference.theirs ?? ""),
  },
  {
    rule: "a duration is what STS allows, and the user is told",
    reason: "STS refuses others, in a chain after the calls that come before",
    explains: (difference, { result }) =>
      (difference.kind === "refusal"
        ? /DurationSeconds/.test(difference.theirs ?? "")
        : difference.kind === "call" && difference.parameter === "DurationSeconds") &&
      diagnosticsOf(result).some(({ message }) => message.startsWith("duration_seconds = ")),
  },
  {
    rule: "only the user's own call has a device",
    reason: "STS refuses a code of a session; one code serves all roles, and other serials are told",
    explains: (difference, { result }) => {
      if (difference.kind !== "call" || difference.parameter !== "SerialNumber" || difference.ours !== null)
        return false;
      const device = "plan" in result ? result.plan.hops[0]?.device : undefined;
      return (
        device?.serial === difference.theirs ||
        diagnosticsOf(result).some(
          ({ profile, message }) => profile === difference.hop.profile && message.startsWith("mfa_serial of "),
        )
      );
    },
  },
  {
    rule: "mfa_serial of the user counts for the roles behind it",
    reason: "it is what users of the CLI and of aws-vault expect; botocore calls without the code and is refused",
    explains: (difference, { result }) =>
      difference.kind === "call" &&
      difference.parameter === "SerialNumber" &&
      difference.theirs === null &&
      "plan" in result &&
      result.plan.hops[0]?.device?.declaredBy !== difference.hop.profile,
  },
  {
    rule: "the ARN's partition decides",
    reason: "a region of another partition cannot sign there; where the file names one, the user is told",
    explains: (difference, { result }) =>
      difference.kind === "call" &&
      difference.parameter === "region" &&
      "plan" in result &&
      result.plan.regionFrom.kind === "partition" &&
      result.plan.partitionFrom === "role_arn",
  },
  {
    rule: "STS says which serial it takes",
    reason: "botocore checks the length of its parameters itself",
    explains: (difference, { result }) =>
      difference.kind === "refusal" &&
      "plan" in result &&
      /^ParamValidationError: .*parameter SerialNumber/s.test(difference.theirs ?? ""),
  },
  {
    rule: "sso_session alone names where to sign in",
    reason: "the cross-SDK cases plan it as a source; botocore looks for credentials of a role",
    explains: (difference, { result }) => {
      const source = sourceOf(result);
      return difference.kind === "refusal" && source?.kind === "sso" && source.role === undefined;
    },
  },
  {
    rule: "sso_session of a role is not read",
    reason: "botocore asks for it on behalf of tokens, which no role needs, before it looks at the role",
    explains: (difference, { result }) =>
      difference.kind === "refusal" &&
      "plan" in result &&
      /configured to use the SSO token provider/.test(difference.theirs ?? ""),
  },
  {
    rule: "login_session is newer than Debian's botocore",
    reason: "it came in November 2025 with version 1.41",
    explains: (_, { result }) => sourceOf(result)?.kind === "login",
  },
  {
    rule: "a key may stand half in each file",
    reason: "the specification merges profiles setting by setting; botocore wants both halves in one file",
    explains: (difference, { result }) =>
      difference.kind === "refusal" &&
      sourceOf(result)?.kind === "file-key" &&
      /^PartialCredentialsError: .*config-file, missing: aws_secret_access_key/.test(difference.theirs ?? ""),
  },
  {
    rule: "a block is no value",
    reason: "botocore reads sub-settings of any setting as a record, and stumbles over it in its code",
    explains: ({ kind, theirs }) => kind === "refusal" && /^(?:TypeError|AttributeError): .*dict/.test(theirs ?? ""),
  },
  {
    rule: "no key has two lines",
    reason: "the recorder cannot read the signature that botocore makes with one",
    explains: ({ kind, ours }) => kind === "source" && /\n/.test(String(ours)),
  },
];

/**
 * Compares the calls of a plan with those that botocore was recorded making.
 *
 * @returns each difference with the rule of {@link CALL_DECISIONS} that explains it; nothing where none does
 */
export function callDifferences(
  files: SharedFiles,
  profile: string,
  recorded: BotocoreRecording,
): readonly { readonly difference: CallDifference; readonly rule: string | undefined }[] {
  const result = planChain(configOf(files.config, files.credentials ?? undefined), profile);
  const comparison: Comparison = { result, recorded };
  return differences(comparison).map((difference) => ({
    difference,
    rule: CALL_DECISIONS.find(({ explains }) => explains(difference, comparison))?.rule,
  }));
}

function differences({ result, recorded }: Comparison): readonly CallDifference[] {
  const theirs = refusalOf(recorded);
  if ("problem" in result) {
    const { problem } = result;
    const ours = problem.kind === "inheritance-needed" ? problem.cause.kind : problem.kind;
    return theirs !== undefined && SAME_REFUSALS[ours]?.test(theirs) ? [] : [{ kind: "refusal", ours, theirs }];
  }
  const { plan } = result;
  if (theirs !== undefined) {
    return SOURCES_OUT_OF_REACH[plan.source.kind]?.test(theirs) ? [] : [{ kind: "refusal", ours: undefined, theirs }];
  }
  const source = keyOf(plan.source);
  const signer = recorded.calls[0]?.signedBy ?? recorded.accessKeyId;
  if (source !== signer) return [{ kind: "source", ours: source, theirs: signer }];
  const roles = roleHops(plan);
  if (roles.length !== recorded.calls.length) {
    return [{ kind: "depth", ours: roles.length, theirs: recorded.calls.length }];
  }
  return roles.flatMap((hop, index) => {
    const call = recorded.calls[index];
    return call ? parameterDifferences(plan, hop, call) : [];
  });
}

function parameterDifferences(plan: ChainPlan, hop: RoleHop, call: BotocoreStsCall): readonly CallDifference[] {
  const first = plan.hops[0];
  // The device whose code a session of the user took in the role's place is the role's all the same.
  const device = hop.device ?? (hop === roleHops(plan)[0] ? first?.device : undefined);
  const pairs: [string, string | number | null, string | number | null][] = [
    ["RoleArn", hop.role.arn, call.roleArn],
    ["RoleSessionName", hop.sessionName ?? null, call.roleSessionName],
    ["ExternalId", hop.externalId ?? null, call.externalId],
    ["DurationSeconds", hop.askedSeconds === undefined ? null : hop.durationSeconds, call.durationSeconds],
    ["SerialNumber", device?.serial ?? null, call.serialNumber],
    ["region", plan.region, call.region],
  ];
  return pairs
    .filter(([, ours, theirs]) => ours !== theirs)
    .map(([parameter, ours, theirs]) => ({ kind: "call", hop, parameter, ours, theirs }));
}

/** Why botocore gives no credentials, in its own words; nothing where it does. */
function refusalOf({ error, accessKeyId }: BotocoreRecording): string | undefined {
  if (error) return `${error.type}: ${error.message}`;
  return accessKeyId === undefined ? "none" : undefined;
}

function sourceOf(result: PlanResult): CredentialSource | undefined {
  return "plan" in result ? result.plan.source : undefined;
}

function diagnosticsOf(result: PlanResult): readonly Diagnostic[] {
  return "plan" in result ? result.plan.diagnostics : [];
}

/** The access key id that a source gives, as far as the files tell. */
function keyOf(source: CredentialSource): string {
  if (source.kind === "file-key") return source.accessKeyId;
  if (source.kind !== "process") return source.kind;
  return /"AccessKeyId\\?":\\?"(\w+)/.exec(source.command)?.[1] ?? source.kind;
}
