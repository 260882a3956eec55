import { Action, ActionPanel, Icon, List } from "@raycast/api";

export interface NothingMatchesEmptyViewProps {
  /** What was typed; empty where nothing was. */
  readonly query: string;
  /** The title of the filter that is on; absent where all profiles are shown. */
  readonly filter: string | undefined;
  readonly onShowAll: () => void;
}

/** A list that is empty because of what was searched, with the way back where a filter hides the rest. */
export function NothingMatchesEmptyView({ query, filter, onShowAll }: NothingMatchesEmptyViewProps) {
  return (
    <List.EmptyView
      icon={Icon.MagnifyingGlass}
      title="Nothing Matches"
      description={emptiness(query.trim(), filter)}
      actions={
        filter !== undefined && (
          <ActionPanel>
            <Action title="Show All Profiles" icon={Icon.List} onAction={onShowAll} />
          </ActionPanel>
        )
      }
    />
  );
}

function emptiness(query: string, filter: string | undefined): string {
  const place = filter === undefined ? "" : ` under ${filter}`;
  return query === ""
    ? `There is no profile${place} now.`
    : `No profile${place} matches "${query}" by its name, role, account, alias or region.`;
}
