import { Action, ActionPanel, Clipboard, Form, Icon } from "@raycast/api";
import { useForm, usePromise } from "@raycast/utils";
import { accountText } from "../aws/profiles/account-text";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { destinationUrl } from "../aws/console/destination";
import { readPastedUrl } from "../aws/console/pasted-url";
import { ProblemError } from "../aws/problem";
import { useAccountAliases } from "../hooks/use-account-aliases";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { openConsole } from "../launcher/open-console";
import { setDefaultPage } from "../launcher/set-console-default";
import { SHORTCUTS } from "../launcher/shortcuts";
import { MfaCodeForm } from "./MfaCodeForm";

interface AddressValues {
  address: string;
}

/** Opens a profile at an address of the console, such as a colleague's. One on the clipboard is there already. */
export function ConsoleAddressForm({ plan }: { readonly plan: ChainPlan }) {
  const { data: copied, isLoading } = usePromise(copiedAddress, [plan]);
  // A field takes a value with which it is drawn first, and no later one, in some hosts.
  return isLoading ? <Form isLoading /> : <AddressForm plan={plan} copied={copied ?? ""} />;
}

function AddressForm({ plan, copied }: { readonly plan: ChainPlan; readonly copied: string }) {
  const { profile, partition } = plan;
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  const { handleSubmit, itemProps, values } = useForm<AddressValues>({
    initialValues: { address: copied },
    onSubmit: ({ address }) => void openConsole(plan, mfaPrompt, { page: { kind: "url", url: address } }),
    validation: { address: (address = "") => faultOf(address, plan) },
  });
  const setDefault = async (): Promise<void> => {
    const { address } = values;
    if (faultOf(address, plan) !== undefined) return void (await handleSubmit(values));
    const url = destinationUrl({ kind: "url", url: address }, plan);
    const { host, pathname } = new URL(url);
    await setDefaultPage(profile, { kind: "url", url }, `${host}${pathname}`);
  };

  const role = openedRole(plan);
  const aliases = useAccountAliases();
  return (
    <Form
      navigationTitle={`Open ${profile} at Address`}
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Open Address" icon={Icon.Globe} onSubmit={handleSubmit} />
          <Action
            title={`Open ${profile} Here by Default`}
            icon={Icon.Pin}
            shortcut={SHORTCUTS.setDefault}
            onAction={setDefault}
          />
        </ActionPanel>
      }
    >
      <Form.TextField
        {...itemProps.address}
        title="Address"
        placeholder={`https://….${partition.consoleDomain}/…`}
        autoFocus
      />
      <Form.Description
        title="Opens As"
        text={
          role
            ? `${profile} · ${accountText(role.accountId, aliases)} · ${role.roleName}, also where it was copied from another account`
            : profile
        }
      />
    </Form>
  );
}

/** The text of the clipboard, where it is an address that the profile can be opened at. */
async function copiedAddress(plan: ChainPlan): Promise<string | undefined> {
  // A clipboard that cannot be read offers nothing.
  const text = await Clipboard.readText().catch(() => undefined);
  return text !== undefined && readPastedUrl(text, plan).kind === "console" ? text.trim() : undefined;
}

/** Why an address cannot be opened; nothing for one that can. */
function faultOf(address: string, plan: ChainPlan): string | undefined {
  try {
    destinationUrl({ kind: "url", url: address }, plan);
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error.message;
    throw error;
  }
}
