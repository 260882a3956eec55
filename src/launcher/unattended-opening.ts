import { Refusal } from "../aws/refusal";
import { type Opening } from "./opening";

/** How a profile is opened where nobody can type a code and nobody watches. */
export function unattendedOpening(): Opening {
  return {
    mfaPrompt: {
      async redeemCode({ plan, device }) {
        throw new Refusal(
          `"${plan.profile}" needs a code of ${device.serial}, which only its user can type. Run the command Enter MFA Code, then try again.`,
        );
      },
    },
    progress: () => undefined,
    signal: new AbortController().signal,
  };
}
