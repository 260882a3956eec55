import "./node-with-dom";
import { Toast } from "@raycast/api";
import { act, waitFor, within } from "@testing-library/react";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { withoutTrust } from "../aws-double/change-role";
import { demoWorld } from "../aws-double/demo-world";
import { visitConsole } from "../aws-double/visit-console";
import { host, launch } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import {
  cellsOf,
  failureToast,
  openConsoleOf,
  pressEnterOn,
  refusalIn,
  storedSessions,
  valueOf,
} from "./launcher-user";

describe("the list", () => {
  it("shows of each role its account, its depth and whether a code will be asked for", async () => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    expect(cellsOf(await list.selectItem("demo-role1"))).toEqual([
      "demo-role1",
      "222222222222 · demo-role1",
      "1 hop",
      "MFA",
    ]);
    expect(cellsOf(await list.selectItem("demo-role2"))).toEqual([
      "demo-role2",
      "333333333333 · demo-role2",
      "2 hops",
      "MFA",
    ]);
  });

  it("puts the roles above the user behind them", async () => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    expect(list.items()).toEqual(["demo-role1", "demo-role2", "demo-user", "demo-default", "default"]);
    const behindUser = within(list.view.getByRole("group", { name: "demo-user" }));
    expect(cellsOf(behindUser.getByRole("option", { name: "demo-default" }))).toEqual([
      "demo-default",
      "111111111111 · User · key of demo-user",
      "MFA",
    ]);
  });

  it.each([
    ["333333333333", ["demo-role2"]],
    ["role1", ["demo-role1"]],
    ["ap-northeast-1", ["demo-role1", "demo-role2", "demo-user", "default"]],
  ])("finds %s", async (text, found) => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    await list.search(text);
    expect(list.items()).toEqual(found);
  });

  it("asks neither AWS nor the key store for anything", async () => {
    const world = await startExtensionWorld({ config: articleConfig });
    host.assetsPath = "/nowhere/without/a/key-store";
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(world.newCalls()).toEqual([]);
    expect(host.toasts).toEqual([]);
  });

  it("gives every action of every profile an icon, and no shortcut twice", async () => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    for (const profile of list.items()) {
      await list.selectItem(profile);
      const actions = list.actions();
      expect(actions.filter(({ hasIcon }) => !hasIcon)).toEqual([]);
      const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
      expect(new Set(shortcuts).size).toBe(shortcuts.length);
    }
    expect(host.warnings).toEqual([]);
  });
});

describe("opening a console", () => {
  it("leads over every hop of the chain to the account", async () => {
    const world = await startExtensionWorld();
    const url = await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.opened).toEqual([{ target: url, application: undefined }]);
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole", "getSigninToken"]);
    expect(await visitConsole(url)).toMatchObject({
      account: "333333333333",
      role: "demo-role2",
      session: "demo-role2",
      region: "ap-northeast-1",
    });
    expect(host.visibleToast).toBeUndefined();
    expect(host.warnings).toEqual([]);
  });

  it("says on the way what is being done", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.toasts.map(({ title }) => title)).toEqual([
      "Opening demo-role2",
      "Waiting for a code of demo-user",
      "Starting the session of demo-user",
      "Assuming demo-role1 (1 of 2)",
      "Assuming demo-role2 (2 of 2)",
      "Signing in",
    ]);
  });

  it("counts the roles behind a session that a command printed", async () => {
    const key = { Version: 1, AccessKeyId: "ASIATOOL", SecretAccessKey: "s", SessionToken: "t" };
    const tool = `[profile tool]\ncredential_process = printf '%s' '${JSON.stringify(key)}'\n`;
    const role = "[profile role]\nrole_arn = arn:aws:iam::222222222222:role/demo-role1\nsource_profile = tool\n";
    await startExtensionWorld({ config: tool + role });
    await pressEnterOn("role");
    await failureToast();
    expect(host.toasts.map(({ title }) => title)).toContain("Assuming demo-role1 (1 of 1)");
  });

  it("asks for no code and makes one call when everything is there", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    world.newCalls();
    await openConsoleOf("demo-role2");
    expect(world.newCalls()).toEqual(["getSigninToken"]);
  });

  it.each([
    ["with a code", true],
    ["without one", false],
  ])("happens once when Enter is pressed twice, %s", async (_, asksForCode) => {
    const world = await startExtensionWorld();
    if (!asksForCode) await openConsoleOf("demo-role2", world.mfaCode());
    const before = host.opened.length;

    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    await list.user.keyboard("{Enter}{Enter}");
    if (asksForCode) await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.poppedToRoot).toBe(true));
    expect(host.opened).toHaveLength(before + 1);
    expect(host.toasts.filter(({ title }) => title === "Opening demo-role2")).toHaveLength(before + 1);
  });

  it("continues from the role before it, which another profile has made", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role1", world.mfaCode());
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "getSigninToken"]);
    await openConsoleOf("demo-role2");
    expect(world.newCalls()).toEqual(["AssumeRole", "getSigninToken"]);
  });

  it("shows the time left afterwards, in place of the lock", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    const list = launch(<OpenAwsConsole />);
    const anHour = expect.stringMatching(/^(1 h|59 min)$/);
    expect(cellsOf(await list.selectItem("demo-role2"))).toEqual([
      "demo-role2",
      "333333333333 · demo-role2",
      "2 hops",
      anHour,
    ]);
    expect(cellsOf(await list.selectItem("demo-user"))).toEqual([
      "demo-user",
      "111111111111 · User",
      expect.stringMatching(/^(12 h|11 h 59 min)$/),
    ]);
  });
});

