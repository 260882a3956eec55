import { Action, ActionPanel, Form, Icon } from "@raycast/api";
import { useForm } from "@raycast/utils";
import { type ProfileEntry } from "../aws/profiles/profile-list";
import { Secret } from "../aws/secret";
import { useIsOpen } from "../hooks/use-is-open";
import { useProfiles } from "../hooks/use-profiles";
import { storeAccessKey } from "../launcher/store-access-key";
import { showProblem } from "../launcher/show-problem";

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

const NO_OWNER = "The config has no profile that takes a key. Add a [profile …] section for your user first.";

/** Takes a long-term access key for a profile into the key store of the operating system. */
export function AccessKeyForm({ profile, onStored }: AccessKeyFormProps) {
  const { entries, isLoading, error } = useProfiles();
  const users = keyOwners(entries, profile);

  const isOpen = useIsOpen();
  const { handleSubmit, itemProps } = useForm<AccessKeyValues>({
    onSubmit: async (values) => {
      try {
        const owner = values.profile || (users[0] ?? "");
        await storeAccessKey(owner, {
          accessKeyId: values.accessKeyId.trim(),
          secretAccessKey: new Secret(values.secretAccessKey.trim()),
        });
        if (isOpen()) onStored(owner);
      } catch (error) {
        await showProblem(error);
      }
    },
    initialValues: { profile },
    validation: {
      profile: () => (users.length > 0 ? undefined : (error?.message ?? NO_OWNER)),
      accessKeyId: accessKeyIdComplaint,
      secretAccessKey: (value) =>
        value?.trim() ? undefined : "Paste the secret access key; AWS shows it once, when the key is made",
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
      {/* A dropdown takes the value with which it is drawn first, and no later one, in some hosts. */}
      {!isLoading && (
        <Form.Dropdown {...itemProps.profile} title="Profile" value={itemProps.profile.value || users[0] || ""}>
          {users.map((name) => (
            <Form.Dropdown.Item key={name} value={name} title={name} />
          ))}
        </Form.Dropdown>
      )}
      <Form.TextField {...itemProps.accessKeyId} title="Access Key ID" placeholder="AKIA and 16 characters" autoFocus />
      <Form.PasswordField {...itemProps.secretAccessKey} title="Secret Access Key" placeholder="40 characters" />
      {!isLoading && users.length === 0 && <Form.Description title="No Profile" text={error?.message ?? NO_OWNER} />}
      <Form.Description text="The key is kept in the key store of the operating system and in no file." />
    </Form>
  );
}

/** Profiles that start from a stored key: the one asked for in front, then those with the most roles behind them. */
function keyOwners(entries: readonly ProfileEntry[], preferred: string | undefined): string[] {
  const uses = new Map<string, number>(preferred === undefined ? [] : [[preferred, Infinity]]);
  for (const entry of entries) {
    if (entry.kind !== "ready" || entry.plan.source.kind !== "stored-key") continue;
    const { profile } = entry.plan.source;
    uses.set(profile, (uses.get(profile) ?? 0) + 1);
  }
  return [...uses].toSorted(([, one], [, other]) => other - one).map(([name]) => name);
}

function accessKeyIdComplaint(value: string | undefined): string | undefined {
  const id = value?.trim() ?? "";
  if (/^ASIA/.test(id)) return "This is a temporary key; a long-term one begins with AKIA";
  return /^AKIA[A-Z0-9]{12,}$/.test(id) ? undefined : "A long-term key begins with AKIA, in capitals and digits";
}
