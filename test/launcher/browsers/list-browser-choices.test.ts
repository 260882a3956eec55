import { mkdir } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { type PathSurroundings } from "../../../src/aws/shared-config/file-locations";
import { browserChoiceTitle } from "../../../src/launcher/browsers/browser-choice";
import { listBrowserChoices } from "../../../src/launcher/browsers/list-browser-choices";
import { host } from "../../host/host";
import { throwAwayHome, type ThrowAwayHome } from "../throw-away-home";

const CONSOLE = { profile: "demo-role2", accountId: "123456789012" };

let home: ThrowAwayHome;
beforeEach(async () => {
  host.reset();
  home = await throwAwayHome();
});

/** Only what the test installs: the machine that runs it has browsers of its own, which are no part of the list. */
const titles = async (surroundings: Partial<PathSurroundings> = {}) => {
  const variables = { HOME: home.folder, PATH: path.join(home.folder, "bin") };
  const choices = await listBrowserChoices(CONSOLE, {
    platform: "linux",
    variables,
    fallbackHome: home.folder,
    ...surroundings,
  });
  return choices.map(browserChoiceTitle);
};

const LOCAL_STATE = JSON.stringify({
  profile: { info_cache: { Default: { name: "Me" }, "Profile 1": { name: "Work" } } },
});

describe("the browsers to choose from on Linux", () => {
  it("are the default one, and what is installed with its profiles", async () => {
    await home.install("vivaldi");
    await home.install("zen-browser");
    await home.write(".config/vivaldi/Local State", LOCAL_STATE);
    await home.write(".config/google-chrome/Local State", LOCAL_STATE);
    await home.write(".config/zen/profiles.ini", "[Profile0]\nName=client\n");
    const listed = await titles();
    expect(listed.filter((title) => /Vivaldi|Zen|Default/.test(title))).toEqual([
      "Default Browser",
      "Vivaldi · Me",
      "Vivaldi · Work",
      "Private Window of Vivaldi",
      "Zen · client",
      "Zen container demo-role2",
      "Private Window of Zen",
    ]);
    expect(listed.filter((title) => title.startsWith("Google Chrome ·"))).toEqual([]);
  });

  it("have containers in the color of the account, or in the add-on's where it is not known", async () => {
    await home.install("zen");
    const containersOf = async (accountId: string | undefined) => {
      const choices = await listBrowserChoices({ profile: "demo-role2", accountId });
      return choices.filter((choice) => choice.kind === "firefox-container" && choice.browser === "zen");
    };
    const container = { kind: "firefox-container", browser: "zen", container: "demo-role2", icon: "briefcase" };
    expect(await containersOf("123456789012")).toEqual([{ ...container, color: "green" }]);
    expect(await containersOf(undefined)).toEqual([container]);
  });

  it.each([
    [
      "a folder in place of its profiles",
      () => mkdir(path.join(home.folder, ".config/vivaldi/Local State"), { recursive: true }),
    ],
    ["profiles that cannot be understood", () => home.write(".config/vivaldi/Local State", "{")],
    ["no profiles at all", () => undefined],
  ])("are there with %s", async (_, prepare) => {
    await home.install("vivaldi");
    await prepare();
    expect((await titles()).filter((title) => title.includes("Vivaldi"))).toEqual(["Private Window of Vivaldi"]);
  });

  it("are found in the second folder where the first has no profiles", async () => {
    await home.install("zen");
    await home.write(".zen/profiles.ini", "[General]\nVersion=2\n");
    await home.write(".config/zen/profiles.ini", "[Profile0]\nName=moved\n");
    expect(await titles()).toContain("Zen · moved");
  });
});

describe("the browsers to choose from on macOS", () => {
  const MACOS = { platform: "darwin" } as const;
  const SIDEBAR = JSON.stringify({ sidebar: { containers: [{ spaces: ["id", { title: "Home" }] }] } });

  it("are the applications that open web addresses, and the profiles of those known", async () => {
    host.applications.push(
      { name: "Safari", path: "/Applications/Safari.app", bundleId: "com.apple.Safari" },
      { name: "Google Chrome", path: "/Applications/Google Chrome.app", bundleId: "com.google.Chrome" },
      { name: "Arc", path: "/Applications/Arc.app", bundleId: "company.thebrowser.Browser" },
    );
    const support = "Library/Application Support";
    await home.write(`${support}/Google/Chrome/Local State`, LOCAL_STATE);
    await home.write(`${support}/Firefox/profiles.ini`, "[Profile0]\nName=removed\n");
    await home.write(`${support}/Arc/StorableSidebar.json`, SIDEBAR);
    await home.write(`${support}/Arc/User Data/Local State`, LOCAL_STATE);
    expect(await titles(MACOS)).toEqual([
      "Default Browser",
      "Safari",
      "Google Chrome",
      "Arc",
      "Google Chrome · Me",
      "Google Chrome · Work",
      "Private Window of Google Chrome",
      "Arc · Me · Space Home",
    ]);
  });

  it("have no Spaces of Arc without Arc", async () => {
    await home.write("Library/Application Support/Arc/StorableSidebar.json", SIDEBAR);
    expect(await titles(MACOS)).toEqual(["Default Browser"]);
  });

  it("are the default one where the launcher names no applications", async () => {
    host.applications.push({ name: "Safari", path: "/Applications/Safari.app" });
    const spy = vi.spyOn(host.applications, Symbol.iterator).mockImplementation(() => {
      throw new Error("not on this system");
    });
    onTestFinished(() => spy.mockRestore());
    expect(await titles(MACOS)).toEqual(["Default Browser"]);
  });
});
