import { type AccessKey } from "../src/aws/credentials";
import { Secret } from "../src/aws/secret";
import { type KeyStore } from "../src/aws/sources/key-store";

/** A key store without an operating system: gone with the process. Holds these keys at first, by profile. */
export function memoryKeyStore(
  initial: Readonly<Record<string, { accessKeyId: string; secretAccessKey: string }>>,
): KeyStore {
  const keys = new Map<string, AccessKey>();
  for (const [profile, { accessKeyId, secretAccessKey }] of Object.entries(initial)) {
    keys.set(profile, { accessKeyId, secretAccessKey: new Secret(secretAccessKey) });
  }
  return {
    read: async (profile) => keys.get(profile),
    write: async (profile, key) => void keys.set(profile, key),
    remove: async (profile) => void keys.delete(profile),
  };
}
