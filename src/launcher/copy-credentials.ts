import { Clipboard } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { bashExports } from "../aws/credential-formats/bash";
import { credentialProcessJson } from "../aws/credential-formats/credential-process-json";
import { type Credentials } from "../aws/credentials";
import { clockTime } from "./clock-time";
import { resolveWithProgress } from "./resolve-with-progress";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** A way to write credentials down, with the name that actions and messages give it. */
export interface CredentialFormat {
  readonly title: string;
  readonly write: (credentials: Credentials, region: string) => string;
}

export const BASH_FORMAT: CredentialFormat = { title: "Bash or Zsh", write: bashExports };
export const JSON_FORMAT: CredentialFormat = { title: "JSON", write: credentialProcessJson };

/** Copies a profile's temporary credentials, concealed from clipboard histories. */
export function copyCredentials(shown: ChainPlan, mfaPrompt: MfaPrompt, format: CredentialFormat): Promise<void> {
  const { profile } = shown;
  return withProgress(`Getting credentials of ${profile}`, async (progress, signal) => {
    const opening = { mfaPrompt, progress, signal };
    const { credentials, notes, plan } = await resolveWithProgress(shown, opening);
    signal.throwIfAborted();
    await Clipboard.copy(format.write(credentials, plan.region), { concealed: true });
    const until = credentials.expiration ? `, valid until ${clockTime(credentials.expiration)}` : "";
    return { hud: successText(`Copied credentials of ${profile}${until}`, notes) };
  });
}
