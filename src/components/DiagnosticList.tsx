import { Action, ActionPanel, Icon, List } from "@raycast/api";
import { useMemo, useState } from "react";
import { configDiagnostics, diagnosticKey, diagnosticsReport, findDiagnostics } from "../aws/config-diagnostics";
import { useDetailToggle } from "../hooks/use-detail-toggle";
import { useProfiles } from "../hooks/use-profiles";
import { useRowWindow } from "../hooks/use-row-window";
import { DiagnosticListItem } from "./DiagnosticListItem";
import { ProfilesEmptyView } from "./ProfilesEmptyView";

/** Everything that there is to say of the config, profiles without a plan included. Follows its edits. */
export function DiagnosticList() {
  const { config, entries, isLoading, error, reload } = useProfiles();
  const detail = useDetailToggle();
  const [query, setQuery] = useState("");
  const diagnostics = useMemo(() => (config ? configDiagnostics(config, entries) : []), [config, entries]);
  const found = findDiagnostics(query, diagnostics);
  const { count, pagination } = useRowWindow(found.length, query);
  const report = (): string => diagnosticsReport(diagnostics);
  return (
    <List
      navigationTitle="Diagnostics"
      isLoading={isLoading}
      isShowingDetail={detail.isShowingDetail && diagnostics.length > 0}
      searchBarPlaceholder="Search file, line or profile"
      filtering={false}
      onSearchTextChange={setQuery}
      pagination={pagination}
    >
      {error && !config && <ProfilesEmptyView error={error} reload={reload} />}
      {config && diagnostics.length === 0 && (
        <List.EmptyView
          icon={Icon.CheckCircle}
          title="No Problems"
          description="Nothing in the AWS config was left out, and nothing is known that other tools read otherwise."
          actions={
            <ActionPanel>
              <Action title="Reload" icon={Icon.ArrowClockwise} onAction={reload} />
            </ActionPanel>
          }
        />
      )}
      {found.slice(0, count).map((diagnostic) => (
        <DiagnosticListItem key={diagnosticKey(diagnostic)} diagnostic={diagnostic} report={report} detail={detail} />
      ))}
    </List>
  );
}
