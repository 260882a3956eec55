import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { OpeningCancelled } from "../aws/chain/resolve/opening-cancelled";
import { launchOwnCommand } from "./launch-own-command";

/** Asks for a code from where no form can be shown: gives up, and leads to the list, which can. */
export const handOverPrompt: MfaPrompt = {
  async redeemCode({ plan }) {
    await launchOwnCommand("open-aws-console", plan.profile);
    throw new OpeningCancelled();
  },
};
