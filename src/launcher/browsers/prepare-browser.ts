import { open } from "@raycast/api";
import { spawn } from "node:child_process";
import { type PathSurroundings } from "../../aws/shared-config/file-locations";
import { type Secret } from "../../aws/secret";
import { type BrowserChoice } from "./browser-choice";
import { BrowserError } from "./browser-error";
import { ownSurroundings } from "./browser-files";
import { findProgram } from "./find-program";
import { launchCommand, type LaunchCommand, type LaunchSystem } from "./launch-command";
import { readArcSpaceChoices, readProfileChoices } from "./read-profile-choices";

/** How long a browser that cannot start takes to say so. One that runs on after that has started. */
const STARTED_AFTER_MS = 1_000;

/** Long enough to answer whether Arc may be controlled, which macOS asks the first time. */
const DEADLINE_MS = 60_000;

/** What a command is made for to see whether it can be made. */
const SOME_ADDRESS = "https://console.aws.amazon.com/";

type Launchable = Exclude<LaunchCommand, { readonly kind: "unavailable" }>;
type Spawned = Extract<LaunchCommand, { readonly kind: "spawn" }>;

/**
 * Opens a secret address in the browser that was prepared. It goes there as one argument, without a shell, and nowhere
 * else; like every argument it can be read by other processes while that one runs, so that the default browser and
 * applications, which the launcher opens, are the more private ones.
 *
 * @param signal aborted where the user gives up: nothing is opened then, and its reason is thrown
 * @throws BrowserError where the system refuses or what starts the browser ends with an error
 */
export type OpenInBrowser = (url: Secret, signal?: AbortSignal) => Promise<void>;

/**
 * Finds the browser that the user chose before anything is made for it: nobody should type a code for one that is not
 * there.
 *
 * @throws BrowserError `not-installed` or `profile-gone`
 */
export async function prepareBrowser(choice: BrowserChoice): Promise<OpenInBrowser> {
  const surroundings = ownSurroundings();
  const program = "browser" in choice ? await findProgram(choice.browser, surroundings) : undefined;
  const commandFor = commandMaker(choice, { platform: surroundings.platform, program });
  commandFor(SOME_ADDRESS);
  if (await isGone(choice, surroundings)) throw new BrowserError(choice, { kind: "profile-gone" });

  return async (url, signal) => {
    const command = commandFor(url.reveal());
    signal?.throwIfAborted();
    const reason = command.kind === "open" ? await opened(command.target, command.application) : await started(command);
    if (reason !== undefined) throw new BrowserError(choice, { kind: "not-opened", reason });
  };
}

/** Makes the command for an address; throws a BrowserError where there is none. */
function commandMaker(choice: BrowserChoice, system: LaunchSystem): (url: string) => Launchable {
  const make = (url: string): LaunchCommand => {
    try {
      return launchCommand(choice, url, system);
    } catch {
      throw new BrowserError(choice, { kind: "not-opened", reason: "its address or name cannot be passed on" });
    }
  };
  return (url) => {
    const command = make(url);
    if (command.kind === "unavailable") throw new BrowserError(choice, { kind: "not-installed" });
    return command;
  };
}

/** Whether a profile was removed since it was chosen. Where none can be read nothing is known, and the browser decides. */
async function isGone(choice: BrowserChoice, surroundings: PathSurroundings): Promise<boolean> {
  switch (choice.kind) {
    case "chromium-profile": {
      const known = await readProfileChoices(choice.browser, surroundings);
      return isMissing(known, (other) => other.kind === choice.kind && other.directory === choice.directory);
    }
    case "firefox-profile": {
      const known = await readProfileChoices(choice.browser, surroundings);
      return isMissing(known, (other) => other.kind === choice.kind && other.name === choice.name);
    }
    case "arc-space": {
      const known = await readArcSpaceChoices(surroundings);
      return isMissing(known, (other) => other.kind === choice.kind && other.space === choice.space);
    }
    default:
      return false;
  }
}

function isMissing(known: readonly BrowserChoice[], isSame: (other: BrowserChoice) => boolean): boolean {
  return known.length > 0 && !known.some(isSame);
}

/** Gives the reason where the launcher does not open something; what the system says may quote the address. */
async function opened(target: string, application: string | undefined): Promise<string | undefined> {
  try {
    await open(target, application);
    return undefined;
  } catch {
    return "the system refused";
  }
}

/** Gives the reason where a command does not start, or ends with an error. */
function started({ file, args, endsSoon }: Spawned): Promise<string | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve(endsSoon ? "it gave no answer in time" : undefined),
      endsSoon ? DEADLINE_MS : STARTED_AFTER_MS,
    );
    const end = (reason: string | undefined): void => {
      clearTimeout(timer);
      resolve(reason);
    };
    try {
      // It outlives the launcher's command, and nothing it prints is kept: that may be the address.
      const child = spawn(file, args, { detached: true, stdio: "ignore" });
      child.once("error", (error) => end(errorCode(error)));
      child.once("exit", (code, signal) => {
        if (code === 0) end(undefined);
        else end(code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`);
      });
      child.unref();
    } catch (error) {
      end(errorCode(error));
    }
  });
}

/** The code alone: the message of an error may quote the arguments. */
function errorCode(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^[A-Z][A-Z0-9_]*$/.test(code) ? code : "unknown error";
}
