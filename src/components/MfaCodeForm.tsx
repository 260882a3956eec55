import { Action, ActionPanel, Form, Icon } from "@raycast/api";
import { useEffect, useRef } from "react";
import { useCodeField } from "../hooks/use-code-field";
import { type CodePromptProps } from "../hooks/use-mfa-prompt";

/** Comes up by itself when opening a profile needs a code. */
export function MfaCodeForm({ request, onCode, onClose }: CodePromptProps) {
  const { itemProps, refusal, isSubmitting, submit } = useCodeField(onCode);

  const close = useRef(onClose);
  useEffect(() => {
    const { current } = close;
    return () => current();
  }, []);

  return (
    <Form
      navigationTitle={`Open ${request.profile}`}
      isLoading={isSubmitting}
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Submit Code" icon={Icon.Key} onSubmit={submit} />
        </ActionPanel>
      }
    >
      <Form.TextField {...itemProps} autoFocus />
      <Form.Description title="Device" text={request.device.serial} />
      <Form.Description title="Opens" text={request.profile} />
      {refusal && <Form.Description title="Refused" text={refusal.message} />}
    </Form>
  );
}
