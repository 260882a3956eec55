import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type Progress } from "./with-progress";

/** What opening a profile needs of the view that it was started from. */
export interface Opening {
  readonly mfaPrompt: MfaPrompt;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}
