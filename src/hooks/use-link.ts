import { useEffect, useRef } from "react";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { followLink } from "../launcher/follow-link";
import { type ProfileJob } from "../launcher/profile-job";
import { type ProfileLink } from "../launcher/profile-link";
import { type Profiles } from "./use-profiles";

/**
 * Follows the link that the command was launched with, once, as soon as the profiles are there. Where they cannot be read
 * the list says so, and nothing is opened later, when nobody expects it any more.
 */
export function useLink(
  link: ProfileLink | undefined,
  job: ProfileJob,
  { config, entries, isLoading }: Profiles,
  mfaPrompt: MfaPrompt,
): void {
  const isFollowed = useRef(false);
  useEffect(() => {
    if (!link || isLoading || isFollowed.current) return;
    isFollowed.current = true;
    if (config) void followLink(link, job, entries, mfaPrompt);
  });
}
