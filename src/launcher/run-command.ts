import { spawn } from "node:child_process";
import { homedir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { Secret } from "../aws/secret";
import { type CommandOutcome } from "../aws/sources/run-command";

/** Long enough to touch a security key or to unlock a password manager. */
const DEADLINE_MS = 60_000;
const LONGEST_OUTPUT = 1024 * 1024;
const LONGEST_COMPLAINT = 200;

/**
 * Runs a command line of the config as aws-vault and the AWS SDK for JavaScript do, in `/bin/sh` or `cmd.exe` (the AWS
 * CLI runs no shell), but without a terminal: a command that wants to ask there fails instead of waiting. A launcher
 * started from the desktop has a short `PATH`, so the usual places of tools are searched as well.
 */
export async function runCommand(commandLine: string, deadlineMs = DEADLINE_MS): Promise<CommandOutcome> {
  try {
    return await run(commandLine, deadlineMs);
  } catch (error) {
    // A NUL byte in it, or too long for the system. The message would quote the command.
    return cannotBeRun(error);
  }
}

function run(commandLine: string, deadlineMs: number): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const isWindows = process.platform === "win32";
    // A group of its own, which has no terminal and can be ended as a whole.
    const child = spawn(commandLine, {
      shell: true,
      detached: !isWindows,
      windowsHide: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, PATH: toolPath(process.env.PATH) },
    });
    // Before the streams, which are missing where the system has no more of them.
    child.on("error", (error) => end(cannotBeRun(error)));
    const printed: Buffer[] = [];
    const complained: Buffer[] = [];
    let length = 0;
    const end = (outcome: CommandOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const abort = (reason: string): void => {
      end({ kind: "failed", reason });
      if (isWindows || child.pid === undefined) child.kill();
      else killGroup(child.pid);
      // What left the group goes on printing only as long as somebody reads.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const collect = (into: Buffer[]) => (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_OUTPUT) abort("it printed more than 1 MiB");
      else into.push(chunk);
    };
    const timer = setTimeout(() => abort(`it did not end within ${deadlineMs / 1000} seconds`), deadlineMs);

    child.stdout.on("data", collect(printed));
    child.stderr.on("data", collect(complained));
    child.on("close", (code, signal) => {
      if (code === 0) end({ kind: "printed", output: new Secret(Buffer.concat(printed).toString("utf8")) });
      else end({ kind: "failed", reason: failure(code, signal, Buffer.concat(complained).toString("utf8")) });
    });
  });
}

function cannotBeRun(error: unknown): CommandOutcome {
  const name = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  return { kind: "failed", reason: `it cannot be run: ${name}` };
}

/** The exit code and the last line of what the command complained about, without what may be a key. */
function failure(code: number | null, signal: string | null, complaint: string): string {
  const lines = stripVTControlCharacters(complaint).split(/[\r\n]+/);
  const last =
    lines
      .findLast((line) => line.trim() !== "")
      ?.trim()
      .replaceAll(/[\w/+=.-]{40,}/g, "…") ?? "";
  const short = last.length > LONGEST_COMPLAINT ? `${last.slice(0, LONGEST_COMPLAINT)}…` : last;
  const end = code === null ? `it was ended by ${signal}` : `it ended with exit code ${code}`;
  return short === "" ? end : `${end}: ${short}`;
}

function toolPath(given = ""): string {
  const folders = given.split(path.delimiter).filter((folder) => folder !== "");
  if (process.platform === "win32") return folders.join(path.delimiter);
  const usual = ["/usr/local/bin", "/opt/homebrew/bin", path.join(homedir(), ".local", "bin"), "/usr/bin", "/bin"];
  return [...folders, ...usual.filter((folder) => !folders.includes(folder))].join(path.delimiter);
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}
