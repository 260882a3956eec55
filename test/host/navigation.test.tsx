// @vitest-environment happy-dom
import { Action, ActionPanel, Detail, Form, List, popToRoot, useNavigation } from "@raycast/api";
import { render } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { host, launch } from "./headless-host";

function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { pop } = useNavigation();
  return (
    <Form
      navigationTitle="Enter Code"
      actions={
        <ActionPanel>
          <Action title="Go Back" onAction={pop} />
        </ActionPanel>
      }
    >
      <Form.TextField
        id="code"
        title="MFA Code"
        placeholder="6 digits"
        onChange={(code) => {
          if (code.length < 6) return;
          onCode(code);
          pop();
        }}
      />
    </Form>
  );
}

function Profiles({ onPop }: { onPop: () => void }) {
  const { push } = useNavigation();
  const [code, setCode] = useState("none");
  return (
    <List searchBarPlaceholder="Search profiles">
      <List.Item title="demo" subtitle={code} />
      <List.Item
        title="demo-role2"
        actions={
          <ActionPanel>
            <Action title="Enter Code" onAction={() => push(<CodeForm onCode={setCode} />, onPop)} />
            <Action.Push title="Show Chain" target={<Detail markdown="Two hops" />} onPop={onPop} />
            <Action title="Leave" onAction={() => popToRoot()} />
          </ActionPanel>
        }
      />
    </List>
  );
}

describe("navigation", () => {
  it("puts a pushed view in place of the one below, which stays mounted", async () => {
    const onPop = vi.fn();
    const command = launch(<Profiles onPop={onPop} />);
    await command.search("role2");
    await command.pressEnter();
    expect(command.view.getByRole("form", { name: "Enter Code" })).toBeDefined();
    expect(command.view.queryByRole("listbox")).toBeNull();
    expect(document.activeElement).toBe(command.view.getByLabelText("MFA Code"));
    await command.type("MFA Code", "123456");
    expect(onPop).toHaveBeenCalledOnce();
    expect(command.items()).toEqual(["demo-role2"]);
    expect(document.activeElement).toBe(command.view.getByRole("searchbox"));
    await command.pop();
    expect(command.view.getByText("123456")).toBeDefined();
    expect(command.selectedItem()).toBe("demo");
  });

  it("pops on Esc and through useNavigation, and leaves the command at its root", async () => {
    const onPop = vi.fn();
    const command = launch(<Profiles onPop={onPop} />);
    await command.selectItem("demo-role2");
    await command.press("cmd+return");
    expect(command.view.getByRole("article").textContent).toBe("Two hops");
    await command.pop();
    expect(onPop).toHaveBeenCalledOnce();
    await command.runAction("Enter Code");
    await command.runAction("Go Back");
    expect(onPop).toHaveBeenCalledTimes(2);
    expect(host.warnings).toEqual([]);
    await command.runAction("Leave");
    expect(host.poppedToRoot).toBe(true);
    expect(command.view.queryByRole("listbox")).toBeNull();
  });

  it("is not to be had outside of a command", () => {
    vi.spyOn(console, "error").mockReturnValue();
    expect(() => render(<Profiles onPop={vi.fn()} />)).toThrow("useNavigation is called outside of a launched command");
  });
});
