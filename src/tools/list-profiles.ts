import { profileListing } from "../aws/profiles/profile-listing";
import { now } from "../launcher/now";
import { readProfiles } from "../launcher/read-profiles";
import { toolAnswer } from "../launcher/tool-answer";

type Input = {
  /**
   * Words to find in the name of a profile, its account's id or alias, role, region or problem, such as
   * "prod 333333333333". Leave it out for all profiles.
   */
  filter?: string;
};

/**
 * Lists the profiles of the user's AWS config with account id and alias, role, number of roles on the way, region, whether an MFA
 * code will be asked for, the end of the session and what is wrong. Gives 100 at most and says how many were left out.
 */
export default function listProfiles({ filter = "" }: Input) {
  return toolAnswer(async () => {
    const { entries, memory } = await readProfiles(now());
    return profileListing(entries, memory, filter);
  });
}
