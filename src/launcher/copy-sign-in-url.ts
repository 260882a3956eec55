import { Clipboard } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { clockTime } from "./clock-time";
import { type ConsoleChoice } from "./console-choice";
import { now } from "./now";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/**
 * Copies the link that opens a profile's console, concealed from clipboard histories: whoever has it is signed in. That of
 * a portal signs nobody in, but is nobody else's business either.
 */
export function copySignInUrl(shown: ChainPlan, mfaPrompt: MfaPrompt, choice: ConsoleChoice = {}): Promise<void> {
  const { profile } = shown;
  return withProgress(`Signing in to ${profile}`, async (progress, signal) => {
    const link = await requestSignInUrl(shown, choice, { mfaPrompt, progress, signal });
    await Clipboard.copy(link.url.reveal(), { concealed: true });
    if (link.kind === "portal") return { hud: `Copied portal link of ${profile}` };
    const { validUntil, notes } = link;
    return { hud: successText(`Copied sign-in URL of ${profile}, valid until ${clockTime(validUntil, now())}`, notes) };
  });
}
