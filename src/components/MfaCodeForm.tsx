import { Form } from "@raycast/api";
import { useEffect } from "react";
import { accountText } from "../aws/profiles/account-text";
import { sessionSeconds, targetRole } from "../aws/chain/plan/chain-plan";
import { durationText } from "../aws/duration-text";
import { useAccountAliases } from "../hooks/use-account-aliases";
import { useCodeField } from "../hooks/use-code-field";
import { type CodePromptProps } from "../hooks/use-mfa-prompt";
import { CodeActions } from "./CodeActions";
import { CodeNotes } from "./CodeNotes";

/** Comes up by itself when opening a profile needs a code. */
export function MfaCodeForm({ request, onCode, onClose }: CodePromptProps) {
  const { device, plan, console, notice, connect } = request;
  // A connection that was opened with the form may be closed again when the code has come.
  const field = useCodeField({ onCode, onFirstDigit: connect });
  const target = targetRole(plan)?.role;
  const aliases = useAccountAliases();
  const account = target && accountText(target.accountId, aliases);
  const seconds = sessionSeconds(plan);
  const length =
    console?.seconds === undefined
      ? seconds && `for ${durationText(seconds)}`
      : `console for ${durationText(console.seconds)}`;

  useEffect(() => onClose, [onClose]);

  return (
    <Form
      navigationTitle={`${console ? "Open" : "Code for"} ${plan.profile}`}
      isLoading={field.isSubmitting}
      actions={<CodeActions field={field} submitTitle="Submit Code" />}
    >
      <Form.TextField {...field.itemProps} autoFocus />
      <Form.Description title="Device" text={`${device.serial}, named by ${device.declaredBy}`} />
      <Form.Description
        title={console ? "Opens" : "For"}
        text={[plan.profile, account, target?.roleName, ...(console?.words ?? []), length].filter(Boolean).join(" · ")}
      />
      {notice !== undefined && <Form.Description title="No Code" text={notice} />}
      <CodeNotes field={field} freshAt={request.freshAt} />
    </Form>
  );
}
