import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { visitConsole } from "../aws-double/visit-console";
import { host, type LaunchedCommand } from "../host/headless-host";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { failureToast, openConsoleOf, pressEnterOn, runActionOn } from "./launcher-user";

const SAFARI = { name: "Safari", path: "/Applications/Safari.app", bundleId: "com.apple.Safari" };
const ORION = { name: "Orion", path: "/Applications/Orion.app", bundleId: "com.kagi.kagimacOS" };

/** A world whose user has a session already, with two applications that open web addresses. */
async function startWithSession(): Promise<ExtensionWorld> {
  const world = await startExtensionWorld();
  host.applications.push(SAFARI, ORION);
  await openConsoleOf("demo-role1", world.mfaCode());
  return world;
}

async function browsersOf(profile: string): Promise<LaunchedCommand> {
  const list = await runActionOn(profile, "Open in Browser…");
  await list.view.findByRole("option", { name: "Orion" });
  return list;
}

/** Puts a Google Chrome with one profile into a home folder, which keeps what it is started with. */
async function installChrome({ home }: ExtensionWorld): Promise<() => Promise<string[]>> {
  const bin = path.join(home, "bin");
  const program = path.join(bin, "google-chrome");
  await mkdir(bin);
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > "$0.part" && mv "$0.part" "$0.args"\n`);
  await chmod(program, 0o755);
  vi.stubEnv("PATH", `${bin}${path.delimiter}${process.env.PATH}`);
  vi.stubEnv("XDG_CONFIG_HOME", undefined);
  const data = path.join(home, ".config", "google-chrome");
  await mkdir(data, { recursive: true });
  const profiles = { profile: { info_cache: { "Profile 1": { name: "Work" } } } };
  await writeFile(path.join(data, "Local State"), JSON.stringify(profiles));
  return async () => {
    const text = await vi.waitFor(() => readFile(`${program}.args`, "utf8"), { timeout: 5_000 });
    return text.split("\n").slice(0, -1);
  };
}

describe("Open in Browser", () => {
  it("opens the console once in an application that is chosen, and then in the default browser again", async () => {
    await startWithSession();
    const list = await browsersOf("demo-role2");
    await list.selectItem("Safari");
    await list.pressEnter();
    await waitFor(() => expect(host.opened).toHaveLength(2));
    expect(host.opened[1]?.application).toBe(SAFARI.path);
    await waitFor(() => expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, in Safari"));
    expect(await visitConsole(host.opened[1]?.target ?? "")).toMatchObject({ account: "333333333333" });

    await openConsoleOf("demo-role2");
    expect(host.opened.map(({ application }) => application)).toEqual([undefined, SAFARI.path, undefined]);
  });

  it.each([
    ["a profile alone", "demo-role2", [ORION.path, undefined]],
    ["an account, whichever profile leads there", "Account 333333333333", [ORION.path, ORION.path]],
  ])("remembers it for %s", async (_, owner, applications) => {
    const { home } = await startWithSession();
    const config = path.join(home, ".aws", "config");
    const other =
      "[profile same-account]\nrole_arn = arn:aws:iam::333333333333:role/demo-role2\nsource_profile = demo-role1\n";
    await writeFile(config, `${await readFile(config, "utf8")}\n${other}`);

    const list = await browsersOf("demo-role2");
    await list.selectItem("Orion");
    await list.runAction(`Always Use for ${owner}`);
    await waitFor(() => expect(host.visibleToast?.title).toBe(`Orion now opens ${owner}`));
    await waitFor(() => expect(list.view.getByRole("option", { name: "Orion" }).textContent).toContain(owner));

    await openConsoleOf("demo-role2");
    await openConsoleOf("same-account");
    expect(host.opened.slice(1).map(({ application }) => application)).toEqual(applications);
  });

  it("forgets it again", async () => {
    await startWithSession();
    const list = await browsersOf("demo-role1");
    await list.selectItem("Orion");
    await list.runAction("Always Use for demo-role1");
    await openConsoleOf("demo-role1");
    const again = await browsersOf("demo-role1");
    await again.runAction("Forget Browser of demo-role1");
    await waitFor(() => expect(host.visibleToast?.title).toBe("Forgot the browser of demo-role1"));
    await openConsoleOf("demo-role1");
    expect(host.opened.map(({ application }) => application)).toEqual([undefined, ORION.path, undefined]);
  });

  it("asks for a code where one is needed, before it opens anything", async () => {
    const world = await startExtensionWorld();
    host.applications.push(SAFARI, ORION);
    const list = await browsersOf("demo-role2");
    await list.selectItem("Orion");
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.opened).toMatchObject([{ application: ORION.path }]));
  });
});

describe.runIf(process.platform === "linux")("a browser's own profile", () => {
  it("gets the link as one argument, and no other place has it", async () => {
    const world = await startWithSession();
    const started = await installChrome(world);
    const list = await browsersOf("demo-role2");
    await list.selectItem("Google Chrome · Work");
    await list.pressEnter();
    const [option, url = "", ...more] = await started();
    expect([option, more]).toEqual(["--profile-directory=Profile 1", []]);
    expect(await visitConsole(url)).toMatchObject({ account: "333333333333", role: "demo-role2" });
    await waitFor(() => expect(host.huds).toHaveLength(2));
    const kept = JSON.stringify([host.huds, host.toasts, host.clipboard, [...host.localStorage], [...host.opened]]);
    expect(kept).not.toContain(new URL(url).searchParams.get("SigninToken"));
  });

  it("that is gone opens nothing, and says what to do before a code is asked for", async () => {
    const world = await startExtensionWorld();
    await installChrome(world);
    host.applications.push(SAFARI, ORION);
    const list = await browsersOf("demo-role1");
    await list.selectItem("Google Chrome · Work");
    await list.runAction("Always Use for demo-role1");
    const others = { profile: { info_cache: { Default: { name: "Person 1" } } } };
    await writeFile(path.join(world.home, ".config", "google-chrome", "Local State"), JSON.stringify(others));
    await pressEnterOn("demo-role1");
    expect(await failureToast()).toEqual({
      title: "No Browser Opened",
      message:
        'The console of "demo-role1" was not opened in Google Chrome · Work: that profile is not there any more. Choose another with Open in Browser…, or use Copy Sign-In URL.',
    });
    expect([world.newCalls(), host.opened]).toEqual([[], []]);
  });
});

describe("an opening that is cancelled", () => {
  it("opens nothing, although its link arrives", async () => {
    const world = await startWithSession();
    world.newCalls();
    world.double.latency = 300;
    await pressEnterOn("demo-role1");
    await waitFor(() => expect(host.visibleToast?.primaryAction?.title).toBe("Cancel"));
    const toast = host.visibleToast;
    toast?.primaryAction?.onAction(toast);
    await waitFor(() => expect(world.newCalls()).toEqual(["getSigninToken"]));
    await sleep(300);
    expect(host.opened).toHaveLength(1);
  });
});
