// @vitest-environment happy-dom
import { Action, ActionPanel, Form, List, showHUD } from "@raycast/api";
import { FormValidation, useForm } from "@raycast/utils";
import { useRef, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { host, launch } from "./headless-host";

interface MfaValues {
  code: string;
  device: string;
}

function MfaForm({ onCode }: { onCode: (values: MfaValues) => void }) {
  const { handleSubmit, itemProps, setValidationError, reset } = useForm<MfaValues>({
    onSubmit(values) {
      if (values.code === "000000") setValidationError("code", "Code was rejected");
      else onCode(values);
    },
    validation: {
      code: (code) => (/^\d{6}$/.test(code ?? "") ? undefined : "Six digits"),
      device: FormValidation.Required,
    },
    initialValues: { device: "phone" },
  });
  return (
    <Form
      actions={
        <ActionPanel>
          <Action.SubmitForm title="Use Code" onSubmit={handleSubmit} />
          <Action title="Start over" onAction={() => reset()} />
        </ActionPanel>
      }
    >
      <Form.Description title="Profile" text="demo-role2" />
      <Form.TextField title="Device" placeholder="arn:aws:iam::…" {...itemProps.device} />
      <Form.PasswordField title="MFA Code" placeholder="6 digits" info="From your app" autoFocus {...itemProps.code} />
    </Form>
  );
}

describe("Form with useForm", () => {
  it("submits the values of its fields on Cmd+Enter", async () => {
    const onCode = vi.fn();
    const command = launch(<MfaForm onCode={onCode} />);
    expect(document.activeElement).toBe(command.view.getByLabelText("MFA Code"));
    await command.type("MFA Code", "123456");
    await command.submit();
    expect(onCode).toHaveBeenCalledExactlyOnceWith({ code: "123456", device: "phone" });
  });

  it("shows an error at its field and takes it back once the value is right", async () => {
    const onCode = vi.fn();
    const command = launch(<MfaForm onCode={onCode} />);
    await command.type("MFA Code", "12345");
    await command.submit();
    const field = command.view.getByLabelText("MFA Code");
    const error = command.view.getByRole("alert");
    expect(error.textContent).toBe("Six digits");
    expect(field.getAttribute("aria-errormessage")).toBe(error.id);
    await command.type("MFA Code", "6");
    expect(command.view.queryByRole("alert")).toBeNull();
    expect(onCode).not.toHaveBeenCalled();
  });

  it("keeps the form with an error that the submission found", async () => {
    const command = launch(<MfaForm onCode={vi.fn()} />);
    await command.type("MFA Code", "000000");
    await command.runAction("Use Code");
    expect((await command.view.findByRole("alert")).textContent).toBe("Code was rejected");
  });

  it("validates a field that the user leaves, and resets", async () => {
    const command = launch(<MfaForm onCode={vi.fn()} />);
    await command.type("MFA Code", "12");
    await command.user.tab({ shift: true });
    expect(command.view.getByRole("alert").textContent).toBe("Six digits");
    await command.runAction("Start over");
    expect(command.view.queryByRole("alert")).toBeNull();
    expect(command.view.getByLabelText<HTMLInputElement>("MFA Code").value).toBe("");
  });
});

function KeyForm({ onSubmit }: { onSubmit: (values: Form.Values) => void }) {
  const secret = useRef<Form.PasswordField>(null);
  const [digits, setDigits] = useState("");
  const [hasNote, setNote] = useState(true);
  return (
    <Form
      actions={
        <ActionPanel>
          <Action.SubmitForm onSubmit={onSubmit} />
          <Action title="Go to Secret" onAction={() => secret.current?.focus()} />
          <Action title="Forget Secret" onAction={() => secret.current?.reset()} />
          <Action title="Remove Note" onAction={() => setNote(false)} />
        </ActionPanel>
      }
    >
      <Form.TextField id="profile" title="Profile" placeholder="Profile" storeValue />
      <Form.PasswordField id="secret" title="Secret" placeholder="Secret" defaultValue="default" ref={secret} />
      <Form.TextField
        id="digits"
        title="Digits"
        placeholder="Digits"
        value={digits}
        onChange={(text) => setDigits(text.replaceAll(/\D/g, ""))}
      />
      <Form.Dropdown id="store" title="Store">
        <Form.Dropdown.Item title="Key Store" value="os" />
        <Form.Dropdown.Item title="Launcher" value="launcher" />
      </Form.Dropdown>
      <Form.Checkbox id="replace" label="Replace the key" />
      <Form.Separator />
      {hasNote && <Form.TextArea id="note" title="Note" placeholder="Note" />}
    </Form>
  );
}

describe("Form", () => {
  it("collects controlled and uncontrolled values, of the fields that are there", async () => {
    const onSubmit = vi.fn();
    const command = launch(<KeyForm onSubmit={onSubmit} />);
    await command.type("Profile", "demo");
    await command.type("Digits", "1a2");
    await command.user.click(command.view.getByLabelText("Replace the key"));
    await command.runAction("Remove Note");
    await command.submit();
    const values = { profile: "demo", secret: "default", digits: "12", store: "os", replace: true };
    expect(onSubmit).toHaveBeenCalledExactlyOnceWith(values);
    await command.user.selectOptions(command.view.getByLabelText("Store"), "Launcher");
    await command.submit();
    expect(onSubmit).toHaveBeenLastCalledWith({ ...values, store: "launcher" });
  });

  it("focuses and resets a field through its reference", async () => {
    const command = launch(<KeyForm onSubmit={vi.fn()} />);
    const secret = command.view.getByLabelText<HTMLInputElement>("Secret");
    await command.type("Secret", "1");
    expect(secret.value).toBe("default1");
    await command.user.click(command.view.getByLabelText("Profile"));
    await command.runAction("Go to Secret");
    expect(document.activeElement).toBe(secret);
    await command.runAction("Forget Secret");
    expect(secret.value).toBe("default");
  });

  it("restores what storeValue kept, from the last submission on", async () => {
    const first = launch(<KeyForm onSubmit={vi.fn()} />);
    await first.type("Profile", "demo");
    await first.submit();
    const second = launch(<KeyForm onSubmit={vi.fn()} />);
    expect(second.view.getByLabelText<HTMLInputElement>("Profile").value).toBe("demo");
  });

  it("leaves Enter to the field", async () => {
    const onSubmit = vi.fn();
    const command = launch(<KeyForm onSubmit={onSubmit} />);
    await command.pressEnter();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it("rejects what Raycast rejects, and notes what its guidelines do not allow", () => {
    vi.spyOn(console, "error").mockReturnValue();
    const twins = (
      <Form>
        <Form.TextField id="a" />
        <Form.Checkbox id="a" label="A" />
      </Form>
    );
    expect(() => launch(twins)).toThrow('Two fields of the form have the id "a"');
    expect(host.warnings).toEqual(['The Form.TextField "a" has no placeholder']);
    const submit = (
      <ActionPanel>
        <Action.SubmitForm onSubmit={() => showHUD("Never")} />
      </ActionPanel>
    );
    const list = (
      <List>
        <List.Item title="Item" actions={submit} />
      </List>
    );
    expect(() => launch(list)).toThrow('Action.SubmitForm "Submit Form" is drawn outside of a Form');
    expect(() => launch(<Form.TextField id="a" />)).toThrow('The Form.TextField "a" is drawn outside of a Form');
  });
});
