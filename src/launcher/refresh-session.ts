import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { clockTime } from "./clock-time";
import { type ChainContext } from "./launcher-ports";
import { resolveWithProgress } from "./resolve-with-progress";
import { withProgress } from "./with-progress";

/**
 * Makes every role session of a profile anew. The user's session stays, so that no code is asked for while it lasts; a
 * single role of more than an hour, which takes the code itself, asks for one.
 */
export function refreshSession(plan: ChainPlan, context: ChainContext): Promise<void> {
  return withProgress(`Refreshing ${plan.profile}`, async (progress) => {
    const { expiration } = await resolveWithProgress(plan, context, progress, "user-session");
    return { toast: `Refreshed ${plan.profile}${expiration ? `, valid until ${clockTime(expiration)}` : ""}` };
  });
}