describe("the code form", () => {
  it("names the profile and the device", async () => {
    await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.view.findByRole("form", { name: "Open demo-role2" });
    expect(form.view.getByRole("note", { name: "Device" }).textContent).toContain(
      "arn:aws:iam::111111111111:mfa/demo-user",
    );
    expect(document.activeElement).toBe(form.view.getByLabelText("MFA Code"));
    expect(host.warnings).toEqual([]);
  });

  it("takes a code as authenticators write it, with a space", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode().replace(/^.../, "$& "));
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("waits for the sixth digit", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", "12345");
    await form.submit();
    expect((await form.view.findByRole("alert")).textContent).toBe("A code has six digits");
    expect(world.newCalls()).toEqual([]);
  });

  it("stays with the reason when a code is refused, and takes the next one", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", "000000");
    expect(await refusalIn(form)).toBe(
      'AWS refused the code of arn:aws:iam::111111111111:mfa/demo-user for "demo-role2". ' +
        "It was mistyped or used before: enter it again, or wait for the next.",
    );
    expect(valueOf(form, "MFA Code")).toBe("");
    expect(host.opened).toEqual([]);

    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(world.newCalls()).toEqual([
      "GetSessionToken",
      "GetSessionToken",
      "AssumeRole",
      "AssumeRole",
      "getSigninToken",
    ]);
  });

  it("sends no code twice", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", "000000");
    await refusalIn(form);
    await form.type("MFA Code", "000000");
    await waitFor(async () => expect(await refusalIn(form)).toContain("was sent before, and AWS takes each once"));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
  });

  it("leaves nothing behind when the user closes it", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", "123");
    await form.pop();
    await waitFor(() => expect(host.visibleToast).toBeUndefined());
    expect(form.items()).toContain("demo-role2");
    expect(host.toasts.filter(({ style }) => style === Toast.Style.Failure)).toEqual([]);
    expect(host.localStorage.size).toBe(0);
    expect(world.newCalls()).toEqual([]);
  });

  it("goes away once, when the user closes it while a code is tried", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    await form.view.findByLabelText("MFA Code");
    await form.user.keyboard(`${world.mfaCode()}{Escape}`);
    await waitFor(() => expect(world.double.calls).toHaveLength(1));
    await form.selectItem("demo-role2");
    expect(host.poppedToRoot).toBe(false);
    // The code is spent, so what it made is kept.
    await waitFor(() => expect(storedSessions()).toHaveLength(1));
  });

  it("says that AWS cannot be reached, and takes the next code when it can", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    world.double.failNext({ service: "sts", as: "reset" });
    await form.type("MFA Code", "000000");
    expect(await refusalIn(form)).toContain("(ECONNRESET)");
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
  });
});

