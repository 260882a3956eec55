// @vitest-environment happy-dom
import {
  Action,
  ActionPanel,
  Alert,
  Cache,
  Clipboard,
  closeMainWindow,
  Color,
  confirmAlert,
  Detail,
  environment,
  getPreferenceValues,
  Icon,
  Image,
  Keyboard,
  launchCommand,
  LaunchType,
  LocalStorage,
  open,
  PopToRootType,
  showHUD,
  showToast,
  Toast,
  updateCommandMetadata,
} from "@raycast/api";
import { describe, expect, it, vi } from "vitest";
import { host, launch } from "./headless-host";
import { shortcutText } from "./keyboard";

describe("the record of what the launcher did", () => {
  it("tells concealed copies from others", async () => {
    const command = launch(
      <Detail
        markdown="Credentials"
        actions={
          <ActionPanel>
            <Action.CopyToClipboard content="AKIAEXAMPLE" />
            <Action.CopyToClipboard title="Copy Secret" content="secret" concealed />
          </ActionPanel>
        }
      />,
    );
    await command.pressEnter();
    await command.runAction("Copy Secret");
    await Clipboard.copy({ text: "third" }, { concealed: true });
    expect(host.clipboard).toEqual([
      { content: "AKIAEXAMPLE", concealed: false },
      { content: "secret", concealed: true },
      { content: "third", concealed: true },
    ]);
    expect(await Clipboard.readText()).toBe("third");
    expect(host.huds).toEqual(["Copied to Clipboard", "Copied to Clipboard"]);
  });

  it("has every state of a toast that a user could see", async () => {
    const toast = await showToast({ style: Toast.Style.Animated, title: "Assuming role 1 of 2…" });
    toast.title = "Assuming role 2 of 2…";
    await Promise.resolve();
    toast.style = Toast.Style.Success;
    toast.title = "Console opened";
    toast.message = "demo-role2";
    await Promise.resolve();
    expect(host.toasts.map(({ style, title, message }) => [style, title, message])).toEqual([
      ["ANIMATED", "Assuming role 1 of 2…", undefined],
      ["ANIMATED", "Assuming role 2 of 2…", undefined],
      ["SUCCESS", "Console opened", "demo-role2"],
    ]);
    await toast.hide();
    expect(host.visibleToast).toBeUndefined();
    await showToast(Toast.Style.Failure, "Failed");
    expect(host.visibleToast?.title).toBe("Failed");
  });

  it("has what was opened, launched and said, and whether the window is closed", async () => {
    await open("https://example.com", "Firefox");
    await updateCommandMetadata({ subtitle: "demo" });
    await launchCommand({ name: "enter-mfa-code", type: LaunchType.UserInitiated });
    await expect(launchCommand({ name: "no-such", type: LaunchType.Background })).rejects.toThrow("no-such");
    await showHUD("Console opened");
    expect(host).toMatchObject({
      opened: [{ target: "https://example.com", application: "Firefox" }],
      commandSubtitle: "demo",
      launchedCommands: [{ name: "enter-mfa-code" }],
      huds: ["Console opened"],
      windowClosed: true,
      poppedToRoot: false,
    });
    await closeMainWindow({ popToRootType: PopToRootType.Immediate });
    expect(host.poppedToRoot).toBe(true);
  });

  it("starts each test afresh", () => {
    expect(host).toMatchObject({ opened: [], huds: [], toasts: [], windowClosed: false, commandSubtitle: undefined });
  });

  it("takes prepared answers to alerts, else asks the user", async () => {
    host.alerts.answerNext(false);
    expect(await confirmAlert({ title: "Forget Session?" })).toBe(false);
    const command = launch(<Detail />);
    const onAction = vi.fn();
    const style = Alert.ActionStyle.Destructive;
    const confirmed = confirmAlert({ title: "Forget All?", primaryAction: { title: "Forget", style, onAction } });
    await command.user.click(await command.screen.findByRole("button", { name: "Forget" }));
    expect(await confirmed).toBe(true);
    expect(onAction).toHaveBeenCalledOnce();
    expect(host.alerts.shown.map(({ title }) => title)).toEqual(["Forget Session?", "Forget All?"]);
    expect(command.screen.queryByRole("alertdialog")).toBeNull();
    const dismissed = confirmAlert({ title: "Forget More?" });
    await command.screen.findByRole("alertdialog", { name: "Forget More?" });
    await command.pop();
    expect(await dismissed).toBe(false);
  });
});

describe("the storage of the launcher", () => {
  it("takes only primitives into LocalStorage", async () => {
    await LocalStorage.setItem("session", "{}");
    await LocalStorage.setItem("count", 1);
    expect(await LocalStorage.getItem("session")).toBe("{}");
    expect(await LocalStorage.getItem("none")).toBeUndefined();
    const object: unknown = { token: "x" };
    // @ts-expect-error An object is what the host must reject at run time.
    await expect(LocalStorage.setItem("session", object)).rejects.toThrow('"session" was given object');
    await LocalStorage.removeItem("session");
    expect(host.localStorage).toEqual(new Map([["count", 1]]));
  });

  it("shares the entries of a cache namespace, tells subscribers and drops the least recently used", () => {
    const cache = new Cache({ namespace: "regions", capacity: 8 });
    const { subscribe } = cache;
    const subscriber = vi.fn();
    const unsubscribe = subscribe(subscriber);
    cache.set("a", "1234");
    cache.set("b", "1234");
    expect(cache.get("a")).toBe("1234");
    new Cache({ namespace: "regions", capacity: 8 }).set("c", "1234");
    expect(subscriber).toHaveBeenLastCalledWith("c", "1234");
    expect(host.caches.get("regions")).toEqual(
      new Map([
        ["a", "1234"],
        ["c", "1234"],
      ]),
    );
    expect(new Cache().isEmpty).toBe(true);
    unsubscribe();
    cache.clear();
    expect(cache.has("a")).toBe(false);
    expect(subscriber).toHaveBeenCalledTimes(3);
  });
});

describe("the settings of the launcher", () => {
  it("lets a test set preferences and environment", () => {
    host.preferences = { browser: "Firefox" };
    host.supportPath = "/support";
    host.environment.launchType = LaunchType.Background;
    expect(getPreferenceValues()).toEqual({ browser: "Firefox" });
    expect(environment.supportPath).toBe("/support");
    expect(environment.launchType).toBe(LaunchType.Background);
    host.reset();
    expect(environment.launchType).toBe(LaunchType.UserInitiated);
    expect(environment.extensionName).toBe("aws-role-chains");
  });
});

describe("the constants of the launcher", () => {
  it("are those of the declarations", () => {
    expect(Icon.AppWindowGrid2x2).toBe("app-window-grid-2x2-16");
    expect(Color.SecondaryText).toBe("raycast-secondary-text");
    expect(Image.Mask.Circle).toBe("circle");
    expect(PopToRootType.Suspended).toBe("suspended");
    expect(shortcutText(Keyboard.Shortcut.Common.RemoveAll)).toBe("ctrl+shift+x");
    expect(Object.keys(Keyboard.Shortcut.Common)).toHaveLength(17);
  });
});
