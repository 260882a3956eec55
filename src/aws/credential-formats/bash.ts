import { type Credentials } from "../credentials";

/** Some SDKs prefer a profile to keys in the environment, and an old end would outlive the new session. */
const UNSET = "unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CREDENTIAL_EXPIRATION\n";

/**
 * Temporary credentials as lines for bash or zsh, ready to paste. Holds secrets: copy it concealed.
 *
 * @param region set for the AWS CLI and SDKs in the same shell
 */
export function bashExports(
  { accessKeyId, secretAccessKey, sessionToken, expiration }: Credentials,
  region: string,
): string {
  const variables = {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: sessionToken.reveal(),
    ...(expiration && { AWS_CREDENTIAL_EXPIRATION: expiration.toISOString() }),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  };
  const exports = Object.entries(variables).map(([name, value]) => `export ${name}=${quoted(value)}\n`);
  return [UNSET, ...exports].join("");
}

/** Nothing is special between single quotes but the quote itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
