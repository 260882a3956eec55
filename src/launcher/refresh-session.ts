import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { clockTime } from "./clock-time";
import { type ChainContext } from "./launcher-ports";
import { resolveWithProgress } from "./resolve-with-progress";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Makes every session of a profile's chain anew, whatever is stored; where the chain has a device, with a new code. */
export function refreshSession(plan: ChainPlan, context: ChainContext): Promise<void> {
  return withProgress(`Refreshing ${plan.profile}`, async (progress) => {
    const { credentials, notes } = await resolveWithProgress(plan, context, progress, { isFresh: true });
    const { expiration } = credentials;
    const done = `Refreshed ${plan.profile}${expiration ? `, valid until ${clockTime(expiration)}` : ""}`;
    return { toast: successText(done, notes) };
  });
}
