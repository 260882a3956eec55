import { Clipboard } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ChainContext } from "./launcher-ports";
import { requestSignInUrl } from "./request-sign-in-url";
import { clockTime } from "./clock-time";
import { successText } from "./success-text";
import { withProgress } from "./with-progress";

/** Copies the link that opens a profile's console, concealed from clipboard histories: whoever has it is signed in. */
export function copySignInUrl(plan: ChainPlan, context: ChainContext): Promise<void> {
  return withProgress(`Signing in to ${plan.profile}`, async (progress) => {
    const { url, validUntil, notes } = await requestSignInUrl(plan, context, progress);
    await Clipboard.copy(url.reveal(), { concealed: true });
    return { hud: successText(`Copied sign-in URL of ${plan.profile}, valid until ${clockTime(validUntil)}`, notes) };
  });
}
