import { type Credentials } from "../credentials";

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
  return Object.entries(variables)
    .map(([name, value]) => `export ${name}=${quoted(value)}\n`)
    .join("");
}

/** Nothing is special between single quotes but the quote itself. */
function quoted(value: string): string {
  return `'${value.replaceAll("'", `'\\''`)}'`;
}
