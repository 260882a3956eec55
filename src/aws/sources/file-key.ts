import { type FileKey } from "../chain/plan/chain-plan";
import { type AccessKey } from "../credentials";
import { type SharedConfig } from "../shared-config/shared-config";

/**
 * Takes a source's key from the shared files as they were when the plan was made.
 *
 * @throws Error where config and plan do not belong together
 */
export function readFileKey(source: FileKey, config: SharedConfig): AccessKey {
  const secrets = config.profiles.get(source.profile)?.secrets;
  const secretAccessKey = secrets?.get("aws_secret_access_key")?.secret;
  if (!secretAccessKey) throw new Error(`The plan names a key of "${source.profile}" that this config does not have.`);
  return { accessKeyId: source.accessKeyId, secretAccessKey, sessionToken: secrets?.get("aws_session_token")?.secret };
}
