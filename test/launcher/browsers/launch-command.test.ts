import { describe, expect, it } from "vitest";
import { BROWSER_IDS, CHROMIUM_BROWSERS, FIREFOX_BROWSERS } from "../../../src/launcher/browsers/browser";
import { type BrowserChoice } from "../../../src/launcher/browsers/browser-choice";
import { launchCommand, type LaunchCommand } from "../../../src/launcher/browsers/launch-command";

const URL = "https://signin.aws.amazon.com/federation?Action=login&SigninToken=VCQgs5qZ%3D";
const ESCAPED = "https%3A%2F%2Fsignin.aws.amazon.com%2Ffederation%3FAction%3Dlogin%26SigninToken%3DVCQgs5qZ%253D";

const CHROME = "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe";
const FIREFOX = "C:\\Program Files\\Mozilla Firefox\\firefox.exe";

/** What runs, one word of it in each place of the list. */
function words(command: LaunchCommand): readonly string[] {
  switch (command.kind) {
    case "open":
      return ["(launcher)", command.target, ...(command.application === undefined ? [] : [command.application])];
    case "spawn":
      return [command.file, ...command.args];
    case "unavailable":
      return ["(unavailable)"];
  }
}

describe("what opens a console", () => {
  it.each<{
    choice: BrowserChoice;
    macos: readonly string[];
    windows: readonly string[];
    linux: readonly string[];
    programs?: { readonly windows: string; readonly linux: string };
  }>([
    {
      choice: { kind: "default" },
      macos: ["(launcher)", URL],
      windows: ["(launcher)", URL],
      linux: ["(launcher)", URL],
    },
    {
      choice: { kind: "application", name: "Safari", path: "/Applications/Safari.app" },
      macos: ["(launcher)", URL, "/Applications/Safari.app"],
      windows: ["(launcher)", URL, "/Applications/Safari.app"],
      linux: ["(launcher)", URL, "/Applications/Safari.app"],
    },
    {
      choice: { kind: "chromium-profile", browser: "chrome", directory: "Profile 1", name: "Work" },
      programs: { windows: CHROME, linux: "/usr/bin/google-chrome" },
      macos: ["/usr/bin/open", "-n", "-b", "com.google.Chrome", "--args", "--profile-directory=Profile 1", URL],
      windows: [CHROME, "--profile-directory=Profile 1", URL],
      linux: ["/usr/bin/google-chrome", "--profile-directory=Profile 1", URL],
    },
    {
      choice: { kind: "firefox-profile", browser: "firefox", name: "client & co" },
      programs: { windows: FIREFOX, linux: "/usr/bin/firefox" },
      macos: ["/usr/bin/open", "-n", "-b", "org.mozilla.firefox", "--args", "-P", "client & co", URL],
      windows: [FIREFOX, "-P", "client & co", URL],
      linux: ["/usr/bin/firefox", "-P", "client & co", URL],
    },
    {
      choice: { kind: "firefox-container", browser: "firefox", container: "a&b+c", color: "red", icon: "briefcase" },
      programs: { windows: FIREFOX, linux: "/usr/bin/firefox" },
      macos: [
        ...["/usr/bin/open", "-n", "-b", "org.mozilla.firefox", "--args"],
        `ext+container:name=a%26b%2Bc&color=red&icon=briefcase&url=${ESCAPED}`,
      ],
      windows: [FIREFOX, `ext+container:name=a%26b%2Bc&color=red&icon=briefcase&url=${ESCAPED}`],
      linux: ["/usr/bin/firefox", `ext+container:name=a%26b%2Bc&color=red&icon=briefcase&url=${ESCAPED}`],
    },
    {
      choice: { kind: "private-window", browser: "edge" },
      programs: { windows: "C:\\Edge\\msedge.exe", linux: "/usr/bin/microsoft-edge" },
      macos: ["/usr/bin/open", "-n", "-b", "com.microsoft.edgemac", "--args", "--inprivate", URL],
      windows: ["C:\\Edge\\msedge.exe", "--inprivate", URL],
      linux: ["/usr/bin/microsoft-edge", "--inprivate", URL],
    },
    {
      choice: { kind: "private-window", browser: "firefox" },
      programs: { windows: FIREFOX, linux: "/snap/bin/firefox" },
      macos: ["/usr/bin/open", "-n", "-b", "org.mozilla.firefox", "--args", "--private-window", URL],
      windows: [FIREFOX, "--private-window", URL],
      linux: ["/snap/bin/firefox", "--private-window", URL],
    },
    {
      choice: { kind: "arc-space", space: "-e", profile: "Work" },
      macos: ["/usr/bin/osascript", "-e", expect.stringContaining("on run {address, spaceTitle}"), URL, "-e"],
      windows: ["(unavailable)"],
      linux: ["(unavailable)"],
    },
    {
      choice: { kind: "private-window", browser: "vivaldi" },
      macos: ["/usr/bin/open", "-n", "-b", "com.vivaldi.Vivaldi", "--args", "--incognito", URL],
      windows: ["(unavailable)"],
      linux: ["(unavailable)"],
    },
  ])("by $choice", ({ choice, macos, windows, linux, programs }) => {
    const on = (platform: NodeJS.Platform, program?: string) =>
      words(launchCommand(choice, URL, { platform, program }));
    expect(on("darwin")).toEqual(macos);
    expect(on("win32", programs?.windows)).toEqual(windows);
    expect(on("linux", programs?.linux)).toEqual(linux);
    expect(on("freebsd", programs?.linux)).toEqual(linux);
  });

  it.each([
    ["chrome", "com.google.Chrome", "--incognito"],
    ["edge", "com.microsoft.edgemac", "--inprivate"],
    ["brave", "com.brave.Browser", "--incognito"],
    ["vivaldi", "com.vivaldi.Vivaldi", "--incognito"],
    ["chromium", "org.chromium.Chromium", "--incognito"],
    ["firefox", "org.mozilla.firefox", "--private-window"],
    ["zen", "app.zen-browser.zen", "--private-window"],
  ] as const)("in a private window of %s is known to macOS as %s with %s", (browser, bundleId, flag) => {
    const command = launchCommand({ kind: "private-window", browser }, URL, { platform: "darwin" });
    expect(words(command)).toEqual(["/usr/bin/open", "-n", "-b", bundleId, "--args", flag, URL]);
  });

  it("ends soon on macOS, and may stay elsewhere", () => {
    const choice: BrowserChoice = { kind: "private-window", browser: "zen" };
    expect(launchCommand(choice, URL, { platform: "darwin" })).toMatchObject({ endsSoon: true });
    expect(launchCommand(choice, URL, { platform: "linux", program: "/bin/zen" })).toMatchObject({ endsSoon: false });
  });
});

