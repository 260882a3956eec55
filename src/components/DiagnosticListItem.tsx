import { Action, ActionPanel, Color, Icon, List } from "@raycast/api";
import { type Diagnostic } from "../aws/shared-config/diagnostic";
import { editConfig } from "../launcher/edit-config";
import { SHORTCUTS } from "../launcher/shortcuts";

/** Something in a config file that was left out, with what to do about it. */
export function DiagnosticListItem({ diagnostic }: { diagnostic: Diagnostic }) {
  const { file, line, message, hint, severity } = diagnostic;
  const sentence = `${message} ${hint}`;
  return (
    <List.Item
      title={line === undefined ? file : `${file}, line ${line}`}
      subtitle={sentence}
      icon={{ source: Icon.Warning, tintColor: severity === "error" ? Color.Red : Color.Yellow }}
      accessories={[{ tag: "Left Out", tooltip: sentence }]}
      actions={
        <ActionPanel>
          <Action
            title="Edit Config"
            icon={Icon.Pencil}
            shortcut={SHORTCUTS.editConfig}
            onAction={() => editConfig(file)}
          />
          <Action.CopyToClipboard title="Copy Problem" content={sentence} />
        </ActionPanel>
      }
    />
  );
}
