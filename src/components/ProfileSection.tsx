import { Action, ActionPanel, Icon } from "@raycast/api";
import { accountOf } from "../aws/chain/plan/account-of";
import { type ChainPlan, targetRole } from "../aws/chain/plan/chain-plan";
import { exportProfile } from "../aws/credential-formats/export-profile";
import { SHORTCUTS } from "../launcher/shortcuts";

/** What a profile is, none of it secret, on the clipboard. */
export function ProfileSection({ plan }: { readonly plan: ChainPlan }) {
  const roleArn = targetRole(plan)?.role.arn;
  const accountId = accountOf(plan);
  return (
    <ActionPanel.Section title="Profile">
      <Action.CopyToClipboard
        title="Copy Profile Name"
        icon={Icon.Clipboard}
        shortcut={SHORTCUTS.copyProfileName}
        content={plan.profile}
      />
      {roleArn !== undefined && (
        <Action.CopyToClipboard
          title="Copy Role ARN"
          icon={Icon.Clipboard}
          shortcut={SHORTCUTS.copyRoleArn}
          content={roleArn}
        />
      )}
      {accountId !== undefined && (
        <Action.CopyToClipboard
          title="Copy Account ID"
          icon={Icon.Clipboard}
          shortcut={SHORTCUTS.copyAccountId}
          content={accountId}
        />
      )}
      <Action.CopyToClipboard
        title="Copy AWS_PROFILE Export"
        icon={Icon.Terminal}
        shortcut={SHORTCUTS.copyProfileExport}
        content={exportProfile(plan.profile)}
      />
    </ActionPanel.Section>
  );
}
