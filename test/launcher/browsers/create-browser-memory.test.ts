import { beforeEach, describe, expect, it } from "vitest";
import { type BrowserChoice } from "../../../src/launcher/browsers/browser-choice";
import { createBrowserMemory } from "../../../src/launcher/browsers/create-browser-memory";
import { type EncryptedStorage } from "../../../src/launcher/encrypted-storage";
import { memoryStorage } from "../../memory-storage";

const CONSOLE = { profile: "demo-role2", accountId: "123456789012" };
const PROFILE = { kind: "profile", profile: "demo-role2" } as const;
const ACCOUNT = { kind: "account", accountId: "123456789012" } as const;
const WORK: BrowserChoice = { kind: "chromium-profile", browser: "chrome", directory: "Profile 1", name: "Work" };
const PRIVATE: BrowserChoice = { kind: "private-window", browser: "firefox" };

let storage: EncryptedStorage;
beforeEach(() => {
  storage = memoryStorage();
});

/** As each command makes its own. */
const memory = () => createBrowserMemory(storage);

describe("the browser of a console", () => {
  it("is none before one was chosen", async () => {
    expect(await memory().choiceFor(CONSOLE)).toBeUndefined();
  });

  it.each<BrowserChoice>([
    { kind: "default" },
    { kind: "application", name: "Safari", path: "/Applications/Safari.app" },
    WORK,
    { kind: "firefox-profile", browser: "zen", name: "client & co" },
    { kind: "firefox-container", browser: "firefox", container: "a&b+c" },
    { kind: "firefox-container", browser: "firefox", container: "a&b+c", color: "red", icon: "tree" },
    PRIVATE,
    { kind: "arc-space", space: "Side", profile: "Work" },
  ])("is the one chosen, in every command: %j", async (choice) => {
    await memory().remember(PROFILE, choice);
    expect(await memory().choiceFor(CONSOLE)).toEqual(choice);
  });

  it("is that of the profile before that of the account", async () => {
    await memory().remember(ACCOUNT, PRIVATE);
    expect(await memory().choiceFor(CONSOLE)).toEqual(PRIVATE);
    expect(await memory().choiceFor({ ...CONSOLE, profile: "other" })).toEqual(PRIVATE);
    await memory().remember(PROFILE, WORK);
    expect(await memory().choiceFor(CONSOLE)).toEqual(WORK);
    await memory().forget(PROFILE);
    expect(await memory().choiceFor(CONSOLE)).toEqual(PRIVATE);
    await memory().forget(ACCOUNT);
    expect(await memory().choiceFor(CONSOLE)).toBeUndefined();
  });

  it("is not that of another profile or account", async () => {
    await memory().remember(PROFILE, WORK);
    await memory().remember(ACCOUNT, PRIVATE);
    expect(await memory().choiceFor({ profile: "other", accountId: undefined })).toBeUndefined();
    expect(await memory().choiceFor({ profile: "other", accountId: "999999999999" })).toBeUndefined();
  });

  it.each([
    "",
    "{",
    "null",
    '{"kind":"lynx"}',
    '{"kind":"chromium-profile","browser":"netscape","directory":"Default","name":"a"}',
    '{"kind":"chromium-profile","browser":"chrome","name":"a"}',
    '{"kind":"private-window","browser":"arc"}',
    '{"kind":"firefox-profile","browser":"firefox","name":"-foreground"}',
    '{"kind":"firefox-container","browser":"firefox","container":"a","color":"black"}',
  ])("is no other than the one that cannot be understood, until it is chosen anew: %s", async (entry) => {
    await storage.setItem("browser:profile:demo-role2", entry);
    await memory().remember(ACCOUNT, PRIVATE);
    await expect(memory().choiceFor(CONSOLE)).rejects.toThrow("cannot be understood");
    await memory().remember(PROFILE, WORK);
    expect(await memory().choiceFor(CONSOLE)).toEqual(WORK);
  });

  it("is kept under keys that tell whose it is", async () => {
    await memory().remember(PROFILE, WORK);
    await memory().remember(ACCOUNT, PRIVATE);
    expect(Object.keys(await storage.allItems())).toEqual([
      "browser:profile:demo-role2",
      "browser:account:123456789012",
    ]);
  });
});
