import { type Location } from "../shared-config/shared-config";

/** Why no plan can be made for a profile. Locations are those of the setting to correct. */
export type PlanProblem =
  | UnknownProfile
  | UnknownSource
  | SourceLoop
  | MissingSource
  | TwoSources
  | MissingRole
  | BrokenRoleArn
  | UnknownPartition
  | UnknownRegion
  | PartialKey
  | UnsupportedSource;

export interface UnknownProfile {
  readonly kind: "unknown-profile";
  readonly profile: string;
}

/** `source_profile` (or aws-vault's command) names a profile that neither file has. */
export interface UnknownSource extends Location {
  readonly kind: "unknown-source";
  readonly profile: string;
  readonly source: string;
  readonly setting: "source_profile" | "credential_process";
}

/** The source profiles run in a circle; `path` begins and ends with the same profile. */
export interface SourceLoop extends Location {
  readonly kind: "source-loop";
  readonly profile: string;
  readonly path: readonly string[];
}

/** `role_arn` without `source_profile` or `credential_source`. */
export interface MissingSource extends Location {
  readonly kind: "missing-source";
  readonly profile: string;
}

/** `source_profile` and `credential_source` on one profile. */
export interface TwoSources extends Location {
  readonly kind: "two-sources";
  readonly profile: string;
}

/** `source_profile` without `role_arn`, which gives no credentials in any AWS SDK. */
export interface MissingRole extends Location {
  readonly kind: "missing-role";
  readonly profile: string;
}

export interface BrokenRoleArn extends Location {
  readonly kind: "broken-role-arn";
  readonly profile: string;
  readonly value: string;
}

export interface UnknownPartition extends Location {
  readonly kind: "unknown-partition";
  readonly profile: string;
  readonly partition: string;
}

/** `region` is no region's name. It becomes part of host names, so it is not passed on. */
export interface UnknownRegion extends Location {
  readonly kind: "unknown-region";
  readonly profile: string;
  readonly region: string;
}

/** One half of a key pair. */
export interface PartialKey extends Location {
  readonly kind: "partial-key";
  readonly profile: string;
  readonly missing: "aws_access_key_id" | "aws_secret_access_key";
}

/** A source of credentials that this version does not read. */
export interface UnsupportedSource extends Location {
  readonly kind: "unsupported-source";
  readonly profile: string;
  readonly setting: string;
}
