import { type Credentials } from "../credentials";

/**
 * Temporary credentials as a `credential_process` prints them (AWS SDKs and Tools Reference Guide, "Process credential
 * provider", version 1). Holds secrets: copy it concealed.
 */
export function credentialProcessJson({ accessKeyId, secretAccessKey, sessionToken, expiration }: Credentials): string {
  const document = {
    Version: 1,
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey.reveal(),
    SessionToken: sessionToken.reveal(),
    ...(expiration && { Expiration: expiration.toISOString() }),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
