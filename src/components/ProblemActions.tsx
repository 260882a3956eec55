import { Action, ActionPanel, Icon } from "@raycast/api";
import { copyReport } from "../launcher/copy-report";
import { editConfig } from "../launcher/edit-config";
import { SHORTCUTS } from "../launcher/shortcuts";
import { ProblemDetail } from "./ProblemDetail";

export interface ProblemActionsProps {
  /** What the problem is about. */
  readonly title: string;
  /** What is wrong and what to do, for someone who can. */
  readonly sentence: string;
  /** The file to correct; absent where no edit would help. */
  readonly file: string | undefined;
  /** Everything there is to say about the files, as text. */
  readonly report: () => string;
}

/** What can be done about a row that is only there to say what is wrong. */
export function ProblemActions({ title, sentence, file, report }: ProblemActionsProps) {
  return (
    <ActionPanel title={title}>
      {file !== undefined && (
        <Action
          title="Edit Config"
          icon={Icon.Pencil}
          shortcut={SHORTCUTS.editConfig}
          onAction={() => editConfig(file)}
        />
      )}
      <Action.Push title="Show Problem" icon={Icon.Eye} target={<ProblemDetail title={title} sentence={sentence} />} />
      <Action.CopyToClipboard title="Copy Problem" content={sentence} />
      <Action
        title="Copy All Problems"
        icon={Icon.CopyClipboard}
        onAction={() => copyReport(report(), "All Problems")}
      />
    </ActionPanel>
  );
}
