import { ARC_BUNDLE_ID } from "./arc-spaces";
import { BROWSERS } from "./browser";
import { type BrowserChoice } from "./browser-choice";
import { containerUrl } from "./container-url";

/** What opens an address. It holds the address, and so is as secret as that. */
export type LaunchCommand =
  /** The launcher's own `open`. */
  | { readonly kind: "open"; readonly target: string; readonly application?: string }
  | {
      readonly kind: "spawn";
      readonly file: string;
      readonly args: readonly string[];
      /** Whether it ends once the browser has the address. A browser that was not running stays. */
      readonly endsSoon: boolean;
    }
  /** The browser is not there. */
  | { readonly kind: "unavailable" };

/** Where a command is to run. */
export interface LaunchSystem {
  readonly platform: NodeJS.Platform;
  /** The program of the chosen browser, where it was found. Not asked for on macOS. */
  readonly program?: string;
}

/**
 * The address comes first, since an option cannot hide behind it: the title of a Space may begin like one. Arc's
 * scripting, as Raycast's own extension for Arc uses it.
 */
const ARC_SCRIPT = `on run {address, spaceTitle}
  tell application id "${ARC_BUNDLE_ID}"
    activate
    if (count of windows) is 0 then make new window
    tell front window
      tell space spaceTitle
        focus
        make new tab with properties {URL:address}
      end tell
    end tell
  end tell
end run`;

/**
 * The command that opens an address where the user chose, for each system:
 *
 * | | macOS | Windows, Linux |
 * |---|---|---|
 * | default, application | the launcher's `open` | the same |
 * | profile, container, private window | `/usr/bin/open -n -b <bundle> --args …` | the browser's program with the same arguments |
 * | Space of Arc | AppleScript | not there |
 *
 * `-n` starts the browser anew, since only then macOS hands over the arguments; Chromium and Firefox pass them on to the
 * one that runs already with that profile, and end. The address is one argument of its own, the last wherever an option
 * could follow, and no shell is involved.
 *
 * @param url the address, a secret
 * @throws Error, which does not quote it, where it is no web address: then it could pass for an option
 * @throws URIError where the name of a container is no proper Unicode
 */
export function launchCommand(choice: BrowserChoice, url: string, { platform, program }: LaunchSystem): LaunchCommand {
  if (!/^https?:\/\//.test(url)) throw new Error("Only web addresses are opened in a browser.");
  if (choice.kind === "default") return { kind: "open", target: url };
  if (choice.kind === "application") return { kind: "open", target: url, application: choice.path };
  if (choice.kind === "arc-space") {
    if (platform !== "darwin") return { kind: "unavailable" };
    return spawnCommand("/usr/bin/osascript", ["-e", ARC_SCRIPT, url, choice.space], true);
  }
  const args = browserArguments(choice, url);
  if (platform === "darwin") {
    return spawnCommand(
      "/usr/bin/open",
      ["-n", "-b", BROWSERS[choice.browser].macos.bundleId, "--args", ...args],
      true,
    );
  }
  return program === undefined ? { kind: "unavailable" } : spawnCommand(program, args, false);
}

function spawnCommand(file: string, args: readonly string[], endsSoon: boolean): LaunchCommand {
  return { kind: "spawn", file, args, endsSoon };
}

type OwnBrowserChoice = Extract<BrowserChoice, { readonly browser: unknown }>;

/** Documented in Chromium's list of switches and in Firefox's "Command Line Parameters". */
function browserArguments(choice: OwnBrowserChoice, url: string): readonly string[] {
  switch (choice.kind) {
    case "chromium-profile":
      return [`--profile-directory=${choice.directory}`, url];
    case "firefox-profile":
      return ["-P", choice.name, url];
    case "firefox-container":
      return [containerUrl({ name: choice.container, color: choice.color, icon: choice.icon, url })];
    case "private-window":
      return [BROWSERS[choice.browser].privateWindow, url];
  }
}
