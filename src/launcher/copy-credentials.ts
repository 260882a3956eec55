import { Clipboard } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type CredentialFormat } from "../aws/credential-formats/credential-format";
import { clockTime } from "./clock-time";
import { now } from "./now";
import { rememberOpened } from "./profile-memory";
import { resolveWithProgress } from "./resolve-with-progress";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Copies a profile's temporary credentials, or a field of them, concealed from clipboard histories. */
export function copyCredentials(shown: ChainPlan, mfaPrompt: MfaPrompt, format: CredentialFormat): Promise<void> {
  const { profile } = shown;
  return withProgress(`Getting credentials of ${profile}`, async (progress, signal) => {
    const opening = { mfaPrompt, progress, signal };
    const { credentials, notes, plan } = await resolveWithProgress(shown, opening);
    signal.throwIfAborted();
    await Clipboard.copy(format.write(credentials, plan), { concealed: true });
    await rememberOpened(profile);
    const until = credentials.expiration ? `, valid until ${clockTime(credentials.expiration, now())}` : "";
    return { hud: successText(`Copied ${format.what} of ${profile}${until}`, notes) };
  });
}
