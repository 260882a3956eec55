import { useEffect, useRef } from "react";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { openLink } from "../launcher/open-link";
import { type ProfileLink } from "../launcher/profile-link";
import { type Profiles } from "./use-profiles";

/** Opens what the command was launched for, once, as soon as the profiles are there. */
export function useLinkedOpening(link: ProfileLink | undefined, profiles: Profiles, mfaPrompt: MfaPrompt): void {
  const isBegun = useRef(false);
  const { config, entries } = profiles;
  useEffect(() => {
    if (!link || !config || isBegun.current) return;
    isBegun.current = true;
    void openLink(link, entries, mfaPrompt);
  });
}
