import { type Location } from "../../shared-config/shared-config";
import { type RoleText } from "./role-text";

/** Why no plan can be made for a profile. Locations are those of the setting to correct. */
export type PlanProblem = UnknownProfile | SettingProblem | InheritanceNeeded | VariableProblem;

/** A setting of a profile that is wrong, missing or one too many. */
export type SettingProblem =
  | UnknownSource
  | SourceLoop
  | ChainTooLong
  | MissingSource
  | TwoSources
  | UnknownCredentialSource
  | MissingRole
  | BrokenRoleArn
  | UnknownPartition
  | UnknownRegion
  | PartialKey
  | PartialSso
  | UnknownSsoSession
  | SsoConflict
  | BrokenStartUrl
  | FidoDevice
  | BrokenRoleText
  | BrokenSessionTags
  | UnknownInclude
  | IncludeLoop
  | UnsupportedSource
  | UnknownServices
  | BrokenEndpoint
  | EndpointConflict;

/** An environment variable that is wrong for a profile; it stands in no file. */
export type VariableProblem = BrokenEndpointVariable | EndpointVariableConflict;

export interface UnknownProfile {
  readonly kind: "unknown-profile";
  readonly profile: string;
}

interface OfProfile extends Location {
  /** The profile that has to be corrected. */
  readonly profile: string;
  /** The profile that was to be opened, where it is another one that leads here. */
  readonly selected?: string;
}

/** `source_profile` (or aws-vault's command) names a profile that neither file has. */
export interface UnknownSource extends OfProfile {
  readonly kind: "unknown-source";
  readonly source: string;
  readonly setting: "source_profile" | "credential_process";
}

/** The source profiles run in a circle; `path` begins and ends with the same profile. */
export interface SourceLoop extends OfProfile {
  readonly kind: "source-loop";
  readonly path: readonly string[];
}

/** More profiles stand behind one another than anybody means; the location is that of the first one too many. */
export interface ChainTooLong extends OfProfile {
  readonly kind: "chain-too-long";
  readonly limit: number;
}

/** `role_arn` without `source_profile` or `credential_source`. */
export interface MissingSource extends OfProfile {
  readonly kind: "missing-source";
}

/** `source_profile` and `credential_source` on one profile. */
export interface TwoSources extends OfProfile {
  readonly kind: "two-sources";
  readonly sourceProfile: string;
  readonly credentialSource: string;
}

/** `credential_source` is none of the three that AWS knows. */
export interface UnknownCredentialSource extends OfProfile {
  readonly kind: "unknown-credential-source";
  readonly value: string;
}

/** A setting that is of use with `role_arn` only, which the profile lacks. */
export interface MissingRole extends OfProfile {
  readonly kind: "missing-role";
  readonly setting: "source_profile" | "credential_source" | "web_identity_token_file";
}

export interface BrokenRoleArn extends OfProfile {
  readonly kind: "broken-role-arn";
  readonly value: string;
}

export interface UnknownPartition extends OfProfile {
  readonly kind: "unknown-partition";
  readonly partition: string;
}

/** `region` is no region's name. It becomes part of host names, so it is not passed on. */
export interface UnknownRegion extends OfProfile {
  readonly kind: "unknown-region";
  readonly region: string;
}

/** One half of a key pair. */
export interface PartialKey extends OfProfile {
  readonly kind: "partial-key";
  readonly missing: "aws_access_key_id" | "aws_secret_access_key";
}

/** Some of the settings of IAM Identity Center without another that they need. */
export interface PartialSso extends OfProfile {
  readonly kind: "partial-sso";
  readonly setting: string;
  /** The `[sso-session]` to correct, where it is that one which lacks something. */
  readonly session?: string;
  readonly missing: string;
}

/** `sso_session` names a section that the config file does not have. */
export interface UnknownSsoSession extends OfProfile {
  readonly kind: "unknown-sso-session";
  readonly session: string;
}

/** The profile says about IAM Identity Center what its `[sso-session]` does not say. */
export interface SsoConflict extends OfProfile {
  readonly kind: "sso-conflict";
  readonly setting: string;
  readonly session: string;
}

/** `sso_start_url` is no address of a portal. */
export interface BrokenStartUrl extends OfProfile {
  readonly kind: "broken-start-url";
  readonly value: string;
}

/** A security key or passkey, which shows no code. */
export interface FidoDevice extends OfProfile {
  readonly kind: "fido-device";
  readonly serial: string;
}

/** A text for STS that is too short or too long, or has characters that STS does not take. It may be confidential. */
export interface BrokenRoleText extends OfProfile {
  readonly kind: "broken-role-text";
  readonly setting: RoleText;
}

/** `session_tags` is no list of pairs. */
export interface BrokenSessionTags extends OfProfile {
  readonly kind: "broken-session-tags";
}

/** `include_profile` names a profile that neither file has. */
export interface UnknownInclude extends OfProfile {
  readonly kind: "unknown-include";
  readonly include: string;
}

/** Profiles include one another; `path` begins and ends with the same profile. */
export interface IncludeLoop extends OfProfile {
  readonly kind: "include-loop";
  readonly path: readonly string[];
}

/** A source of credentials that this version does not read. */
export interface UnsupportedSource extends OfProfile {
  readonly kind: "unsupported-source";
  readonly setting: string;
  readonly value: string;
}

/** `services` names a section that the config file does not have. */
export interface UnknownServices extends OfProfile {
  readonly kind: "unknown-services";
  readonly services: string;
}

/** `endpoint_url` is no URL that a call can be sent to. */
export interface BrokenEndpoint extends OfProfile {
  readonly kind: "broken-endpoint";
  /** Without a password that may stand in it. */
  readonly value: string;
  /** The service in a `[services …]` section that has it; absent where the profile has it itself. */
  readonly ofService?: ServiceReference;
}

/** A service in a `[services …]` section. */
export interface ServiceReference {
  readonly service: string;
  readonly services: string;
}

/** FIPS or dual stack together with an STS endpoint of one's own, at least one of them in a file. */
export interface EndpointConflict extends OfProfile, Conflict {
  readonly kind: "endpoint-conflict";
}

interface Conflict {
  readonly wanted: "FIPS" | "dual stack";
  /** The setting or variable that wants it. */
  readonly flag: string;
  /** The setting or variable that names the endpoint. */
  readonly endpoint: string;
}

/** The same where variables alone say so. */
export interface EndpointVariableConflict extends Conflict {
  readonly kind: "endpoint-variable-conflict";
  readonly profile: string;
  /** The one of both to unset. */
  readonly variable: string;
}

/** The same as {@link BrokenEndpoint} in a variable. */
export interface BrokenEndpointVariable {
  readonly kind: "broken-endpoint-variable";
  readonly profile: string;
  readonly variable: string;
  readonly value: string;
}

/**
 * The profile would work if it took what it lacks from `default`, as aws-vault has it and no AWS SDK. The location is
 * that of the cause.
 */
export interface InheritanceNeeded extends OfProfile {
  readonly kind: "inheritance-needed";
  /** Settings of `default` that would make it work. */
  readonly settings: readonly string[];
  /** Where the first of them stands. */
  readonly lender: Location;
  /** Why it does not work without them. */
  readonly cause: SettingProblem;
}
