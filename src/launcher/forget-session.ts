import { Alert, confirmAlert } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { sessionKeys } from "../aws/chain/resolve/session-key";
import { consolePlans } from "../aws/console/console-plan";
import { firstFew } from "../aws/first-few";
import { currentPlan } from "./current-plan";
import { sessionStore } from "./launcher-ports";
import { type Success, withProgress } from "./with-progress";

/** Nobody waits for it long enough to give up. */
const AT_ONCE = { isCancellable: false };

/**
 * Removes every session of a profile's chain, the user's and those of its consoles included, so that the next opening asks
 * for a code: of the chain that the list shows, and of the one that the files say now. Sessions that other profiles made
 * further down the same chain stay: AWS would honor them all the same.
 */
export function forgetSession(shown: ChainPlan): Promise<void> {
  const { profile } = shown;
  const forget = async (): Promise<Success> => {
    const sessions = sessionStore();
    const current = await currentPlan(profile).catch(() => undefined);
    const plans = [shown, ...(current ? [current.plan] : [])].flatMap(consolePlans);
    const keys = new Set(plans.flatMap((plan) => sessionKeys(plan)));
    await Promise.all(Array.from(keys, (key) => sessions.remove(key)));
    const owners = new Set(shown.hops.map((hop) => hop.profile));
    return { toast: `Forgot the ${owners.size > 1 ? "sessions" : "session"} of ${firstFew([...owners])}` };
  };
  return withProgress(`Forgetting ${profile}`, forget, AT_ONCE);
}

/** Removes every session there is, after asking. */
export async function forgetAllSessions(): Promise<void> {
  const isMeant = await confirmAlert({
    title: "Forget All Sessions?",
    message: "Every user's next opening asks for a code again. AWS honors what was copied until it ends.",
    primaryAction: { title: "Forget All", style: Alert.ActionStyle.Destructive },
  });
  if (isMeant) await forgetAllSessionsUnasked();
}

/** The same without asking, for where asking is not possible. */
export function forgetAllSessionsUnasked(): Promise<void> {
  const forget = async (): Promise<Success> => {
    const sessions = sessionStore();
    const keys = [...(await sessions.readAll()).keys()];
    await Promise.all(keys.map((key) => sessions.remove(key)));
    return { toast: "Forgot all sessions" };
  };
  return withProgress("Forgetting all sessions", forget, AT_ONCE);
}

/** Removes every session that the key of a profile started. */
export async function forgetSessionsOf(sourceProfile: string): Promise<void> {
  const sessions = sessionStore();
  for (const [key, session] of await sessions.readAll()) {
    if (session.sourceProfile === sourceProfile) await sessions.remove(key);
  }
}
