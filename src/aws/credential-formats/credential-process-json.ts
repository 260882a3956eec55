import { type CredentialFormat } from "./credential-format";

/** What a `credential_process` prints (AWS SDKs and Tools Reference Guide, "Process credential provider", version 1). */
export const JSON_FORMAT: CredentialFormat = {
  id: "json",
  title: "JSON",
  what: "credentials",
  write: ({ accessKeyId, secretAccessKey, sessionToken, expiration }) => {
    const document = {
      Version: 1,
      AccessKeyId: accessKeyId,
      SecretAccessKey: secretAccessKey.reveal(),
      SessionToken: sessionToken.reveal(),
      ...(expiration && { Expiration: expiration.toISOString() }),
    };
    return `${JSON.stringify(document, undefined, 2)}\n`;
  },
};
