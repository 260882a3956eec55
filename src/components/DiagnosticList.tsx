import { Action, ActionPanel, Icon, List } from "@raycast/api";
import { configDiagnostics, diagnosticKey, diagnosticsReport } from "../aws/config-diagnostics";
import { useDetailToggle } from "../hooks/use-detail-toggle";
import { useProfiles } from "../hooks/use-profiles";
import { DiagnosticListItem } from "./DiagnosticListItem";
import { ProfilesEmptyView } from "./ProfilesEmptyView";

/** Everything that there is to say of the config, profiles without a plan included. Follows its edits. */
export function DiagnosticList() {
  const { config, entries, isLoading, error, reload } = useProfiles();
  const detail = useDetailToggle();
  const diagnostics = config ? configDiagnostics(config, entries) : [];
  const report = (): string => diagnosticsReport(diagnostics);
  return (
    <List
      navigationTitle="Diagnostics"
      isLoading={isLoading}
      isShowingDetail={detail.isShowingDetail && diagnostics.length > 0}
      searchBarPlaceholder="Search file, line or profile"
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
      {diagnostics.map((diagnostic) => (
        <DiagnosticListItem key={diagnosticKey(diagnostic)} diagnostic={diagnostic} report={report} detail={detail} />
      ))}
    </List>
  );
}
