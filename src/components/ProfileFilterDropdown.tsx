import { List } from "@raycast/api";
import { ALL_PROFILES, PROFILE_FILTERS, type ProfileFilter } from "../aws/profile-filter";

/** Narrows the list. Not kept: who comes back tomorrow looks for a profile, not for yesterday's sessions. */
export function ProfileFilterDropdown({ onChange }: { readonly onChange: (filter: ProfileFilter) => void }) {
  const choose = (chosen: string): void => onChange(PROFILE_FILTERS.find(({ id }) => id === chosen) ?? ALL_PROFILES);
  return (
    <List.Dropdown tooltip="Filter Profiles" onChange={choose}>
      {PROFILE_FILTERS.map(({ id, title }) => (
        <List.Dropdown.Item key={id} value={id} title={title} />
      ))}
    </List.Dropdown>
  );
}
