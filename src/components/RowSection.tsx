import { Action, ActionPanel, Icon } from "@raycast/api";
import { accountOf } from "../aws/chain/plan/account-of";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type Location } from "../aws/shared-config/shared-config";
import { type DetailToggle } from "../hooks/use-detail-toggle";
import { pinProfile, resetRanking, unpinProfile } from "../launcher/profile-memory";
import { SHORTCUTS } from "../launcher/shortcuts";
import { AccountAliasForm } from "./AccountAliasForm";
import { EditConfigAction } from "./EditConfigAction";
import { LinkActions } from "./LinkActions";
import { ShowDiagnosticsAction } from "./ShowDiagnosticsAction";
import { ToggleDetailAction } from "./ToggleDetailAction";

/** How the list shows its rows. */
export interface RowView {
  readonly memory: ProfileMemory;
  readonly detail: DetailToggle;
  readonly reload: () => void;
}

export interface RowSectionProps {
  readonly plan: ChainPlan;
  /** Where the profile's section begins. */
  readonly location: Location;
  readonly view: RowView;
}

/** How a profile stands in the list and in the files. */
export function RowSection({ plan, location, view }: RowSectionProps) {
  const { memory, detail, reload } = view;
  const { profile } = plan;
  const accountId = accountOf(plan);
  const isPinned = memory.pinned.includes(profile);
  return (
    <ActionPanel.Section title="List">
      <ToggleDetailAction {...detail} />
      <Action
        title={isPinned ? "Unpin Profile" : "Pin Profile"}
        icon={isPinned ? Icon.PinDisabled : Icon.Pin}
        shortcut={SHORTCUTS.pin}
        onAction={() => (isPinned ? unpinProfile(profile) : pinProfile(profile))}
      />
      <LinkActions plan={plan} />
      {accountId !== undefined && (
        <Action.Push
          title="Set Account Alias…"
          icon={Icon.Tag}
          target={<AccountAliasForm accountId={accountId} alias={memory.aliases.get(accountId) ?? ""} />}
        />
      )}
      {memory.opened.includes(profile) && (
        <Action title="Reset Ranking" icon={Icon.ArrowCounterClockwise} onAction={() => resetRanking(profile)} />
      )}
      <EditConfigAction place={location} />
      <ShowDiagnosticsAction />
      <Action title="Reload" icon={Icon.Repeat} onAction={reload} />
    </ActionPanel.Section>
  );
}
