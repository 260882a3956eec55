import { type Partition } from "../../console/partition";
import { type Diagnostic } from "../../shared-config/diagnostic";
import { type Location, locationOf } from "../../shared-config/shared-config";
import { type NetworkSettings } from "./network-settings";
import { type RoleArn } from "./role-arn";
import { type SessionTag } from "./session-tags";

/**
 * How a profile gets from its credential source to the account it names, decided from the config alone: no I/O, no
 * secrets. The hops are made in order, each signed with what the one before it gave.
 */
export interface ChainPlan {
  readonly profile: string;
  readonly source: CredentialSource;
  readonly hops: readonly Hop[];
  /** Signs every hop and opens in the console. The selected profile decides, as in the AWS CLI. */
  readonly region: string;
  readonly regionFrom: RegionOrigin;
  readonly partition: Partition;
  readonly partitionFrom: PartitionOrigin;
  readonly network: NetworkSettings;
  /** What the plan does otherwise than the config asks, or than the AWS CLI would. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Who chose the region: a profile's `region`, or the partition because no profile named one that it has. */
export type RegionOrigin =
  ({ readonly kind: "profile"; readonly declaredBy: string } & Location) | { readonly kind: "partition" };

/** Which text the partition was read from; `default` where none says anything. */
export type PartitionOrigin = "role_arn" | "mfa_serial" | "sso_region" | "region" | "default";

/** What the first hop is signed with. Which of them this version can read is told by `unsupportedSource`. */
export type CredentialSource =
  StoredKey | FileKey | ProcessSource | WebIdentitySource | SsoSource | LoginSource | NamedSource;

interface SourceOfProfile {
  /** The profile that the chain starts from. */
  readonly profile: string;
  readonly rule: SourceRule;
}

/** Why a source is the one it is, where its profile names more than one or none. The order is botocore's. */
export type SourceRule =
  /** The profile names this source alone. */
  | "only-source"
  /** The profile names none, so its long-term key is looked for in the key store. */
  | "no-source-named"
  /** `credential_process` asks aws-vault for this profile's key, which the key store holds. */
  | "asked-of-aws-vault"
  /** A profile that others start from gives its own keys; its role is not assumed. */
  | "keys-replace-role"
  /** Its role names the profile itself as source. */
  | "own-source"
  /** A token file comes before everything else. */
  | "web-identity-first"
  /** IAM Identity Center comes before keys, `login_session` and `credential_process`. */
  | "sso-first"
  /** Keys of the credentials file come before `login_session` and `credential_process`. */
  | "credentials-file-first"
  /** `login_session` comes before `credential_process`. */
  | "login-first"
  /** `login_session` and `credential_process` come before keys of the config file. */
  | "before-config-keys";

/** A long-term key in the key store, filed under the profile's name. */
export interface StoredKey extends SourceOfProfile {
  readonly kind: "stored-key";
}

/** A key that stands in one of the shared files. */
export interface FileKey extends SourceOfProfile, Location {
  readonly kind: "file-key";
  readonly accessKeyId: string;
  /** Keys with a session token were made by somebody else's STS call: no MFA, and roles behind them are chained. */
  readonly lifetime: "long-term" | "temporary";
}

/** `credential_process`: a command that prints keys, of which nobody knows beforehand whether they are long-term. */
export interface ProcessSource extends SourceOfProfile, Location {
  readonly kind: "process";
  readonly command: string;
}

/** `web_identity_token_file`: the role itself is assumed with a token. */
export interface WebIdentitySource extends SourceOfProfile, Location {
  readonly kind: "web-identity";
  readonly tokenFile: string;
  readonly role: RoleArn;
  readonly sessionName: string | undefined;
}

/** A role of IAM Identity Center; without account and role, the profile only names where to sign in. */
export interface SsoSource extends SourceOfProfile, Location {
  readonly kind: "sso";
  /** The `[sso-session]`, absent in the older spelling. */
  readonly session: string | undefined;
  readonly startUrl: string;
  readonly region: string;
  readonly role: { readonly accountId: string; readonly roleName: string } | undefined;
}

/** `login_session`: keys that `aws login` keeps fresh. */
export interface LoginSource extends SourceOfProfile, Location {
  readonly kind: "login";
  readonly session: string;
}

/** `credential_source`: the machine's own credentials. */
export interface NamedSource extends SourceOfProfile, Location {
  readonly kind: "named";
  readonly name: (typeof CREDENTIAL_SOURCES)[number];
}

/** What `credential_source` may be (AWS SDKs and Tools Reference Guide, "Assume role credential provider"). */
export const CREDENTIAL_SOURCES = ["Environment", "Ec2InstanceMetadata", "EcsContainer"] as const;

/** One step of a chain: an STS call or, of a federated user, two. */
export type Hop = UserSessionHop | FederatedUserHop | RoleHop;

/** `GetSessionToken` for the user behind the chain: one code, reused by every role behind that user. */
export interface UserSessionHop {
  readonly kind: "user-session";
  readonly profile: string;
  readonly device: MfaDevice | undefined;
  readonly durationSeconds: number;
}

/**
 * `GetFederationToken`: the user behind the chain with its own permissions, as consoles take it. No plan of a profile has
 * it: see {@link consolePlan}.
 */
export interface FederatedUserHop {
  readonly kind: "federated-user";
  readonly profile: string;
  /** The call takes no code. */
  readonly device?: undefined;
  readonly durationSeconds: number;
}

/** `AssumeRole`. */
export interface RoleHop extends Location {
  readonly kind: "role";
  readonly profile: string;
  readonly role: RoleArn;
  readonly sessionName: string | undefined;
  readonly externalId: string | undefined;
  /** What `duration_seconds` says; absent where it says nothing that is a number. */
  readonly askedSeconds: number | undefined;
  /** Where `duration_seconds` stands. */
  readonly askedAt: Location | undefined;
  /** As STS will allow it. */
  readonly durationSeconds: number;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
  /** Set where the code goes into this call itself, which a role of more than one hour needs. */
  readonly device: MfaDevice | undefined;
}

export interface MfaDevice extends Location {
  /** The ARN of a virtual device or the serial number of a hardware one. */
  readonly serial: string;
  /** The profile whose `mfa_serial` it is. */
  readonly declaredBy: string;
  /** aws-vault's `mfa_process`: a command that prints the code. */
  readonly process: string | undefined;
}

/** Profiles behind one another, far beyond any real number: a long chain is walked anew for each of its profiles. */
export const LONGEST_CHAIN = 100;

/** What AssumeRole gives when it is not asked for a duration (STS API Reference, "AssumeRole"). */
export const ROLE_DEFAULT_SECONDS = 3600;

/** Whether a source is an IAM user's own key, which can present an MFA device and assume a role for hours. */
export function isLongTerm(source: CredentialSource): boolean {
  return source.kind === "stored-key" || (source.kind === "file-key" && source.lifetime === "long-term");
}

/** The device whose code starts the chain when nothing is cached: only a user's own call, the first, can take one. */
export function mfaDevice(plan: ChainPlan): MfaDevice | undefined {
  return plan.hops[0]?.device;
}

/** The roles on the way; their number is the depth that the list shows. */
export function roleHops(plan: ChainPlan): readonly RoleHop[] {
  return plan.hops.filter((hop) => hop.kind === "role");
}

/** The last role of the chain; nothing for the profile of a user. */
export function targetRole(plan: ChainPlan): RoleHop | undefined {
  return plan.hops.findLast((hop) => hop.kind === "role");
}

/** Where the duration of a hop is to be corrected: at `duration_seconds`, or at the role where that is not written. */
export function durationLocation(hop: RoleHop): Location {
  return hop.askedAt ?? locationOf(hop);
}

/** Whose console a plan opens. */
export interface OpenedRole {
  /** Twelve digits. */
  readonly accountId: string;
  readonly roleName: string;
}

/** The role that the console opens with, IAM Identity Center's own included; nothing for the profile of a user. */
export function openedRole(plan: ChainPlan): OpenedRole | undefined {
  const { source } = plan;
  return targetRole(plan)?.role ?? (source.kind === "sso" ? source.role : undefined);
}

/** Whether a plan ends with an IAM user and not with a role; what a command prints is taken for a role's. */
export function isOfUser(plan: ChainPlan): boolean {
  return targetRole(plan) === undefined && isLongTerm(plan.source);
}

/** Whether a plan's console is that of a user with a device: AWS takes no code for it. */
export function opensWithoutMfa(plan: ChainPlan): boolean {
  return isOfUser(plan) && mfaDevice(plan) !== undefined;
}

/** How long the session that a plan ends with lasts, in seconds; nothing where others made it. */
export function sessionSeconds(plan: ChainPlan): number | undefined {
  return plan.hops.at(-1)?.durationSeconds;
}

/** Whether a plan's role is assumed by a session, for which AWS allows no more than an hour. */
export function isChained(plan: ChainPlan): boolean {
  return targetRole(plan) !== undefined && (plan.hops.length > 1 || !isLongTerm(plan.source));
}
