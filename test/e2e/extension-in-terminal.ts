import { appendFile, chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeDemoHome } from "../../demo/demo-home";
import { storeDemoKey } from "../../demo/demo-key";
import { hostEnvironment } from "../../demo/run-in-terminal-host";
import { stageExtension } from "../../demo/staged-extension";
import { installTerminalHost, terminalHostCommand } from "../../demo/terminal-host";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { openTerminal, type Terminal, type TerminalOptions } from "./terminal";

/** The extension as a user has it in the terminal host, in a throw-away home with the article's config. */
export interface ExtensionInTerminal {
  readonly terminal: Terminal;
  readonly double: AwsDouble;
  /** What the host handed to the browser (`xdg-open`) or the clipboard (`xclip`) last; waits for it. */
  received(program: "xdg-open" | "xclip"): Promise<string>;
  close(): Promise<void>;
}

const PROJECT = path.join(import.meta.dirname, "..", "..");
const WAIT_MS = 5_000;
const POLL_MS = 50;

/**
 * Starts a command of the extension; installs the terminal host first where that is missing.
 *
 * @param moreConfig lines that the config has below the article's
 * @param size 110 columns and 26 rows unless told
 */
export async function openExtensionInTerminal(
  command: string,
  moreConfig = "",
  size: Pick<TerminalOptions, "columns" | "rows"> = {},
): Promise<ExtensionInTerminal> {
  await installTerminalHost();
  const home = await makeDemoHome();
  await appendFile(path.join(home.folder, ".aws", "config"), moreConfig);
  const double = await startAwsDouble();
  await storeDemoKey(home.folder, path.join(PROJECT, "assets"));
  const extension = path.join(home.folder, "extension");
  await stageExtension(PROJECT, extension);
  const bin = await programsThatKeepWhatTheyGet(home.folder, {
    "xdg-open": `printf %s "$1"`,
    // Asked for what is on the clipboard, it has nothing to say.
    xclip: `case "$*" in *-o*) exit 1 ;; esac; cat`,
  });
  const terminal = await openTerminal({
    ...terminalHostCommand(extension, command),
    cwd: extension,
    rows: 26,
    ...size,
    env: {
      ...process.env,
      ...hostEnvironment(double, home.folder),
      PATH: `${bin}:${process.env.PATH}`,
      // With this set the host leaves the clipboard alone.
      VITEST: undefined,
    },
  });
  return {
    terminal,
    double,
    async received(program) {
      // The host starts such programs without waiting for them.
      for (const end = Date.now() + WAIT_MS; Date.now() < end; await sleep(POLL_MS)) {
        const text = await readFile(path.join(home.folder, `${program}.received`), "utf8").catch(() => "");
        if (text !== "") return text;
      }
      throw new Error(`The host handed nothing to ${program} within ${WAIT_MS} ms`);
    },
    async close() {
      await terminal.close();
      await double.close();
      await home.remove();
    },
  };
}

/** Puts programs into a folder that write what they get into `<name>.received` beside it, in place of a desktop's. */
async function programsThatKeepWhatTheyGet(
  folder: string,
  programs: Readonly<Record<string, string>>,
): Promise<string> {
  const bin = path.join(folder, "bin");
  await mkdir(bin);
  for (const [name, command] of Object.entries(programs)) {
    const program = path.join(bin, name);
    await writeFile(program, `#!/bin/sh\n${command} > "${path.join(folder, `${name}.received`)}"\n`);
    await chmod(program, 0o755);
  }
  return bin;
}
