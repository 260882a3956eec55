import { open } from "@raycast/api";
import { type ChainPlan, targetRole } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { ProblemError } from "../aws/problem";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Opens the console of a profile in the default browser and says which account and role it is. */
export function openConsole(shown: ChainPlan, mfaPrompt: MfaPrompt): Promise<void> {
  const { profile } = shown;
  return withProgress(`Opening ${profile}`, async (progress, signal) => {
    const { url, notes, plan } = await requestSignInUrl(shown, { mfaPrompt, progress, signal });
    await open(url.reveal()).catch(() => {
      // What the system says may quote the link.
      throw new ProblemError({ kind: "browser-unavailable", profile });
    });
    const role = targetRole(plan)?.role;
    const account = role ? `${role.roleName} in ${role.accountId}` : profile;
    return { hud: successText(`Opened ${account}`, notes) };
  });
}
