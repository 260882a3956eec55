import { Action, ActionPanel, Icon, List } from "@raycast/api";
import { canSignIn } from "../aws/console/sign-in";
import { type ReadyProfile } from "../aws/profile-list";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { useProfiles } from "../hooks/use-profiles";
import { MfaCodeForm } from "./MfaCodeForm";
import { ProblemsSection } from "./ProblemsSection";
import { ProfileListItem } from "./ProfileListItem";
import { ProfilesEmptyView } from "./ProfilesEmptyView";

/** Every profile of the config: roles to open, the users behind them, and what cannot be opened with the reason. */
export function ProfileList() {
  const { config, entries, now, isLoading, error, reload } = useProfiles();
  const mfaPrompt = useMfaPrompt(MfaCodeForm);

  const row = (entry: ReadyProfile) => (
    <ProfileListItem key={entry.name} entry={entry} now={now} mfaPrompt={mfaPrompt} />
  );
  const ready = entries.filter((entry) => entry.kind === "ready");
  const roles = ready.filter(({ plan }) => canSignIn(plan));
  const users = ready.filter(({ plan }) => !canSignIn(plan));

  return (
    <List isLoading={isLoading} searchBarPlaceholder="Search profile, role or account">
      {entries.length === 0 && !isLoading && (
        <ProfilesEmptyView
          error={error}
          actions={
            <ActionPanel>
              <Action title="Reload" icon={Icon.ArrowClockwise} onAction={reload} />
            </ActionPanel>
          }
        />
      )}
      {roles.length > 0 && <List.Section title="Roles">{roles.map(row)}</List.Section>}
      {users.length > 0 && <List.Section title="Users">{users.map(row)}</List.Section>}
      {config && <ProblemsSection config={config} entries={entries} />}
    </List>
  );
}
