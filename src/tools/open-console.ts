import { type Tool } from "@raycast/api";
import { takeConfirmed } from "../launcher/confirmed-plan";
import { consoleConfirmation } from "../launcher/console-confirmation";
import { openInBrowser } from "../launcher/open-in-browser";
import { requestedConsole } from "../launcher/requested-console";
import { toolAnswer } from "../launcher/tool-answer";
import { unattendedOpening } from "../launcher/unattended-opening";

type Input = {
  /** The exact name of a profile, as list-profiles gives it. */
  profile: string;
  /** The service or page to open, such as "CloudWatch Logs". Leave it out for what the profile opens at by default. */
  service?: string;
  /** The id of the region to open, such as "eu-central-1". Leave it out for the profile's own. */
  region?: string;
};

export const confirmation: Tool.Confirmation<Input> = consoleConfirmation;

/** Opens the AWS console of a profile in the user's browser, signed in, and says which account and role it is. */
export default function openConsole(input: Input) {
  return toolAnswer(async () => {
    const { plan, choice } = await requestedConsole(input);
    // Where the files were edited since the question, what was confirmed is not what would open.
    return openInBrowser(takeConfirmed(plan.profile) ?? plan, choice, unattendedOpening());
  });
}
