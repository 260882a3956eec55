import { type AccessKey } from "../aws/credentials";
import { forgetSessionsOf } from "./forget-session";
import { keyStore } from "./launcher-ports";

/**
 * Stores a profile's long-term key and forgets every session that an older key of that profile started: the new key
 * may be another user's.
 *
 * @throws ProblemError `key-store-unavailable`
 */
export async function storeAccessKey(profile: string, key: AccessKey): Promise<void> {
  await keyStore().write(profile, key);
  await forgetSessionsOf(profile);
}
