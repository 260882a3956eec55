import { Color, Icon, List } from "@raycast/api";
import { type Diagnostic, diagnosticPlace } from "../aws/shared-config/diagnostic";
import { type DetailToggle } from "../hooks/use-detail-toggle";
import { ProblemActions } from "./ProblemActions";
import { problemMarkdown } from "./problem-markdown";

export interface DiagnosticListItemProps {
  readonly diagnostic: Diagnostic;
  readonly report: () => string;
  readonly detail: DetailToggle;
}

/** Something in a config file that was left out or is read otherwise by other tools, with what to do about it. */
export function DiagnosticListItem({ diagnostic, report, detail }: DiagnosticListItemProps) {
  const { file, line, message, hint, severity } = diagnostic;
  const sentence = `${message} ${hint}`;
  const place = diagnosticPlace(diagnostic);
  return (
    <List.Item
      title={place}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: severity === "error" ? Color.Red : Color.Yellow }}
      accessories={[{ tag: severity === "error" ? "Error" : "Warning", tooltip: sentence }]}
      {...(detail.isShowingDetail && { detail: <List.Item.Detail markdown={problemMarkdown(place, sentence)} /> })}
      actions={
        <ProblemActions
          title={place}
          sentence={sentence}
          place={file === undefined ? undefined : { file, line }}
          report={report}
          detail={detail}
        />
      }
    />
  );
}
