import { type NetworkFailure } from "../../network/network-failure";
import { type Location } from "../../shared-config/shared-config";
import { type CredentialSource, type FileKey, type RegionOrigin } from "../plan/chain-plan";

/** Why a chain could not be made. `profile` is always the one that was opened. */
export type ChainProblem =
  | NoAccessKey
  | ProcessFailed
  | KeyRefused
  | KeyExpired
  | KeyReplaced
  | CodeRefused
  | CodeSpent
  | DeviceChanged
  | DeviceRefused
  | RoleRefused
  | FederationDenied
  | DurationRefused
  | RegionDisabled
  | SessionExpired
  | ClockSkew
  | StsThrottled
  | StsRefused
  | StsUnreachable;

/** Which call of a chain is meant. Roles are counted as the list counts them. */
export type HopReference =
  | { readonly kind: "user-session" | "federated-user"; readonly source: string }
  | { readonly kind: "role"; readonly number: number; readonly of: number; readonly roleArn: string };

export interface NoAccessKey {
  readonly kind: "no-access-key";
  readonly profile: string;
  readonly source: string;
}

/** A `credential_process` gave no key. */
export interface ProcessFailed extends Location {
  readonly kind: "process-failed";
  readonly profile: string;
  readonly source: string;
  readonly reason: string;
}

/** AWS does not know the key, or the secret does not belong to it. */
export interface KeyRefused {
  readonly kind: "key-refused";
  readonly profile: string;
  readonly source: CredentialSource;
}

/** The user's key was replaced while its session was made: that may be another user's, so it is not kept. */
export interface KeyReplaced {
  readonly kind: "key-replaced";
  readonly profile: string;
  readonly source: string;
}

/** A temporary key that somebody put into a file is over. */
export interface KeyExpired {
  readonly kind: "key-expired";
  readonly profile: string;
  readonly source: FileKey;
}

/** Mistyped, or used before: STS does not say which. */
export interface CodeRefused {
  readonly kind: "code-refused";
  readonly profile: string;
  readonly serial: string;
}

/** The code was sent before, so AWS would refuse it: it is not sent again. */
export interface CodeSpent {
  readonly kind: "code-spent";
  readonly profile: string;
  readonly serial: string;
  /** When the device shows, or began to show, another one. */
  readonly freshAt: Date;
}

/** The files name another device than the one whose code was typed. */
export interface DeviceChanged {
  readonly kind: "device-changed";
  readonly profile: string;
  /** The one that they name now, if any. */
  readonly serial: string | undefined;
}

/** The serial is not a device of the user whose key signed the call. */
export interface DeviceRefused extends Location {
  readonly kind: "device-refused";
  readonly profile: string;
  readonly serial: string;
  readonly declaredBy: string;
}

/** The user's policies deny it a console of its own: the call for it takes no code, so those that want MFA always do. */
export interface FederationDenied {
  readonly kind: "federation-denied";
  readonly profile: string;
  /** The profile of the user's key. */
  readonly source: string;
  /** Whether a policy says no, as those do that want MFA, and not only none says yes. */
  readonly isExplicit: boolean;
  /** Profiles that start from the same key and have a role, which a code can be presented to. */
  readonly roleProfiles: readonly string[];
}

/** The role's trust policy, or the caller's permissions, say no, or there is no such role: STS answers all three alike. */
export interface RoleRefused extends Location {
  readonly kind: "role-refused";
  readonly profile: string;
  readonly hop: HopReference;
  readonly roleProfile: string;
  readonly accountId: string;
  readonly hasExternalId: boolean;
  readonly mfa: MfaStanding;
}

/** Whether a role's trust policy that wants MFA would have been content with the caller. */
export type MfaStanding =
  /** The caller presented a code, now or for its session. */
  | "proved"
  /** The chain has no device. */
  | "none"
  /** The caller is a session that a command printed. */
  | "unknown"
  /** The caller is a role, and AWS carries no MFA on from role to role. */
  | "not-carried-on";

/** `duration_seconds` is beyond the role's maximum, which STS does not tell. */
export interface DurationRefused extends Location {
  readonly kind: "duration-refused";
  readonly profile: string;
  readonly hop: HopReference;
  readonly roleProfile: string;
  readonly askedSeconds: number;
}

/** STS is not active in this region for the account that asks. */
export interface RegionDisabled {
  readonly kind: "region-disabled";
  readonly profile: string;
  readonly hop: HopReference;
  readonly region: string;
  /** Where STS is asked instead, with the next code where one is needed; absent where there is no other way. */
  readonly otherRegion: string | undefined;
  readonly from: RegionOrigin;
}

export interface SessionExpired {
  readonly kind: "session-expired";
  readonly profile: string;
  readonly hop: HopReference;
}

export interface ClockSkew {
  readonly kind: "clock-skew";
  readonly profile: string;
}

/** Too many calls, of anybody in the account, even after waiting. */
export interface StsThrottled {
  readonly kind: "sts-throttled";
  readonly profile: string;
  readonly hop: HopReference;
}

/** Any other refusal, by its code. */
export interface StsRefused {
  readonly kind: "sts-refused";
  readonly profile: string;
  readonly hop: HopReference;
  readonly code: string;
}

export interface StsUnreachable {
  readonly kind: "sts-unreachable";
  readonly profile: string;
  readonly hop: HopReference;
  readonly region: string;
  /** Where STS was asked instead of the region's own endpoint. */
  readonly endpoint: string | undefined;
  readonly failure: NetworkFailure;
  /** Whether the call carried a code, which AWS may have taken. */
  readonly hasCode: boolean;
}