describe("the address", () => {
  const choices: readonly BrowserChoice[] = [
    ...CHROMIUM_BROWSERS.map(
      (browser) => ({ kind: "chromium-profile", browser, directory: "-x", name: "-x" }) as const,
    ),
    ...FIREFOX_BROWSERS.map((browser) => ({ kind: "firefox-profile", browser, name: "x" }) as const),
    ...FIREFOX_BROWSERS.map((browser) => ({ kind: "firefox-container", browser, container: "-x" }) as const),
    ...BROWSER_IDS.map((browser) => ({ kind: "private-window", browser }) as const),
  ];

  it.each(choices)("is one argument, the last, and looks like no option: $kind of $browser", (choice) => {
    for (const platform of ["darwin", "linux", "win32"] as const) {
      const line = words(launchCommand(choice, URL, { platform, program: "/browser" }));
      expect(line.filter((word) => word.includes("SigninToken"))).toEqual([line.at(-1)]);
      expect(line.at(-1)).toMatch(/^(https:\/\/|ext\+container:)/);
    }
  });

  it.each(["--renderer-cmd-prefix=/bin/sh", "javascript:alert(1)", "file:///etc/passwd", " https://x", ""])(
    "is a web address, else nothing runs: %j",
    (url) => {
      for (const choice of [{ kind: "default" }, ...choices] satisfies BrowserChoice[]) {
        expect(() => launchCommand(choice, url, { platform: "linux", program: "/browser" })).toThrow(
          /^Only web addresses are opened in a browser\.$/,
        );
      }
    },
  );
});
