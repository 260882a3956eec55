import { Action, ActionPanel, Form, Icon } from "@raycast/api";
import { useForm } from "@raycast/utils";
import { Secret } from "../aws/secret";
import { useProfiles } from "../hooks/use-profiles";
import { storeAccessKey } from "../launcher/store-access-key";
import { showProblem } from "../launcher/with-progress";

export interface AccessKeyFormProps {
  /** The profile that is chosen first. */
  readonly profile?: string | undefined;
  readonly onStored: (profile: string) => void;
}

interface AccessKeyValues {
  profile: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Takes a long-term access key for a profile into the key store of the operating system. */
export function AccessKeyForm({ profile, onStored }: AccessKeyFormProps) {
  const { entries, isLoading } = useProfiles();
  const users = new Set(profile === undefined ? [] : [profile]);
  for (const entry of entries) {
    if (entry.kind === "ready" && entry.plan.source.kind === "stored-key") users.add(entry.plan.source.profile);
  }

  const { handleSubmit, itemProps } = useForm<AccessKeyValues>({
    onSubmit: async (values) => {
      try {
        await storeAccessKey(values.profile, {
          accessKeyId: values.accessKeyId.trim(),
          secretAccessKey: new Secret(values.secretAccessKey.trim()),
        });
        onStored(values.profile);
      } catch (error) {
        await showProblem(error);
      }
    },
    initialValues: { profile },
    validation: {
      profile: (value) => (value ? undefined : "Choose the profile that the key belongs to"),
      accessKeyId: accessKeyIdComplaint,
      secretAccessKey: (value) => (value?.trim() ? undefined : "The secret is shown once, when the key is made"),
    },
  });

  return (
    <Form
      isLoading={isLoading}
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Store Access Key" icon={Icon.Key} onSubmit={handleSubmit} />
        </ActionPanel>
      }
    >
      <Form.Dropdown {...itemProps.profile} title="Profile">
        {[...users].map((name) => (
          <Form.Dropdown.Item key={name} value={name} title={name} />
        ))}
      </Form.Dropdown>
      <Form.TextField {...itemProps.accessKeyId} title="Access Key ID" placeholder="AKIA and 16 characters" />
      <Form.PasswordField {...itemProps.secretAccessKey} title="Secret Access Key" placeholder="40 characters" />
      <Form.Description text="The key is kept in the key store of the operating system and in no file." />
    </Form>
  );
}

function accessKeyIdComplaint(value: string | undefined): string | undefined {
  const id = value?.trim() ?? "";
  if (/^ASIA/.test(id)) return "This is a temporary key; a long-term one begins with AKIA";
  return /^AKIA[A-Z0-9]{12,}$/.test(id) ? undefined : "A long-term key begins with AKIA, in capitals and digits";
}
