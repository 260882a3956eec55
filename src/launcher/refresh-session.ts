import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { clockTime } from "./clock-time";
import { now } from "./now";
import { resolveWithProgress } from "./resolve-with-progress";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Makes every session of a profile's chain anew, whatever is stored; where the chain has a device, with a new code. */
export function refreshSession(shown: ChainPlan, mfaPrompt: MfaPrompt): Promise<void> {
  const { profile } = shown;
  return withProgress(`Refreshing ${profile}`, async (progress, signal) => {
    const opening = { mfaPrompt, progress, signal };
    const { credentials, notes } = await resolveWithProgress(shown, opening, { isFresh: true });
    const { expiration } = credentials;
    const done = `Refreshed ${profile}${expiration ? `, valid until ${clockTime(expiration, now())}` : ""}`;
    return { toast: successText(done, notes) };
  });
}
