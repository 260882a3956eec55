import { type CredentialFormat } from "./credential-format";

/** The single fields of credentials, each as it is, without a line's end. */
export const CREDENTIAL_FIELDS: readonly CredentialFormat[] = [
  {
    id: "access-key-id",
    title: "Access Key ID",
    what: "access key ID",
    write: ({ accessKeyId }) => accessKeyId,
  },
  {
    id: "secret-access-key",
    title: "Secret Access Key",
    what: "secret access key",
    write: ({ secretAccessKey }) => secretAccessKey.reveal(),
  },
  {
    id: "session-token",
    title: "Session Token",
    what: "session token",
    write: ({ sessionToken }) => sessionToken.reveal(),
  },
];
