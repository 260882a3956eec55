import { Color, Icon, List } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { type BrokenProfile } from "../aws/profiles/profile-list";
import { type DetailToggle } from "../hooks/use-detail-toggle";
import { ProblemActions } from "./ProblemActions";
import { problemMarkdown } from "./problem-markdown";
import { ShowDiagnosticsAction } from "./ShowDiagnosticsAction";

export interface BrokenProfileListItemProps {
  readonly entry: BrokenProfile;
  /** Everything there is to say about the files, as text. */
  readonly report: () => string;
  readonly detail: DetailToggle;
}

/** A profile that cannot be opened: listed with the reason, and with the way to the file that has to change. */
export function BrokenProfileListItem({ entry, report, detail }: BrokenProfileListItemProps) {
  const { title, sentence, remedy } = describeProblem(entry.problem);
  return (
    <List.Item
      title={entry.name}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: Color.Orange }}
      accessories={[{ tag: { value: title, color: Color.Orange }, tooltip: sentence }]}
      {...(detail.isShowingDetail && { detail: <List.Item.Detail markdown={problemMarkdown(title, sentence)} /> })}
      actions={
        <ProblemActions
          title={entry.name}
          sentence={sentence}
          report={report}
          detail={detail}
          place={remedy.kind === "edit-config" ? remedy : undefined}
        >
          <ShowDiagnosticsAction />
        </ProblemActions>
      }
    />
  );
}
