import { Action, ActionPanel, Icon } from "@raycast/api";
import { type CodeField } from "../hooks/use-code-field";
import { copyReport } from "../launcher/copy-report";
import { SHORTCUTS } from "../launcher/shortcuts";
import { authenticatorApp, visitAuthenticator } from "../launcher/visit-authenticator";

export interface CodeActionsProps {
  readonly field: CodeField;
  /** As the first action calls it. */
  readonly submitTitle: string;
}

/** What can be done in a form for codes: submit one, fetch one, and report why one was not taken. */
export function CodeActions({ field, submitTitle }: CodeActionsProps) {
  const { refusal, submit, paste } = field;
  const app = authenticatorApp();
  return (
    <ActionPanel>
      <Action.SubmitForm title={submitTitle} icon={Icon.Key} onSubmit={submit} />
      <Action title="Paste Code from Clipboard" icon={Icon.Clipboard} shortcut={SHORTCUTS.pasteCode} onAction={paste} />
      <Action
        title={app ? `Get Code from ${app.name}` : "Hide Window to Get the Code"}
        icon={app ? { fileIcon: app.path } : Icon.EyeDisabled}
        shortcut={SHORTCUTS.visitAuthenticator}
        onAction={() => visitAuthenticator(app)}
      />
      {refusal && (
        <Action title="Copy Report" icon={Icon.CopyClipboard} onAction={() => copyReport(refusal.report, "Report")} />
      )}
    </ActionPanel>
  );
}
