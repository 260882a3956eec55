import { Alert, confirmAlert } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { sessionKeys } from "../aws/chain/resolve/session-key";
import { sessionStore } from "./launcher-ports";
import { withProgress } from "./with-progress";

/**
 * Removes every session of a profile's chain, the user's included, so that the next opening asks for a code. Sessions
 * that other profiles made further down the same chain stay: AWS would honour them all the same.
 */
export function forgetSession(plan: ChainPlan): Promise<void> {
  return withProgress(`Forgetting ${plan.profile}`, async () => {
    const sessions = sessionStore();
    await Promise.all(sessionKeys(plan).map((key) => sessions.remove(key)));
    return { toast: `Forgot the session of ${plan.profile}` };
  });
}

/** Removes every session there is, after asking. */
export async function forgetAllSessions(): Promise<void> {
  const isMeant = await confirmAlert({
    title: "Forget All Sessions?",
    message: "Every user's next opening asks for a code again. AWS honors what was copied until it ends.",
    primaryAction: { title: "Forget All", style: Alert.ActionStyle.Destructive },
  });
  if (!isMeant) return;
  await withProgress("Forgetting all sessions", async () => {
    const sessions = sessionStore();
    const keys = [...(await sessions.readAll()).keys()];
    await Promise.all(keys.map((key) => sessions.remove(key)));
    return { toast: "Forgot all sessions" };
  });
}

/** Removes every session that the key of a profile started. */
export async function forgetSessionsOf(sourceProfile: string): Promise<void> {
  const sessions = sessionStore();
  for (const [key, session] of await sessions.readAll()) {
    if (session.sourceProfile === sourceProfile) await sessions.remove(key);
  }
}
