import { Action, ActionPanel, Form, Icon } from "@raycast/api";
import { useEffect } from "react";
import { targetRole } from "../aws/chain/plan/chain-plan";
import { useCodeField } from "../hooks/use-code-field";
import { type CodePromptProps } from "../hooks/use-mfa-prompt";

/** Comes up by itself when opening a profile needs a code. */
export function MfaCodeForm({ request, onCode, onClose }: CodePromptProps) {
  const { device, plan, notice } = request;
  const { itemProps, refusal, isSubmitting, submit } = useCodeField({ onCode, serial: device.serial });
  const target = targetRole(plan)?.role;

  useEffect(() => onClose, [onClose]);

  return (
    <Form
      navigationTitle={`Open ${plan.profile}`}
      isLoading={isSubmitting}
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Submit Code" icon={Icon.Key} onSubmit={submit} />
        </ActionPanel>
      }
    >
      <Form.TextField {...itemProps} autoFocus />
      <Form.Description title="Device" text={device.serial} />
      <Form.Description
        title="Opens"
        text={[plan.profile, target?.accountId, target?.roleName].filter(Boolean).join(" · ")}
      />
      {notice !== undefined && <Form.Description title="No Code" text={notice} />}
      {refusal && <Form.Description title="Refused" text={refusal.message} />}
    </Form>
  );
}
