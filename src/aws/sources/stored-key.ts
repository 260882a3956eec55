import { type ChainPlan, type StoredKey } from "../chain/plan/chain-plan";
import { type AccessKey } from "../credentials";
import { ProblemError } from "../problem";
import { type KeyStore } from "./key-store";

/**
 * Reads a source's long-term key from the key store.
 *
 * @param plan the chain that needs the key, for the message
 * @throws ProblemError `no-access-key` where none is stored
 */
export async function readStoredKey(source: StoredKey, plan: ChainPlan, keyStore: KeyStore): Promise<AccessKey> {
  const key = await keyStore.read(source.profile);
  if (!key) throw new ProblemError({ kind: "no-access-key", profile: plan.profile, source: source.profile });
  return key;
}
