import { Action, ActionPanel, Icon } from "@raycast/api";
import { isOfUser } from "../aws/chain/plan/chain-plan";
import { forgetAllSessions, forgetSession } from "../launcher/forget-session";
import { refreshSession } from "../launcher/refresh-session";
import { SHORTCUTS } from "../launcher/shortcuts";
import { type ProfileSectionProps } from "./ProfileActions";

/** What was made of a profile's chain: made anew, or forgotten. */
export function SessionSection({ plan, mfaPrompt }: ProfileSectionProps) {
  return (
    <ActionPanel.Section title="Session">
      {!isOfUser(plan) && (
        <Action
          title="Refresh Now"
          icon={Icon.ArrowClockwise}
          shortcut={SHORTCUTS.refreshSession}
          onAction={() => refreshSession(plan, mfaPrompt)}
        />
      )}
      <Action
        title="Forget Session"
        icon={Icon.Trash}
        style={Action.Style.Destructive}
        shortcut={SHORTCUTS.forgetSession}
        onAction={() => forgetSession(plan)}
      />
      <Action
        title="Forget All Sessions"
        icon={Icon.Trash}
        style={Action.Style.Destructive}
        shortcut={SHORTCUTS.forgetAllSessions}
        onAction={forgetAllSessions}
      />
    </ActionPanel.Section>
  );
}
