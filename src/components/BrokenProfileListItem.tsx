import { Color, Icon, List } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { type BrokenProfile } from "../aws/profile-list";
import { ProblemActions } from "./ProblemActions";

/** A profile that cannot be opened: listed with the reason, and with the way to the file that has to change. */
export function BrokenProfileListItem({ entry, report }: { entry: BrokenProfile; report: () => string }) {
  const { title, sentence, remedy } = describeProblem(entry.problem);
  return (
    <List.Item
      title={entry.name}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: Color.Orange }}
      accessories={[{ tag: { value: title, color: Color.Orange }, tooltip: sentence }]}
      actions={
        <ProblemActions
          title={entry.name}
          sentence={sentence}
          report={report}
          place={remedy.kind === "edit-config" ? remedy : undefined}
        />
      }
    />
  );
}
