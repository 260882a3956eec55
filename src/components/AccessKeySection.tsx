import { Action, ActionPanel, Icon, useNavigation } from "@raycast/api";
import { removeAccessKey } from "../launcher/remove-access-key";
import { SHORTCUTS } from "../launcher/shortcuts";
import { AccessKeyForm } from "./AccessKeyForm";

/** The long-term key of a profile in the key store. */
export function AccessKeySection({ profile }: { readonly profile: string }) {
  const { pop } = useNavigation();
  return (
    <ActionPanel.Section title="Access Key">
      <Action.Push
        title={`Add Access Key of ${profile}`}
        icon={Icon.Plus}
        shortcut={SHORTCUTS.addAccessKey}
        target={<AccessKeyForm profile={profile} onStored={pop} />}
      />
      <Action
        title={`Remove Access Key of ${profile}`}
        icon={Icon.Minus}
        style={Action.Style.Destructive}
        onAction={() => removeAccessKey(profile)}
      />
    </ActionPanel.Section>
  );
}
