import { Action, ActionPanel, Icon } from "@raycast/api";
import { CREDENTIAL_FIELDS } from "../aws/credential-formats/credential-fields";
import { type CredentialFormat } from "../aws/credential-formats/credential-format";
import { CREDENTIAL_FORMATS } from "../aws/credential-formats/credential-formats";
import { copyCredentials } from "../launcher/copy-credentials";
import { preferredFormat } from "../launcher/preferred-format";
import { SHORTCUTS } from "../launcher/shortcuts";
import { type ProfileSectionProps } from "./ProfileActions";

/** A profile's temporary credentials on the clipboard, in the preferred format first. */
export function CredentialsSection({ plan, mfaPrompt }: ProfileSectionProps) {
  const copyAs = (format: CredentialFormat) => () => copyCredentials(plan, mfaPrompt, format);
  const preferred = preferredFormat();
  return (
    <ActionPanel.Section title="Temporary Credentials">
      <Action
        title={`Copy as ${preferred.title}`}
        icon={Icon.Clipboard}
        shortcut={SHORTCUTS.copyCredentials}
        onAction={copyAs(preferred)}
      />
      <ActionPanel.Submenu
        title="Copy Credentials as…"
        icon={Icon.CopyClipboard}
        shortcut={SHORTCUTS.copyCredentialsAs}
      >
        <ActionPanel.Section title="Formats">
          {CREDENTIAL_FORMATS.map((format) => (
            <Action key={format.id} title={format.title} icon={Icon.Clipboard} onAction={copyAs(format)} />
          ))}
        </ActionPanel.Section>
        <ActionPanel.Section title="Single Fields">
          {CREDENTIAL_FIELDS.map((field) => (
            <Action key={field.id} title={field.title} icon={Icon.Key} onAction={copyAs(field)} />
          ))}
        </ActionPanel.Section>
      </ActionPanel.Submenu>
    </ActionPanel.Section>
  );
}
