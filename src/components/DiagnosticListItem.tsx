import { Color, Icon, List } from "@raycast/api";
import { type Diagnostic, diagnosticPlace } from "../aws/shared-config/diagnostic";
import { ProblemActions } from "./ProblemActions";

export interface DiagnosticListItemProps {
  readonly diagnostic: Diagnostic;
  readonly report: () => string;
}

/** Something in a config file that was left out or is read otherwise by other tools, with what to do about it. */
export function DiagnosticListItem({ diagnostic, report }: DiagnosticListItemProps) {
  const { file, line, profile, message, hint, severity } = diagnostic;
  const sentence = `${message} ${hint}`;
  const place = diagnosticPlace(diagnostic);
  return (
    <List.Item
      title={place}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: severity === "error" ? Color.Red : Color.Yellow }}
      accessories={[{ tag: severity === "error" ? "Error" : "Warning", tooltip: sentence }]}
      keywords={profile === undefined ? [] : [profile]}
      actions={
        <ProblemActions
          title={place}
          sentence={sentence}
          place={file === undefined ? undefined : { file, line }}
          report={report}
        />
      }
    />
  );
}
