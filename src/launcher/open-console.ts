import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type ConsoleChoice } from "./console-choice";
import { openInBrowser } from "./open-in-browser";
import { withProgress } from "./with-progress";

/**
 * Opens the console of a profile and says which account and role it is.
 *
 * @param choice what of the console, and how; by default as the profile's defaults and the preferences have it
 */
export function openConsole(shown: ChainPlan, mfaPrompt: MfaPrompt, choice: ConsoleChoice = {}): Promise<void> {
  return withProgress(`Opening ${shown.profile}`, async (progress, signal) => ({
    hud: await openInBrowser(shown, choice, { mfaPrompt, progress, signal }),
  }));
}
