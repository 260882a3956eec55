import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type DemoHome, makeDemoHome } from "../../demo/demo-home";
import { storeDemoKey } from "../../demo/demo-key";
import { hostEnvironment } from "../../demo/run-in-terminal-host";
import { stageExtension } from "../../demo/staged-extension";
import { installTerminalHost, terminalHostCommand } from "../../demo/terminal-host";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";
import { visitConsole } from "../aws-double/visit-console";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";
import { missingTools } from "../required-tools";
import { openTerminal, type Terminal, TERMINAL_TOOLS } from "./terminal";

const PROJECT = path.join(import.meta.dirname, "..", "..");
const WHAT = "the story in the terminal host";
const canRun = missingTools(WHAT, ...TERMINAL_TOOLS).length === 0 && hasThrowAwayKeyStore(WHAT);
const SLOW = 60_000;

describe.runIf(canRun)("the extension in the terminal host, with the article's config", () => {
  let home: DemoHome;
  let double: AwsDouble;
  let terminal: Terminal;
  // The host starts such programs without waiting for them.
  const received = (program: string) =>
    vi.waitFor(async () => {
      const text = await readFile(path.join(home.folder, `${program}.received`), "utf8");
      expect(text).not.toBe("");
      return text;
    }, 5_000);

  beforeAll(async () => {
    await installTerminalHost();
    home = await makeDemoHome();
    double = await startAwsDouble();
    await storeDemoKey(home.folder, path.join(PROJECT, "assets"));
    const extension = path.join(home.folder, "extension");
    await stageExtension(PROJECT, extension);
    const bin = await programsThatKeepWhatTheyGet(home.folder, { "xdg-open": `printf %s "$1"`, xclip: "cat" });
    terminal = await openTerminal({
      ...terminalHostCommand(extension, "open-aws-console"),
      cwd: extension,
      env: {
        ...process.env,
        ...hostEnvironment(double, home.folder),
        PATH: `${bin}:${process.env.PATH}`,
        // With this set the host leaves the clipboard alone.
        VITEST: undefined,
      },
    });
  }, 3 * SLOW);

  afterAll(async () => {
    await terminal?.close();
    await double?.close();
    await home?.remove();
  });

  it("lists the profiles with account, depth and lock", { timeout: SLOW }, async () => {
    const screen = await terminal.waitFor("demo-role2", SLOW);
    expect(screen).toMatch(/demo-role1\s+222222222222 · demo-role1.*1 hop.*MFA/);
    expect(screen).toMatch(/demo-role2\s+333333333333 · demo-role2.*2 hops.*MFA/);
  });

  it("asks for a code and keeps the form with the reason when it is refused", { timeout: SLOW }, async () => {
    await terminal.type("demo-role2");
    await terminal.press("Enter");
    await terminal.waitFor("MFA Code");
    await terminal.type(wrongCode(double));
    await terminal.waitFor(/used before/, SLOW);
    expect(await terminal.screen()).toContain("MFA Code");
  });

  it("opens the console of account C with one code", { timeout: SLOW }, async () => {
    const callsBefore = double.calls.length;
    await terminal.press("C-u");
    await terminal.type(double.mfaCode(demoUser.mfaSerial));
    await terminal.waitFor("Opened demo-role2 in 333333333333", SLOW);

    expect(double.calls.slice(callsBefore).map(({ action }) => action)).toEqual([
      "GetSessionToken",
      "AssumeRole",
      "AssumeRole",
      "getSigninToken",
    ]);
    expect(await visitConsole(await received("xdg-open"))).toMatchObject({
      account: "333333333333",
      role: "demo-role2",
      session: "demo-role2",
      region: "ap-northeast-1",
    });
  });

  it("shows how long the session lasts, and no lock any more", { timeout: SLOW }, async () => {
    const screen = await terminal.waitFor(/demo-role2.*(59|60) min|demo-role2.*1 h/);
    expect(screen).not.toMatch(/demo-role2 .*MFA/);
  });

  it("copies temporary credentials without asking again", { timeout: SLOW }, async () => {
    await terminal.type("demo-role2");
    await terminal.press("C-k");
    await terminal.waitFor("Copy as Bash");
    await terminal.type("Copy as Bash");
    await terminal.press("Enter");
    await terminal.waitFor("Copied credentials of demo-role2");
    expect(await received("xclip")).toContain("export AWS_SESSION_TOKEN=");
  });
});

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

function wrongCode(double: AwsDouble): string {
  const right = double.mfaCode(demoUser.mfaSerial);
  return right.startsWith("0") ? `1${right.slice(1)}` : `0${right.slice(1)}`;
}
