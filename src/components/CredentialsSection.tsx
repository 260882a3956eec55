import { Action, ActionPanel, Icon } from "@raycast/api";
import { BASH_FORMAT, copyCredentials, type CredentialFormat, JSON_FORMAT } from "../launcher/copy-credentials";
import { SHORTCUTS } from "../launcher/shortcuts";
import { type ProfileActionsProps } from "./ProfileActions";

/** A profile's temporary credentials on the clipboard. */
export function CredentialsSection({ plan, mfaPrompt }: ProfileActionsProps) {
  const copyAs = (format: CredentialFormat) => () => copyCredentials(plan, mfaPrompt, format);
  return (
    <ActionPanel.Section title="Temporary Credentials">
      <Action
        title={`Copy as ${BASH_FORMAT.title}`}
        icon={Icon.Clipboard}
        shortcut={SHORTCUTS.copyCredentials}
        onAction={copyAs(BASH_FORMAT)}
      />
      <Action
        title={`Copy as ${JSON_FORMAT.title}`}
        icon={Icon.Clipboard}
        shortcut={SHORTCUTS.copyCredentialsAsJson}
        onAction={copyAs(JSON_FORMAT)}
      />
    </ActionPanel.Section>
  );
}