describe("a role that refuses", () => {
  it("is named with its hop, and costs no second code once it lets the user in", async () => {
    const world = await startExtensionWorld();
    world.double.world = withoutTrust(demoWorld, "demo-role2");
    const list = await pressEnterOn("demo-role2");
    await list.type("MFA Code", world.mfaCode());
    expect(await failureToast()).toEqual({
      title: "Role Refused",
      message:
        'Hop 2 of 2 (arn:aws:iam::333333333333:role/demo-role2) of "demo-role2" was refused: the role does not exist, ' +
        "it does not trust the caller, it wants MFA, which AWS does not carry on from role to role, or it wants an " +
        'external_id. Check role_arn of "demo-role2" (~/.aws/config, line 20), or ask the owner of account 333333333333.',
      action: "Edit Config at Line 20",
    });
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole"]);

    world.double.world = demoWorld;
    await list.selectItem("demo-role2");
    await list.pressEnter();
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(world.newCalls()).toEqual(["AssumeRole", "getSigninToken"]);
  });
});

describe("an opening that is cancelled while its form is up", () => {
  it("takes the form away, so that the next code goes to the next opening", async () => {
    const world = await startExtensionWorld();
    const list = await pressEnterOn("demo-role2");
    await list.type("MFA Code", "000000");
    await refusalIn(list);
    const cancel = await waitFor(() => {
      const { visibleToast } = host;
      if (visibleToast?.primaryAction?.title !== "Cancel") throw new Error("No toast offers Cancel");
      return () => visibleToast.primaryAction?.onAction(visibleToast);
    });
    await act(async () => cancel());
    await waitFor(() => expect(list.view.queryByLabelText("MFA Code")).toBeNull());
    await list.selectItem("demo-role2");
    await list.pressEnter();
    await list.view.findByLabelText("MFA Code");
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(world.newCalls()).toEqual([
      "GetSessionToken",
      "GetSessionToken",
      "AssumeRole",
      "AssumeRole",
      "getSigninToken",
    ]);
  });
});

describe("an open list", () => {
  it("opens no account that it does not show: where the files were edited it says so, and shows what they say now", async () => {
    const world = await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    const edited = articleConfig
      .replace("333333333333:role/demo-role2", "222222222222:role/demo-role1")
      .replace("source_profile = demo-role1", "source_profile = demo-default");
    await writeFile(path.join(world.home, ".aws", "config"), edited);
    await list.pressEnter();
    expect(await failureToast()).toMatchObject({
      title: "Destination Changed",
      message: expect.stringMatching(/^"demo-role2" now leads to demo-role1 in 222222222222: /),
    });
    expect(world.newCalls()).toEqual([]);
    const row = async () => cellsOf(await list.selectItem("demo-role2"));
    await waitFor(async () => expect(await row()).toContain("222222222222 · demo-role1"));
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 (demo-role1) in 222222222222"]));
  });

  it("opens by the settings of now where they lead to the same role", async () => {
    const world = await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    const roleArn = "role_arn = arn:aws:iam::222222222222:role/demo-role1";
    const edited = articleConfig.replace(roleArn, `${roleArn}\nrole_session_name = ada`);
    await writeFile(path.join(world.home, ".aws", "config"), edited);
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role1 in 222222222222"]));
    expect(await visitConsole(host.opened.at(-1)?.target ?? "")).toMatchObject({ session: "ada" });
  });

  it("follows what others do to files and sessions as time passes", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: Date.now() });
    onTestFinished(() => void vi.useRealTimers());
    const world = await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    await writeFile(
      path.join(world.home, ".aws", "config"),
      articleConfig.replace("333333333333:role/demo-role2", "333333333333:role/demo-role3"),
    );
    await act(async () => vi.advanceTimersByTime(15_000));
    const row = async () => cellsOf(await list.selectItem("demo-role2"));
    await waitFor(async () => expect(await row()).toContain("333333333333 · demo-role3"));
  });

  it("says what is wrong with the files now", async () => {
    const world = await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    const edited = articleConfig.replace("source_profile = demo-role1", "source_profile = demo-rol1");
    await writeFile(path.join(world.home, ".aws", "config"), edited);
    await list.pressEnter();
    expect(await failureToast()).toMatchObject({ title: "Unknown Source Profile" });
    expect(world.newCalls()).toEqual([]);
  });

  it("shows the lock again once the session is over", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: Date.now() });
    onTestFinished(() => void vi.useRealTimers());
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    const list = launch(<OpenAwsConsole />);
    const row = async () => (await list.selectItem("demo-role2")).textContent;
    await waitFor(async () => expect(await row()).toMatch(/\d+ min/));

    await act(async () => vi.advanceTimersByTime(13 * 3_600_000));
    await waitFor(async () => expect(await row()).toContain("MFA"));
    expect(await row()).not.toMatch(/ min/);
  });
});
