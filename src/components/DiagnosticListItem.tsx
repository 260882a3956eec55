import { Color, Icon, List } from "@raycast/api";
import { type Diagnostic } from "../aws/shared-config/diagnostic";
import { ProblemActions } from "./ProblemActions";

/** Something in a config file that was left out, with what to do about it. */
export function DiagnosticListItem({ diagnostic }: { diagnostic: Diagnostic }) {
  const { file, line, message, hint, severity } = diagnostic;
  const sentence = `${message} ${hint}`;
  return (
    <List.Item
      title={line === undefined ? file : `${file}, line ${line}`}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: severity === "error" ? Color.Red : Color.Yellow }}
      accessories={[{ tag: severity === "error" ? "Error" : "Warning", tooltip: sentence }]}
      actions={<ProblemActions sentence={sentence} file={file} />}
    />
  );
}
