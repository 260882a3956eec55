import "./node-with-dom";
import { LaunchType } from "@raycast/api";
import { waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import EnterMfaCode from "../../src/enter-mfa-code";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import { pressEnterOn, refusalIn, valueOf } from "./launcher-user";

const FORMS: readonly (readonly [string, () => Promise<LaunchedCommand>, RegExp])[] = [
  ["of an opening", () => pressEnterOn("demo-role2"), /^Opened demo-role2 in 333333333333$/],
  [
    "of Enter MFA Code",
    async () => launch(<EnterMfaCode launchType={LaunchType.UserInitiated} arguments={{ profile: "", code: "" }} />),
    /^Session of demo-user until /,
  ],
];

/** Puts a text on the clipboard, as another application does. */
function copy(text: string): void {
  host.clipboard.push({ content: text, concealed: false });
}

/** Waits for a form to be complete: its device is known by then. */
async function deviceOf(form: LaunchedCommand): Promise<void> {
  await waitFor(() => expect(form.view.getByRole("form").textContent).toMatch(/mfa\/demo-user|demo-user in/));
}

describe.each(FORMS)("the code form %s", (_, open, success) => {
  it("takes a code from the clipboard where its user says so, with a shortcut", async () => {
    const world = await startExtensionWorld();
    const form = await open();
    await deviceOf(form);
    copy(world.mfaCode().replace(/^.../, "$& "));
    await form.press("cmd+shift+v");
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(success)]));
  });

  it("says that a code is on the clipboard when it comes up, shows it to nobody and submits nothing", async () => {
    const world = await startExtensionWorld();
    const code = world.mfaCode();
    copy(code);
    const form = await open();
    const note = await form.view.findByRole("note", { name: "Clipboard" });
    expect(note.textContent).toMatch(/Holds six digits\. If they are the code, (⌘⇧V|Ctrl\+Shift\+V) enters them\.$/);
    await deviceOf(form);
    expect(document.body.innerHTML).not.toContain(code);
    expect(world.newCalls()).toEqual([]);

    await form.type("MFA Code", "1");
    expect(form.view.queryByRole("note", { name: "Clipboard" })).toBeNull();
  });

  it("does not mention a clipboard without a code", async () => {
    await startExtensionWorld();
    copy("AKIADEMOUSER00000000");
    const form = await open();
    await deviceOf(form);
    await form.runAction("Paste Code from Clipboard");
    expect((await form.view.findByRole("alert")).textContent).toBe(
      "The clipboard holds no six digits; copy the code first",
    );
    expect(form.view.queryByRole("note", { name: "Clipboard" })).toBeNull();
  });

  it("survives a trip to the authenticator, with what was typed and why the last code was refused", async () => {
    const world = await startExtensionWorld();
    const form = await open();
    await deviceOf(form);
    await form.type("MFA Code", "000000");
    const refusal = await refusalIn(form);
    await form.type("MFA Code", "12");
    await form.runAction("Hide Window to Get the Code");
    expect(host).toMatchObject({ windowClosed: true, suspended: true, poppedToRoot: false, opened: [] });

    expect(valueOf(form, "MFA Code")).toBe("12");
    expect(await refusalIn(form)).toBe(refusal);
    await form.user.clear(form.view.getByLabelText("MFA Code"));
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(success)]));
  });

  it("opens the authenticator that its user named", async () => {
    await startExtensionWorld();
    host.preferences = {
      ...host.preferences,
      authenticator: { name: "1Password", path: "/Applications/1Password.app" },
    };
    const form = await open();
    await deviceOf(form);
    await form.runAction("Get Code from 1Password");
    expect(host.opened).toEqual([{ target: "/Applications/1Password.app", application: undefined }]);
    expect(host).toMatchObject({ windowClosed: true, suspended: true, poppedToRoot: false });
  });

  it("gives a report of why a code was refused, without the code, and stays", async () => {
    await startExtensionWorld();
    const form = await open();
    await deviceOf(form);
    expect(form.actions().map(({ title }) => title)).not.toContain("Copy Report");
    await form.type("MFA Code", "000000");
    await refusalIn(form);
    await form.runAction("Copy Report");
    expect(host.clipboard.at(-1)?.content).toMatch(/^Code Refused\n[^]*\nKind: code-refused\n/);
    expect(host.clipboard.at(-1)?.content).not.toContain("000000");
    expect(host).toMatchObject({ huds: ["Copied Report"], suspended: true, poppedToRoot: false });
  });

  it("gives every action an icon, and no shortcut twice", async () => {
    await startExtensionWorld();
    const form = await open();
    await deviceOf(form);
    await form.type("MFA Code", "000000");
    await refusalIn(form);
    const actions = form.actions();
    expect(actions.filter(({ hasIcon }) => !hasIcon)).toEqual([]);
    const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(host.warnings).toEqual([]);
  });
});
