import "./node-with-dom";
import { LaunchType } from "@raycast/api";
import { waitFor, within } from "@testing-library/react";
import { looseObject, parse, parseJson, pipe, string } from "valibot";
import { describe, expect, it } from "vitest";
import AwsSessions from "../../src/aws-sessions";
import { articleConfig } from "../aws/article-config";
import { visitConsole } from "../aws-double/visit-console";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { type AwsFiles, type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { failureToast, openConsoleOf, storedSessions } from "./launcher-user";

const MINUTE_MS = 60_000;

const StoredSession = pipe(string(), parseJson(), looseObject({ expiration: string() }));

/** A world in which demo-role2 was opened once. */
async function worldWithSessions(files?: AwsFiles): Promise<ExtensionWorld> {
  const world = await startExtensionWorld(files);
  await openConsoleOf("demo-role2", world.mfaCode());
  world.newCalls();
  host.toasts.length = host.huds.length = host.opened.length = 0;
  return world;
}

/** Moves the end of every session for which `isMeant`, so that this many minutes are left, and a little. */
function leave(minutes: number, isMeant: (entry: string) => boolean = () => true): void {
  const expiration = new Date(Date.now() + (minutes + 0.5) * MINUTE_MS).toISOString();
  for (const [key, value] of host.localStorage) {
    const entry = String(value);
    if (!key.startsWith("session:") || !isMeant(entry)) continue;
    host.localStorage.set(key, JSON.stringify({ ...parse(StoredSession, entry), expiration }));
  }
}

/** Whether a stored session is one of those that end within two hours: a role's. */
function isOfRole(entry: string): boolean {
  return new Date(parse(StoredSession, entry).expiration).getTime() - Date.now() < 120 * MINUTE_MS;
}

async function openMenu(): Promise<LaunchedCommand> {
  host.environment.commandMode = "menu-bar";
  const menu = launch(<AwsSessions />);
  await waitFor(() => expect(barOf(menu).getAttribute("aria-busy")).toBe("false"));
  return menu;
}

/** What stands in the menu bar. */
function barOf({ view }: LaunchedCommand): HTMLElement {
  const [bar] = view.getAllByRole("menu");
  if (!bar) throw new Error("There is no menu");
  return bar;
}

/** The titles of the submenus of a section, with the color of each. */
function sessionsIn(menu: LaunchedCommand, section: string): (string | null | undefined)[][] {
  const submenus = within(menu.view.getByRole("group", { name: section })).getAllByRole("menu");
  return submenus.map((submenu) => [
    submenu.getAttribute("aria-label"),
    submenu.querySelector("img")?.getAttribute("data-color"),
  ]);
}

async function choose(menu: LaunchedCommand, submenu: RegExp, item: string): Promise<void> {
  await menu.user.click(within(menu.view.getByRole("menu", { name: submenu })).getByRole("menuitem", { name: item }));
}

describe("the menu", () => {
  it("shows each session with the time it has left, and nothing in the bar but an icon", async () => {
    await worldWithSessions();
    leave(50, isOfRole);
    leave(600, (entry) => !isOfRole(entry));
    const menu = await openMenu();
    expect(sessionsIn(menu, "Roles")).toEqual([
      ["demo-role1 · 50 min", "raycast-green"],
      ["demo-role2 · 50 min", "raycast-green"],
    ]);
    expect(sessionsIn(menu, "Users")).toEqual([["demo-user · 10 h", "raycast-green"]]);
    expect(menu.view.getByRole("menuitem", { name: /^demo-role2 in 333333333333, until .*\d\d/ })).toBeDefined();
    const bar = barOf(menu);
    expect(bar.getAttribute("aria-label")).toMatch(/^demo-role1 until /);
    expect(bar.firstElementChild?.getAttribute("alt")).toBe("Key");
    expect(host.warnings).toEqual([]);
  });

  it.each([
    [8, "raycast-yellow"],
    [3, "raycast-red"],
  ])("warns in the bar and in the menu when a session has %i minutes left", async (minutes, color) => {
    await worldWithSessions();
    leave(minutes, isOfRole);
    const menu = await openMenu();
    expect(sessionsIn(menu, "Roles")).toContainEqual([`demo-role2 · ends in ${minutes} min`, color]);
    const bar = barOf(menu);
    expect(bar.getAttribute("aria-label")).toBe(`${minutes} min`);
    expect(bar.firstElementChild?.getAttribute("alt")).toBe("Clock");
    expect(bar.firstElementChild?.getAttribute("data-color")).toBe(color);
    expect([...host.toasts, ...host.huds]).toEqual([]);
  });

  it("says that there is no session, and what keeps it from looking", async () => {
    await startExtensionWorld();
    expect((await openMenu()).view.getByRole("menuitem", { name: "No Sessions" })).toBeDefined();
    await startExtensionWorld({});
    const menu = await openMenu();
    expect(menu.view.getByRole("menuitem", { name: "No AWS Config" })).toBeDefined();
    expect(menu.view.queryByRole("menuitem", { name: "No Sessions" })).toBeNull();
  });

  it("asks neither AWS, the key store nor the user for anything in the background", async () => {
    const world = await worldWithSessions();
    host.assetsPath = "/nowhere/without/a/key-store";
    host.environment.launchType = LaunchType.Background;
    const before = new Map(host.localStorage);
    await openMenu();
    await world.unplug();
    expect(sessionsIn(await openMenu(), "Roles")).toHaveLength(2);
    expect(world.newCalls()).toEqual([]);
    expect([host.toasts, host.huds, host.alerts.shown, host.launchedCommands]).toEqual([[], [], [], []]);
    expect(host.localStorage).toEqual(before);
  });
});

describe("a session in the menu", () => {
  it("opens its console", async () => {
    const world = await worldWithSessions();
    const menu = await openMenu();
    await choose(menu, /^demo-role2 ·/, "Open Console");
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(await visitConsole(host.opened[0]?.target ?? "")).toMatchObject({ role: "demo-role2" });
    expect(world.newCalls()).toEqual(["getSigninToken"]);
    expect(host.toasts).toEqual([]);
    expect(host.warnings).toEqual([]);
  });

  it("keeps the command loaded until it is opened", async () => {
    await worldWithSessions();
    const menu = await openMenu();
    await choose(menu, /^demo-role2 ·/, "Open Console");
    expect(barOf(menu).getAttribute("aria-busy")).toBe("true");
    await waitFor(() => expect(barOf(menu).getAttribute("aria-busy")).toBe("false"));
    expect(host.opened).toHaveLength(1);
  });

  it.each([[/^demo-role2 ·/], [/^demo-user ·/]])("copies the credentials of %s", async (submenu) => {
    const world = await worldWithSessions();
    await choose(await openMenu(), submenu, "Copy Credentials");
    await waitFor(() => expect(host.huds).toHaveLength(1));
    expect(host.clipboard).toMatchObject([{ content: expect.stringContaining("AWS_SESSION_TOKEN"), concealed: true }]);
    expect(world.newCalls()).toEqual([]);
  });

  it("that ended meanwhile is made anew from the user's", async () => {
    const world = await worldWithSessions();
    leave(3, isOfRole);
    await choose(await openMenu(), /^demo-role2 ·/, "Open Console");
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
    expect(world.newCalls()).toEqual(["AssumeRole", "AssumeRole", "getSigninToken"]);
  });

  it.each([
    ["Open Console", "open-aws-console"],
    ["Copy Credentials", "copy-aws-credentials"],
  ])("leaves %s to the list that does the same where a code is needed", async (item, name) => {
    const world = await worldWithSessions();
    const menu = await openMenu();
    host.localStorage.clear();
    await choose(menu, /^demo-role2 ·/, item);
    await waitFor(() =>
      expect(host.launchedCommands).toEqual([
        { name, type: LaunchType.UserInitiated, context: { profile: "demo-role2" } },
      ]),
    );
    await waitFor(() => expect(barOf(menu).getAttribute("aria-busy")).toBe("false"));
    expect([host.opened, host.clipboard, host.toasts, host.huds]).toEqual([[], [], [], []]);
    expect(world.newCalls()).toEqual([]);
  });

  it("says why it is not opened", async () => {
    const world = await worldWithSessions();
    await world.unplug();
    await choose(await openMenu(), /^demo-role2 ·/, "Open Console");
    expect(await failureToast()).toMatchObject({ message: expect.stringContaining("demo-role2") });
    expect(host.warnings).toEqual([]);
  });

  it("of a user is renewed ahead of time with a code", async () => {
    await worldWithSessions();
    await choose(await openMenu(), /^demo-user ·/, "Enter MFA Code");
    expect(host.launchedCommands).toEqual([
      { name: "enter-mfa-code", type: LaunchType.UserInitiated, arguments: { profile: "demo-user" } },
    ]);
  });
});

describe("what else the menu does", () => {
  it("leads to the other commands", async () => {
    await startExtensionWorld({ config: articleConfig });
    const menu = await openMenu();
    for (const name of ["Open AWS Console", "Enter MFA Code"]) {
      await menu.user.click(menu.view.getByRole("menuitem", { name }));
    }
    await menu.user.click(menu.view.getByRole("menuitem", { name: "Configure Command" }));
    expect(host.launchedCommands.map(({ name }) => name)).toEqual(["open-aws-console", "enter-mfa-code"]);
    expect(host.preferencesOpened).toBe(true);
  });

  it("forgets every session behind a second click, without an alert", async () => {
    await worldWithSessions();
    const menu = await openMenu();
    await choose(menu, /^Forget All Sessions$/, "Forget All");
    await menu.view.findByRole("menuitem", { name: "No Sessions" });
    expect(storedSessions()).toEqual([]);
    expect(host.alerts.shown).toEqual([]);
    expect(menu.view.queryByRole("menu", { name: "Forget All Sessions" })).toBeNull();
  });
});
