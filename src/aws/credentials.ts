import { type Secret } from "./secret";

/** A key pair that signs requests; without a session token it is an IAM user's long-term access key. */
export interface AccessKey {
  /** `AKIA…` of a user, `ASIA…` of a session. Not a secret: AWS shows it in logs and error messages. */
  readonly accessKeyId: string;
  readonly secretAccessKey: Secret;
  readonly sessionToken?: Secret;
}

/** Temporary credentials. */
export interface Credentials extends AccessKey {
  readonly sessionToken: Secret;
  /** Unknown for a session that somebody else wrote into the credentials file. */
  readonly expiration: Date | undefined;
  /** Whose they are, as STS's ARN names it: told for a federated user, whose account no setting names. Not stored. */
  readonly principal?: string | undefined;
}
