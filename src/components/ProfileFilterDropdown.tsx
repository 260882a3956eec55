import { List } from "@raycast/api";
import { ALL_PROFILES, PROFILE_FILTERS, type ProfileFilter } from "../aws/profiles/profile-filter";

export interface ProfileFilterDropdownProps {
  readonly filter: ProfileFilter;
  readonly onChange: (filter: ProfileFilter) => void;
}

/** Narrows the list. Not kept: who comes back tomorrow looks for a profile, not for yesterday's sessions. */
export function ProfileFilterDropdown({ filter, onChange }: ProfileFilterDropdownProps) {
  const choose = (chosen: string): void => onChange(PROFILE_FILTERS.find(({ id }) => id === chosen) ?? ALL_PROFILES);
  return (
    <List.Dropdown tooltip="Filter Profiles" value={filter.id} onChange={choose}>
      {PROFILE_FILTERS.map(({ id, title }) => (
        <List.Dropdown.Item key={id} value={id} title={title} />
      ))}
    </List.Dropdown>
  );
}
