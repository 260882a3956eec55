import { open } from "@raycast/api";
import { type ChainPlan, targetRole } from "../aws/chain/plan/chain-plan";
import { ProblemError } from "../aws/problem";
import { type ChainContext } from "./launcher-ports";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Opens the console of a profile in the default browser and says which account and role it is. */
export function openConsole(plan: ChainPlan, context: ChainContext): Promise<void> {
  return withProgress(`Opening ${plan.profile}`, async (progress) => {
    const { url, notes } = await requestSignInUrl(plan, context, progress);
    await open(url.reveal()).catch(() => {
      // What the system says may quote the link.
      throw new ProblemError({ kind: "browser-unavailable", profile: plan.profile });
    });
    const role = targetRole(plan)?.role;
    const account = role ? `${role.roleName} in ${role.accountId}` : plan.profile;
    return { hud: successText(`Opened ${account}`, notes) };
  });
}
