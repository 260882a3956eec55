import { Action, Icon } from "@raycast/api";
import { type ProfileLink, profileLink } from "../launcher/profile-link";
import { SHORTCUTS } from "../launcher/shortcuts";

export interface LinkActionsProps {
  readonly link: ProfileLink;
  /** Where it leads, beside the profile: "CloudWatch". */
  readonly place?: string | undefined;
}

/** Makes what a row opens reachable from the root search, by an alias or a hotkey, and from scripts. */
export function LinkActions({ link, place }: LinkActionsProps) {
  const name = place === undefined ? `Open ${link.profile}` : `Open ${link.profile} at ${place}`;
  const deeplink = profileLink(link);
  return (
    <>
      <Action.CreateQuicklink
        title="Create Quicklink"
        icon={Icon.Bolt}
        shortcut={SHORTCUTS.createQuicklink}
        quicklink={{ name, link: deeplink }}
      />
      <Action.CopyToClipboard title="Copy Deeplink" icon={Icon.Link} content={deeplink} />
    </>
  );
}
