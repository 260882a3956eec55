import { chainExplanation } from "../aws/profiles/chain-explanation";
import { readyProfile } from "../aws/profiles/ready-profile";
import { now } from "../launcher/now";
import { readProfiles } from "../launcher/read-profiles";
import { toolAnswer } from "../launcher/tool-answer";

type Input = {
  /** The exact name of a profile, as list-profiles gives it. */
  profile: string;
};

/**
 * Explains how a profile gets from its access key through an MFA session and roles to its account: each step, what is
 * stored of it until when, and what is wrong in the config, with file and line.
 */
export default function explainChain({ profile }: Input) {
  return toolAnswer(async () => chainExplanation(readyProfile((await readProfiles(now())).entries, profile)));
}
