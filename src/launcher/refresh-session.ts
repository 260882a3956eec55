import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { clockTime } from "./clock-time";
import { resolveWithProgress } from "./resolve-with-progress";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Makes every session of a profile's chain anew, whatever is stored; where the chain has a device, with a new code. */
export function refreshSession(profile: string, mfaPrompt: MfaPrompt): Promise<void> {
  return withProgress(`Refreshing ${profile}`, async (progress, signal) => {
    const opening = { mfaPrompt, progress, signal };
    const { credentials, notes } = await resolveWithProgress(profile, opening, { isFresh: true });
    const { expiration } = credentials;
    const done = `Refreshed ${profile}${expiration ? `, valid until ${clockTime(expiration)}` : ""}`;
    return { toast: successText(done, notes) };
  });
}
