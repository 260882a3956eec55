import { type Credentials } from "../../src/aws/credentials";
import { Secret } from "../../src/aws/secret";

/** Temporary credentials; the secrets differ with the key id, so that none can be taken for another's. */
export function credentialsOf(accessKeyId: string, expiration?: Date): Credentials {
  return {
    accessKeyId,
    secretAccessKey: new Secret(`secret of ${accessKeyId}`),
    sessionToken: new Secret(`token of ${accessKeyId}`),
    expiration,
  };
}
