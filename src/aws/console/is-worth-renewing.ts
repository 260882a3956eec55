import { type ChainPlan } from "../chain/plan/chain-plan";
import { type Resolution } from "../chain/resolve/resolution";
import { sessionKeys } from "../chain/resolve/session-key";
import { isUsable, type SessionStore } from "../chain/resolve/session-store";

/**
 * Whether a session that was found is to be made anew for a console, which lasts no longer than that: a role's that has
 * less than half its time left, where a new one takes no code.
 */
export async function isWorthRenewing(
  { credentials, isReused }: Resolution,
  chain: ChainPlan,
  { sessions, now }: { readonly sessions: SessionStore; readonly now: () => Date },
): Promise<boolean> {
  const last = chain.hops.at(-1);
  const { expiration } = credentials;
  if (!isReused || last?.kind !== "role" || last.device || !expiration) return false;
  const leftMs = expiration.getTime() - now().getTime();
  if (leftMs * 2 >= last.durationSeconds * 1000) return false;
  const signerKey = sessionKeys(chain).at(-2);
  if (signerKey === undefined) return true;
  const signer = await sessions.read(signerKey).catch(() => undefined);
  return signer !== undefined && isUsable(signer, now());
}
