import { type Partition } from "../console/partition";
import { type Location } from "../shared-config/shared-config";
import { type RoleArn } from "./role-arn";

/**
 * How a profile gets from a key to the account it names, decided from the config alone: no I/O, no secrets.
 * The hops are made in order, each signed with what the one before it gave.
 */
export interface ChainPlan {
  readonly profile: string;
  readonly source: CredentialSource;
  readonly hops: readonly Hop[];
  /** Signs every hop and opens in the console. The selected profile decides, as in the AWS CLI. */
  readonly region: string;
  readonly partition: Partition;
}

/** What the first hop is signed with. */
export type CredentialSource = StoredKey | FileKey;

/** A long-term key in the key store, filed under the profile's name. */
export interface StoredKey {
  readonly kind: "stored-key";
  readonly profile: string;
}

/** A key that stands in one of the shared files. */
export interface FileKey extends Location {
  readonly kind: "file-key";
  readonly profile: string;
  readonly accessKeyId: string;
  /** Keys with a session token were made by somebody else's STS call: no MFA, and roles behind them are chained. */
  readonly lifetime: "long-term" | "temporary";
}

/** One STS call. */
export type Hop = UserSessionHop | RoleHop;

/** `GetSessionToken` for the user behind the chain: one code, reused by every role behind that user. */
export interface UserSessionHop {
  readonly kind: "user-session";
  readonly profile: string;
  readonly device: MfaDevice | undefined;
  readonly durationSeconds: number;
}

/** `AssumeRole`. */
export interface RoleHop extends Location {
  readonly kind: "role";
  readonly profile: string;
  readonly role: RoleArn;
  readonly sessionName: string | undefined;
  readonly externalId: string | undefined;
  /** As STS will allow it. */
  readonly durationSeconds: number;
  /** Set where the code goes into this call itself, which a role of more than one hour needs. */
  readonly device: MfaDevice | undefined;
}

export interface MfaDevice {
  /** The ARN of a virtual device or the serial number of a hardware one. */
  readonly serial: string;
  /** The profile whose `mfa_serial` it is. */
  readonly declaredBy: string;
}

/** What AssumeRole gives when it is not asked for a duration (STS API Reference, "AssumeRole"). */
export const ROLE_DEFAULT_SECONDS = 3600;

/** Whether a source is an IAM user's own key, which can present an MFA device and assume a role for hours. */
export function isLongTerm(source: CredentialSource): boolean {
  return source.kind === "stored-key" || source.lifetime === "long-term";
}

/** The device whose code starts the chain when nothing is cached: only a user's own call, the first, can take one. */
export function mfaDevice(plan: ChainPlan): MfaDevice | undefined {
  return plan.hops[0]?.device;
}

/** The roles on the way; their number is the depth that the list shows. */
export function roleHops(plan: ChainPlan): readonly RoleHop[] {
  return plan.hops.filter((hop) => hop.kind === "role");
}

/** The role that the console opens with; nothing for the profile of a user. */
export function targetRole(plan: ChainPlan): RoleHop | undefined {
  return roleHops(plan).at(-1);
}
