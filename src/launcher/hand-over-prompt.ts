import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { OpeningCancelled } from "../aws/chain/resolve/opening-cancelled";
import { launchOwnCommand } from "./launch-own-command";
import { type ProfileJob } from "./profile-job";

/** Asks for a code from where no form can be shown: gives up, and leads to the list that does the same and can. */
export function handOverPrompt(job: ProfileJob): MfaPrompt {
  return {
    async redeemCode({ plan }) {
      await launchOwnCommand(job === "open" ? "open-aws-console" : "copy-aws-credentials", plan.profile);
      throw new OpeningCancelled();
    },
  };
}
