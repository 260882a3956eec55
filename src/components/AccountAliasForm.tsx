import { Action, ActionPanel, Form, Icon, useNavigation } from "@raycast/api";
import { useForm } from "@raycast/utils";
import { setAccountAlias } from "../launcher/profile-memory";

export interface AccountAliasFormProps {
  /** Twelve digits. */
  readonly accountId: string;
  /** What it is called so far; empty where it has no alias. */
  readonly alias: string;
}

/** Gives an account a name, which every profile that leads there shows and is found by. */
export function AccountAliasForm({ accountId, alias }: AccountAliasFormProps) {
  const { pop } = useNavigation();
  const { handleSubmit, itemProps } = useForm<{ alias: string }>({
    initialValues: { alias },
    onSubmit: async (values) => {
      await setAccountAlias(accountId, values.alias.trim());
      pop();
    },
  });
  return (
    <Form
      navigationTitle={`Alias of Account ${accountId}`}
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Set Alias" icon={Icon.Tag} onSubmit={handleSubmit} />
        </ActionPanel>
      }
    >
      <Form.TextField {...itemProps.alias} title="Alias" placeholder="What you call the account" autoFocus />
      <Form.Description text={`Shown beside ${accountId} and found by the search. Empty: no alias.`} />
    </Form>
  );
}
