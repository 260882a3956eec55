import { Action, ActionPanel, Icon, List, useNavigation } from "@raycast/api";
import { useEffect } from "react";
import { isOfUser } from "../aws/chain/plan/chain-plan";
import { type ReadyProfile } from "../aws/profile-list";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { useProfiles } from "../hooks/use-profiles";
import { onProfilesOffered } from "../launcher/offered-profiles";
import { MfaCodeForm } from "./MfaCodeForm";
import { ProblemsSection } from "./ProblemsSection";
import { ProfileListItem } from "./ProfileListItem";
import { ProfilesEmptyView } from "./ProfilesEmptyView";

export interface ProfileListProps {
  /** Names of the profiles to show; by default all, with the problems of the config. */
  readonly only?: readonly string[];
}

/** The profiles of the config: roles to open, the users behind them, and what cannot be opened with the reason. */
export function ProfileList({ only }: ProfileListProps) {
  const { config, entries, now, isLoading, error, reload } = useProfiles();
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  const { push } = useNavigation();
  useEffect(() => onProfilesOffered((profiles) => push(<ProfileList only={profiles} />)), [push]);

  const row = (entry: ReadyProfile) => (
    <ProfileListItem key={entry.name} entry={entry} now={now} mfaPrompt={mfaPrompt} />
  );
  const shown = only ? entries.filter(({ name }) => only.includes(name)) : entries;
  const ready = shown.filter((entry) => entry.kind === "ready");
  const roles = ready.filter(({ plan }) => !isOfUser(plan));
  const users = ready.filter(({ plan }) => isOfUser(plan));

  return (
    <List
      isLoading={isLoading}
      searchBarPlaceholder="Search profile, role or account"
      {...(only && { navigationTitle: "Roles to Open Instead" })}
    >
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
      {config && !only && <ProblemsSection config={config} entries={entries} />}
    </List>
  );
}
