import { Action, Icon } from "@raycast/api";
import { type ProfileLink, profileLink } from "../launcher/profile-link";
import { SHORTCUTS } from "../launcher/shortcuts";

export interface QuicklinkActionProps {
  readonly link: ProfileLink;
  /** Where it leads, beside the profile: "CloudWatch". */
  readonly place?: string | undefined;
}

/** Makes what a row opens reachable from the root search, by an alias or a hotkey. */
export function QuicklinkAction({ link, place }: QuicklinkActionProps) {
  const name = place === undefined ? `Open ${link.profile}` : `Open ${link.profile} at ${place}`;
  return (
    <Action.CreateQuicklink
      title="Create Quicklink"
      icon={Icon.Bolt}
      shortcut={SHORTCUTS.createQuicklink}
      quicklink={{ name, link: profileLink(link) }}
    />
  );
}
