import { type Credentials } from "../credentials";

/** An environment variable and its value. */
export type Variable = readonly [name: string, value: string];

/** Some SDKs prefer a profile to keys in the environment, and an old end would outlive the new session. */
export const REPLACED_VARIABLES = ["AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_CREDENTIAL_EXPIRATION"] as const;

/**
 * What the AWS CLI and SDKs read of temporary credentials from the environment. Holds secrets.
 *
 * @param region set under both names: the CLI reads one, the SDKs the other
 */
export function credentialVariables(
  { accessKeyId, secretAccessKey, sessionToken, expiration }: Credentials,
  region: string,
): readonly Variable[] {
  return Object.entries({
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: sessionToken.reveal(),
    ...(expiration && { AWS_CREDENTIAL_EXPIRATION: expiration.toISOString() }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  });
}
