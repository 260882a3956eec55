import { List } from "@raycast/api";
import { configDiagnostics, diagnosticsReport, warnings } from "../aws/config-diagnostics";
import { type ProfileEntry } from "../aws/profile-list";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { BrokenProfileListItem } from "./BrokenProfileListItem";
import { DiagnosticListItem } from "./DiagnosticListItem";

export interface ProblemsSectionProps {
  readonly config: SharedConfig;
  readonly entries: readonly ProfileEntry[];
}

/** What the config's author should know: lines that were left out or mean something else elsewhere, and broken profiles. */
export function ProblemsSection({ config, entries }: ProblemsSectionProps) {
  const diagnostics = warnings(config, entries);
  const broken = entries.filter((entry) => entry.kind === "broken");
  const report = (): string => diagnosticsReport(configDiagnostics(config, entries));
  if (diagnostics.length + broken.length === 0) return null;
  return (
    <List.Section title="Problems">
      {diagnostics.map((diagnostic) => {
        const { file, line, message } = diagnostic;
        // A line may have more than one fault: a byte order mark and a broken header.
        return <DiagnosticListItem key={`${file}:${line}:${message}`} diagnostic={diagnostic} report={report} />;
      })}
      {broken.map((entry) => (
        <BrokenProfileListItem key={entry.name} entry={entry} report={report} />
      ))}
    </List.Section>
  );
}
