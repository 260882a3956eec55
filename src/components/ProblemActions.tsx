import { Action, ActionPanel, Icon } from "@raycast/api";
import { type ReactNode } from "react";
import { type DetailToggle } from "../hooks/use-detail-toggle";
import { copyReport } from "../launcher/copy-report";
import { type PlaceToEdit } from "../launcher/edit-config";
import { EditConfigAction } from "./EditConfigAction";
import { ToggleDetailAction } from "./ToggleDetailAction";

export interface ProblemActionsProps {
  /** What the problem is about. */
  readonly title: string;
  /** What is wrong and what to do, for someone who can. */
  readonly sentence: string;
  /** Where to correct it; absent where no edit would help. */
  readonly place: PlaceToEdit | undefined;
  /** Everything there is to say about the files, as text. */
  readonly report: () => string;
  readonly detail: DetailToggle;
  /** What else can be done. */
  readonly children?: ReactNode;
}

/** What can be done about a row that is only there to say what is wrong. */
export function ProblemActions({ title, sentence, place, report, detail, children }: ProblemActionsProps) {
  return (
    <ActionPanel title={title}>
      {place && <EditConfigAction place={place} />}
      <ToggleDetailAction {...detail} />
      <Action.CopyToClipboard title="Copy Problem" icon={Icon.Clipboard} content={sentence} />
      <Action
        title="Copy All Problems"
        icon={Icon.CopyClipboard}
        onAction={() => copyReport(report(), "All Problems")}
      />
      {children}
    </ActionPanel>
  );
}
