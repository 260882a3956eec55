import "./node-with-dom";
import { LaunchType } from "@raycast/api";
import { act, waitFor } from "@testing-library/react";
import { access, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import EnterMfaCode from "../../src/enter-mfa-code";
import { announceProfileChange } from "../../src/launcher/profile-changes";
import { articleConfig } from "../aws/article-config";
import { demoUser } from "../aws-double/demo-world";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { demoCredentials } from "../aws-double/demo-credentials";
import { startExtensionWorld } from "./extension-world";
import { openConsoleOf, pressEnterOn, refusalIn, runActionOn, storedSessions, valueOf } from "./launcher-user";

/** Launches the command with what was typed behind its name; Raycast gives an empty text for what was not. */
function enterMfaCode({ profile = "", code = "" } = {}): LaunchedCommand {
  return launch(<EnterMfaCode launchType={LaunchType.UserInitiated} arguments={{ profile, code }} />);
}

/** The devices to choose from; the first one is chosen. */
async function choicesIn(form: LaunchedCommand): Promise<string[]> {
  const dropdown = await form.view.findByLabelText<HTMLSelectElement>("Device");
  await waitFor(() => expect(dropdown.options).not.toHaveLength(0));
  return [...dropdown.options].map(({ textContent }) => textContent);
}

/** Whether a form was on the screen at any moment from now on. */
function watchForForm(): () => boolean {
  let hasAppeared = false;
  const observer = new MutationObserver(() => {
    hasAppeared ||= document.querySelector('[role="form"]') !== null;
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return () => hasAppeared;
}

/** Waits for what a note of the form says. */
async function noteIn(form: LaunchedCommand, title: string): Promise<string | undefined> {
  const note = await form.view.findByRole("note", { name: title });
  return note.querySelector("p")?.textContent;
}

const OTHER_USER = articleConfig
  .replaceAll("demo-", "other-")
  .replaceAll("111111111111", "444444444444")
  .replace("[profile default]", "[profile spare]");
const TWO_USERS = { config: OTHER_USER + articleConfig, credentials: demoCredentials };

describe("Enter MFA Code", () => {
  it("starts the session at once when profile and code are given", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until .*\d\d/)]));
    expect(host.poppedToRoot).toBe(true);
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
    expect(host.warnings).toEqual([]);
  });

  it("draws no form when profile and code are given", async () => {
    const world = await startExtensionWorld();
    const hasFormAppeared = watchForForm();
    const command = enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    expect(command.view.getByRole("article").getAttribute("aria-busy")).toBe("true");
    await waitFor(() => expect(host.huds).toHaveLength(1));
    expect(hasFormAppeared()).toBe(false);
  });

  it("draws no form for a code alone where there is one device", async () => {
    const world = await startExtensionWorld();
    const hasFormAppeared = watchForForm();
    enterMfaCode({ code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    expect(hasFormAppeared()).toBe(false);
  });

  it("says in the end how many roles open now", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/\d.*, 2 roles open without a code$/)]));
  });

  it("comes up in a host that passes no arguments", async () => {
    await startExtensionWorld();
    const form = launch(<EnterMfaCode {...JSON.parse('{"launchType":"userInitiated"}')} />);
    expect(await choicesIn(form)).toEqual(["demo-user in 111111111111"]);
  });

  it.each(["Demo-User", "demo-u", " demo-user ", "DEMO-ROLE2", "demo-role2"])(
    'knows the profile that "%s" means',
    async (profile) => {
      const world = await startExtensionWorld();
      enterMfaCode({ profile, code: world.mfaCode() });
      await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    },
  );

  it("guesses no profile where several may be meant, and asks for the device", async () => {
    const other = "[profile demo-other]\nmfa_serial = arn:aws:iam::111111111111:mfa/other\n";
    const world = await startExtensionWorld({ config: articleConfig + other, credentials: demoCredentials });
    const form = enterMfaCode({ profile: "demo", code: world.mfaCode() });
    expect(await noteIn(form, "Which Profile")).toBe(
      '"demo" may be any of demo-user, demo-default, demo-role1, demo-role2, demo-other. Choose a device.',
    );
    expect(world.newCalls()).toEqual([]);
    await form.user.selectOptions(form.view.getByLabelText("Device"), "demo-user");
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("asks for no device where all that may be meant stand behind one", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-role", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("says what is wrong with a profile that cannot be planned", async () => {
    const config = articleConfig.replace("source_profile = demo-role1", "source_profile = demo-rol1");
    await startExtensionWorld({ config, credentials: demoCredentials });
    const form = enterMfaCode({ profile: "demo-role2" });
    expect(await noteIn(form, "No Device")).toContain("demo-rol1");
  });

  it("says which roles a code opens and until when", async () => {
    await startExtensionWorld();
    const form = enterMfaCode();
    expect(await noteIn(form, "Opens")).toBe("demo-role1 in 222222222222, demo-role2 in 333333333333");
    expect(await noteIn(form, "Session")).toMatch(/^Until .*\d.*, for 12 h$/);
    expect(form.view.queryByRole("note", { name: "Running" })).toBeNull();
  });

  it("counts the roles that there is no room for", async () => {
    const role = (n: number): string =>
      `[profile role-${n}]\nsource_profile = demo-user\nrole_arn = arn:aws:iam::222222222222:role/role-${n}\n`;
    const roles = Array.from({ length: 10 }, (_, index) => role(index));
    await startExtensionWorld({ config: articleConfig + roles.join("") });
    expect(await noteIn(enterMfaCode(), "Opens")).toMatch(
      /^demo-role1 in 222222222222, demo-role2 in 333333333333, role-0 in [^]*, role-3 in \d+ and 6 more$/,
    );
  });

  it("says that there is no role behind a user", async () => {
    await startExtensionWorld({ config: articleConfig.slice(0, articleConfig.indexOf("[profile demo-role1]")) });
    expect(await noteIn(enterMfaCode(), "Opens")).toBe("demo-user itself; no role of the config is behind it");
  });

  it("says that a session is running, which a new code replaces", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    expect(await noteIn(enterMfaCode(), "Running")).toMatch(/^Until .*\d.*; a new code replaces it$/);
  });

  it("takes the code that was typed, and runs no mfa_process for another", async () => {
    const process = "mfa_process = touch ~/ran; echo 000000";
    const config = articleConfig.replace(/^mfa_serial = .*$/m, `$&\n${process}`);
    expect(config).toContain(process);
    const world = await startExtensionWorld({ config, credentials: demoCredentials });
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
    await expect(access(path.join(world.home, "ran"))).rejects.toThrow("ENOENT");
  });

  it("lets every role behind the user open without a code", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    world.newCalls();
    await openConsoleOf("demo-role2");
    expect(world.newCalls()).toEqual(["AssumeRole", "AssumeRole", "getSigninToken"]);
  });

  it("asks for the code when only the profile is given", async () => {
    const world = await startExtensionWorld();
    const form = enterMfaCode({ profile: "demo-user" });
    expect(await choicesIn(form)).toEqual(["demo-user in 111111111111"]);
    expect(document.activeElement).toBe(form.view.getByLabelText("MFA Code"));
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("offers each device once when nothing is given, under the name of its user", async () => {
    const world = await startExtensionWorld();
    const form = enterMfaCode();
    expect(await choicesIn(form)).toEqual(["demo-user in 111111111111"]);
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("starts the session of the user behind a role, and assumes no role", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-role2", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
    await openConsoleOf("demo-role1");
    expect(world.newCalls()).toEqual(["AssumeRole", "getSigninToken"]);
  });

  it("replaces a session that still lasts", async () => {
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(2));
    expect(world.newCalls()).toEqual(["GetSessionToken", "GetSessionToken"]);
    expect(storedSessions()).toHaveLength(1);
  });

  it("does not wait while the list asks for a code of the same user", async () => {
    const world = await startExtensionWorld();
    const list = await pressEnterOn("demo-role2");
    await list.view.findByLabelText("MFA Code");
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
  });

  it("takes the next code for the hour of a role that allows no more, and tells it", async () => {
    const line = "role_arn = arn:aws:iam::222222222222:role/demo-role1";
    const config = articleConfig.replace(line, `${line}\nduration_seconds = 14400`);
    const world = await startExtensionWorld({ config, credentials: demoCredentials });
    const form = enterMfaCode({ profile: "demo-role1", code: world.mfaCode() });
    expect(await refusalIn(form)).toMatch(
      /allows no session of 14400 seconds\. Enter the next code for one of an hour/,
    );
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() =>
      expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-role1 until .*: 1 h instead/)]),
    );
    expect(world.newCalls()).toEqual(["AssumeRole", "AssumeRole"]);
  });

  it("counts the seconds to the next code where one was sent in this half minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-01-01T12:00:10Z") });
    onTestFinished(() => void vi.useRealTimers());
    const world = await startExtensionWorld();
    enterMfaCode({ profile: "demo-user", code: world.mfaCode() });
    await waitFor(() => expect(host.huds).toHaveLength(1));
    const form = enterMfaCode({ profile: "demo-user" });
    const note = await form.view.findByRole("note", { name: "Next Code" });
    expect(note.textContent).toMatch(/the next comes in 20 s\.$/);
  });

  it("stays with the reason when the code is refused, and takes the next one", async () => {
    const world = await startExtensionWorld();
    const form = enterMfaCode({ profile: "demo-user", code: "000000" });
    expect(await refusalIn(form)).toBe(
      'AWS refused the code of arn:aws:iam::111111111111:mfa/demo-user for "demo-user". ' +
        "It was mistyped or used before: enter it again, or wait for the next.",
    );
    expect(valueOf(form, "MFA Code")).toBe("");
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toHaveLength(1));
  });

  it("sends nothing that is no code", async () => {
    const world = await startExtensionWorld();
    const form = enterMfaCode({ profile: "demo-user", code: "1234" });
    expect((await form.view.findByRole("alert")).textContent).toBe("A code has six digits");
    expect(valueOf(form, "MFA Code")).toBe("1234");
    expect(world.newCalls()).toEqual([]);
  });

  it.each([
    ["that does not exist", "demo-usr", /No profile is called "demo-usr"\. Choose a device\./],
    ["without a device", "default", /"default" has no MFA device behind it\. Choose a device, or add/],
  ])("sends no code for a profile %s, and says so", async (_, profile, sentence) => {
    const world = await startExtensionWorld();
    const code = world.mfaCode();
    const form = enterMfaCode({ profile, code });
    expect((await form.view.findByRole("note", { name: "No Device" })).textContent).toMatch(sentence);
    expect(world.newCalls()).toEqual([]);
    expect(valueOf(form, "MFA Code")).toBe(code);
  });

  it("tries a waiting code as soon as a device is chosen", async () => {
    const world = await startExtensionWorld();
    const form = enterMfaCode({ profile: "demo-usr", code: world.mfaCode() });
    expect(await choicesIn(form)).toEqual(["Choose a Device", "demo-user in 111111111111"]);
    await form.user.selectOptions(form.view.getByLabelText("Device"), "demo-user");
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
  });

  it("says that no profile names a device", async () => {
    await startExtensionWorld({ config: "[profile plain]\nregion = eu-west-1\n" });
    const form = enterMfaCode();
    expect((await form.view.findByRole("note", { name: "No Device" })).textContent).toContain(
      "No profile names an MFA device. Add mfa_serial to the profile of your user.",
    );
  });

  it("says that there is no config", async () => {
    await startExtensionWorld({});
    const form = enterMfaCode();
    expect((await form.view.findByRole("note", { name: "No Device" })).textContent).toContain(
      "There is no AWS config at ~/.aws/config.",
    );
  });

  it("lets the user choose between devices", async () => {
    const world = await startExtensionWorld(TWO_USERS);
    const form = enterMfaCode();
    expect(await choicesIn(form)).toEqual(["other-user in 444444444444", "demo-user in 111111111111"]);
    await form.user.selectOptions(form.view.getByLabelText("Device"), "demo-user");
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
    expect(world.double.calls[0]).toMatchObject({ accessKeyId: demoUser.accessKeyId });
  });

  it.each([
    ["here", (code: string) => void enterMfaCode({ profile: "demo-user", code })],
    ["for an opening", (code: string) => void openConsoleOf("demo-role2", code)],
  ])("offers the device first that was used last, %s", async (_, useDevice) => {
    const world = await startExtensionWorld(TWO_USERS);
    useDevice(world.mfaCode());
    await waitFor(() => expect(host.huds).toHaveLength(1));
    const form = enterMfaCode();
    expect(await choicesIn(form)).toEqual(["demo-user in 111111111111", "other-user in 444444444444"]);
    expect(await noteIn(form, "Opens")).toMatch(/^demo-role1 in /);
  });

  it("says that the device which was chosen is gone, and takes no other in its place", async () => {
    const world = await startExtensionWorld(TWO_USERS);
    const form = enterMfaCode();
    await choicesIn(form);
    await form.user.selectOptions(form.view.getByLabelText("Device"), "demo-user");
    await writeFile(path.join(world.home, ".aws", "config"), OTHER_USER);
    await act(async () => announceProfileChange());
    expect(await noteIn(form, "No Device")).toBe('"demo-user" has no MFA device any more. Choose another device.');
    await form.type("MFA Code", world.mfaCode());
    expect(world.newCalls()).toEqual([]);
  });

  it("keeps the order that it has drawn", async () => {
    await startExtensionWorld(TWO_USERS);
    const form = enterMfaCode();
    const drawn = await choicesIn(form);
    host.localStorage.set("recent-devices", JSON.stringify([demoUser.mfaSerial]));
    await act(async () => announceProfileChange());
    expect(await choicesIn(form)).toEqual(drawn);
  });

  it("waits for the user's word where there are several devices, since the code may be of another", async () => {
    const world = await startExtensionWorld({
      config: `[profile other]\nmfa_serial = arn:aws:iam::111111111111:mfa/other\n${articleConfig}`,
      credentials: demoCredentials,
    });
    const form = enterMfaCode({ code: world.mfaCode() });
    await choicesIn(form);
    expect(world.newCalls()).toEqual([]);

    await form.user.selectOptions(form.view.getByLabelText("Device"), "demo-user");
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("comes up from the list as well, and leads back to it", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-user", "Enter MFA Code");
    await list.type("MFA Code", world.mfaCode());
    await list.selectItem("demo-user");
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
    await waitFor(() => expect(list.view.getByRole("option", { name: "demo-user" }).textContent).toContain("11 h"));
  });

  it("goes away once, when the user leaves it while the code is tried", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-user", "Enter MFA Code");
    await choicesIn(list);
    await list.user.keyboard(`${world.mfaCode()}{Escape}`);
    await waitFor(() => expect(storedSessions()).toHaveLength(1));
    await list.selectItem("demo-user");
    expect(host.poppedToRoot).toBe(false);
  });
});
