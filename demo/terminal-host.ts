import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createSessionLocks } from "../src/launcher/create-session-locks";

/** What to spawn: a program and its arguments, no shell in between. */
export interface Invocation {
  command: string;
  args: string[];
}

/** Where the terminal host's two parts are installed. */
export interface TerminalHost {
  bun: string;
  cli: string;
}

const demoFolder = path.dirname(fileURLToPath(import.meta.url));
const modulesFolder = path.join(demoFolder, "node_modules");
const manifest = path.join(demoFolder, "package.json");
const installedManifest = path.join(modulesFolder, ".installed-package.json");

const POLL_MS = 500;

const terminalHost: TerminalHost = {
  bun: path.join(modulesFolder, "bun", "bin", "bun.exe"), // bun's npm package names it so on every platform
  cli: path.join(modulesFolder, "termcast", "dist", "cli.js"),
};

/**
 * Installs the terminal host (termcast on bun) under demo/node_modules, unless what demo/package.json asks for is there
 * already, or waits for whoever is at it. Says one line before it starts, because it takes a while.
 *
 * @returns the paths of bun and of termcast's command line
 * @throws when npm fails, with what npm said
 */
export async function installTerminalHost(): Promise<TerminalHost> {
  if (await haveSameText(manifest, installedManifest)) return terminalHost;

  // Several test files want the host at once.
  const locks = createSessionLocks(path.join(modulesFolder, ".install-locks"));
  for (;;) {
    const release = await locks.tryAcquire("terminal-host");
    if (release) return install().finally(release);
    await setTimeout(POLL_MS);
  }
}

async function install(): Promise<TerminalHost> {
  if (await haveSameText(manifest, installedManifest)) return terminalHost;

  process.stderr.write(
    "Installing the terminal host into demo/node_modules: 590 MB, about half a minute, only once …\n",
  );
  // Without install scripts: one of them compiles, for minutes, a module that only Node would need. Bun's own is needed.
  await npm("install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");
  await npm("rebuild", "bun", "--ignore-scripts=false");
  // Written last, so that an interrupted install is not taken for a finished one.
  await copyFile(manifest, installedManifest);
  return terminalHost;
}

/**
 * How to run an extension in the installed host.
 *
 * @param extensionFolder holds package.json, src/, assets/ and node_modules/; the host writes its bundle and its
 *   LocalStorage into `.termcast-bundle/` there
 * @param commandName starts this command at once, instead of the list of commands
 */
export function terminalHostCommand(extensionFolder: string, commandName?: string): Invocation {
  const args = [terminalHost.cli, "dev", path.resolve(extensionFolder)];
  return { command: terminalHost.bun, args: commandName === undefined ? args : [...args, commandName] };
}

async function haveSameText(expected: string, actual: string): Promise<boolean> {
  const [expectedText, actualText] = await Promise.all([
    readFile(expected, "utf8"),
    readFile(actual, "utf8").catch(() => undefined),
  ]);
  return expectedText === actualText;
}

async function npm(...args: string[]): Promise<void> {
  const child = spawn("npm", args, { cwd: demoFolder, stdio: ["ignore", "ignore", "pipe"] });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const [code]: (number | null)[] = await once(child, "close");
  if (code !== 0) throw new Error(`npm ${args.join(" ")} failed in demo/ (exit code ${code}):\n${complaints}`);
}
