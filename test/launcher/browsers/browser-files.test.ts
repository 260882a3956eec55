import { describe, expect, it } from "vitest";
import { type BrowserId } from "../../../src/launcher/browsers/browser";
import { profileFiles, programFiles } from "../../../src/launcher/browsers/browser-files";

const MACOS = { platform: "darwin", variables: { HOME: "/Users/ada" }, fallbackHome: "/nowhere" } as const;
const LINUX = {
  platform: "linux",
  variables: { HOME: "/home/ada", PATH: "/opt/bin:/usr/bin:.:" },
  fallbackHome: "/nowhere",
} as const;
const WINDOWS = {
  platform: "win32",
  variables: {
    USERPROFILE: "C:\\Users\\Ada",
    LOCALAPPDATA: "C:\\Users\\Ada\\AppData\\Local",
    APPDATA: "C:\\Users\\Ada\\AppData\\Roaming",
    ProgramFiles: "C:\\Program Files",
    "ProgramFiles(x86)": "C:\\Program Files (x86)",
  },
  fallbackHome: "C:\\nowhere",
} as const;

describe("the profiles of a browser", () => {
  it.each<[BrowserId, macos: string, windows: string, linux: readonly string[]]>([
    [
      "chrome",
      "Google/Chrome/Local State",
      "Local\\Google\\Chrome\\User Data\\Local State",
      [".config/google-chrome/Local State"],
    ],
    [
      "edge",
      "Microsoft Edge/Local State",
      "Local\\Microsoft\\Edge\\User Data\\Local State",
      [".config/microsoft-edge/Local State"],
    ],
    [
      "brave",
      "BraveSoftware/Brave-Browser/Local State",
      "Local\\BraveSoftware\\Brave-Browser\\User Data\\Local State",
      [".config/BraveSoftware/Brave-Browser/Local State"],
    ],
    ["vivaldi", "Vivaldi/Local State", "Local\\Vivaldi\\User Data\\Local State", [".config/vivaldi/Local State"]],
    [
      "chromium",
      "Chromium/Local State",
      "Local\\Chromium\\User Data\\Local State",
      [".config/chromium/Local State", "snap/chromium/common/chromium/Local State"],
    ],
    [
      "firefox",
      "Firefox/profiles.ini",
      "Roaming\\Mozilla\\Firefox\\profiles.ini",
      [
        ".mozilla/firefox/profiles.ini",
        ".config/mozilla/firefox/profiles.ini",
        "snap/firefox/common/.mozilla/firefox/profiles.ini",
      ],
    ],
    ["zen", "zen/profiles.ini", "Roaming\\zen\\profiles.ini", [".zen/profiles.ini", ".config/zen/profiles.ini"]],
  ])("of %s are looked for where each system has them", (browser, macos, windows, linux) => {
    expect(profileFiles(browser, MACOS)).toEqual([`/Users/ada/Library/Application Support/${macos}`]);
    expect(profileFiles(browser, WINDOWS)).toEqual([`C:\\Users\\Ada\\AppData\\${windows}`]);
    expect(profileFiles(browser, LINUX)).toEqual(linux.map((file) => `/home/ada/${file}`));
  });

  it("are where XDG_CONFIG_HOME says", () => {
    const variables = { ...LINUX.variables, XDG_CONFIG_HOME: "/data/config" };
    expect(profileFiles("vivaldi", { ...LINUX, variables })).toEqual(["/data/config/vivaldi/Local State"]);
  });
});

describe("the program of a browser", () => {
  it("is looked for in PATH and in the usual folders on Linux, never in the current one", () => {
    expect(programFiles("firefox", LINUX)).toEqual([
      ...["/opt/bin/firefox", "/usr/bin/firefox", "/usr/local/bin/firefox", "/bin/firefox", "/snap/bin/firefox"],
      ...["/opt/bin/firefox-esr", "/usr/bin/firefox-esr", "/usr/local/bin/firefox-esr"],
      ...["/bin/firefox-esr", "/snap/bin/firefox-esr"],
    ]);
  });

  it.each<[BrowserId, readonly string[]]>([
    [
      "chrome",
      [
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
        "C:\\Users\\Ada\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe",
      ],
    ],
    [
      "edge",
      [
        "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
        "C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe",
      ],
    ],
    [
      "zen",
      ["C:\\Program Files\\Zen Browser\\zen.exe", "C:\\Users\\Ada\\AppData\\Local\\Programs\\Zen Browser\\zen.exe"],
    ],
  ])("of %s is looked for where its installer puts it on Windows", (browser, programs) => {
    expect(programFiles(browser, WINDOWS)).toEqual(programs);
  });

  it("is left to macOS to find", () => {
    expect(programFiles("firefox", MACOS)).toEqual([]);
  });
});
