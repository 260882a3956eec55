import { Action, ActionPanel, Color, Icon, List } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { type BrokenProfile } from "../aws/profile-list";
import { editConfig } from "../launcher/edit-config";
import { SHORTCUTS } from "../launcher/shortcuts";

/** A profile that cannot be opened: listed with the reason, and with the way to the file that has to change. */
export function BrokenProfileListItem({ entry }: { entry: BrokenProfile }) {
  const { title, sentence, remedy } = describeProblem(entry.problem);
  return (
    <List.Item
      title={entry.name}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: Color.Orange }}
      accessories={[{ tag: { value: title, color: Color.Orange }, tooltip: sentence }]}
      actions={
        <ActionPanel title={entry.name}>
          {remedy.kind === "edit-config" && (
            <Action
              title="Edit Config"
              icon={Icon.Pencil}
              shortcut={SHORTCUTS.editConfig}
              onAction={() => editConfig(remedy.file)}
            />
          )}
          <Action.CopyToClipboard title="Copy Problem" content={sentence} />
        </ActionPanel>
      }
    />
  );
}
