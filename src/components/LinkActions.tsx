import { Action, Icon } from "@raycast/api";
import { type ChainPlan, opensWithoutMfa } from "../aws/chain/plan/chain-plan";
import { type ProfileLink, profileLink } from "../launcher/profile-link";
import { SHORTCUTS } from "../launcher/shortcuts";

export interface LinkActionsProps {
  readonly plan: ChainPlan;
  /** What is opened of the profile's console. */
  readonly link?: Omit<ProfileLink, "profile">;
  /** Where it leads, beside the profile: "CloudWatch". */
  readonly place?: string | undefined;
}

/** Makes what a row opens reachable from the root search, by an alias or a hotkey, and from scripts. */
export function LinkActions({ plan, link, place }: LinkActionsProps) {
  const { profile } = plan;
  const where = place === undefined ? "" : ` at ${place}`;
  const name = `Open ${profile}${where}${opensWithoutMfa(plan) ? " Without MFA" : ""}`;
  const deeplink = profileLink({ profile, ...link });
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
