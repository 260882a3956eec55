import { Action, Icon } from "@raycast/api";
import { DiagnosticList } from "./DiagnosticList";

/** Leads to everything that there is to say of the config. */
export function ShowDiagnosticsAction() {
  return <Action.Push title="Show Diagnostics" icon={Icon.Warning} target={<DiagnosticList />} />;
}
