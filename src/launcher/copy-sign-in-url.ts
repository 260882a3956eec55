import { Clipboard } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { clockTime } from "./clock-time";
import { requestSignInUrl } from "./request-sign-in-url";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Copies the link that opens a profile's console, concealed from clipboard histories: whoever has it is signed in. */
export function copySignInUrl(shown: ChainPlan, mfaPrompt: MfaPrompt): Promise<void> {
  const { profile } = shown;
  return withProgress(`Signing in to ${profile}`, async (progress, signal) => {
    const { url, validUntil, notes } = await requestSignInUrl(shown, { mfaPrompt, progress, signal });
    await Clipboard.copy(url.reveal(), { concealed: true });
    return { hud: successText(`Copied sign-in URL of ${profile}, valid until ${clockTime(validUntil)}`, notes) };
  });
}
