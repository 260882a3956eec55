import { open } from "@raycast/api";
import { spawn } from "node:child_process";
import { type PathSurroundings } from "../../aws/shared-config/file-locations";
import { Secret } from "../../aws/secret";
import { type BrowserChoice } from "./browser-choice";
import { BrowserError } from "./browser-error";
import { ownSurroundings } from "./browser-files";
import { findProgram } from "./find-program";
import { launchCommand, type LaunchCommand } from "./launch-command";
import { readArcSpaceChoices, readProfileChoices } from "./read-profile-choices";

/** How long a browser that cannot start takes to say so. One that runs on after that has started. */
const STARTED_AFTER_MS = 1_000;

/** Long enough to answer whether Arc may be controlled, which macOS asks the first time. */
const DEADLINE_MS = 60_000;

/** What a command is made for to see whether it can be made. */
const SOME_ADDRESS = "https://console.aws.amazon.com/";

type Spawned = Extract<LaunchCommand, { readonly kind: "spawn" }>;

/**
 * Finds out whether a browser is there, so that nobody types a code for one that is not.
 *
 * @returns its program, where one is started
 * @throws BrowserError `not-installed` or `profile-gone`
 */
export async function requireBrowser(choice: BrowserChoice): Promise<string | undefined> {
  const surroundings = ownSurroundings();
  const program = "browser" in choice ? await findProgram(choice.browser, surroundings) : undefined;
  const { kind } = commandFor(new Secret(SOME_ADDRESS), choice, { platform: surroundings.platform, program });
  if (kind === "unavailable") throw new BrowserError(choice, { kind: "not-installed" });
  if (await isGone(choice, surroundings)) throw new BrowserError(choice, { kind: "profile-gone" });
  return program;
}

/**
 * Opens a secret address where the user chose. It goes to the browser as one argument, without a shell, and nowhere else;
 * like every argument it can be read by other processes while that one runs, so that the default browser and
 * applications, which the launcher opens, are the more private ones.
 *
 * @param signal aborted where the user gives up: nothing is opened then, and its reason is thrown
 * @throws BrowserError where the browser or the profile is not there, the system refuses or what starts the browser ends
 * with an error
 */
export async function openInBrowser(url: Secret, choice: BrowserChoice, signal?: AbortSignal): Promise<void> {
  const program = await requireBrowser(choice);
  const command = commandFor(url, choice, { platform: process.platform, program });
  if (command.kind === "unavailable") throw new BrowserError(choice, { kind: "not-installed" });
  signal?.throwIfAborted();
  const reason = command.kind === "open" ? await opened(command.target, command.application) : await started(command);
  if (reason !== undefined) throw new BrowserError(choice, { kind: "not-opened", reason });
}

function commandFor(url: Secret, choice: BrowserChoice, system: Parameters<typeof launchCommand>[2]): LaunchCommand {
  try {
    return launchCommand(choice, url.reveal(), system);
  } catch {
    throw new BrowserError(choice, { kind: "not-opened", reason: "its address or name cannot be passed on" });
  }
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
