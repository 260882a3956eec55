import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { installTerminalHost } from "../../demo/terminal-host";
import { demoUser } from "../aws-double/demo-world";
import { visitConsole } from "../aws-double/visit-console";
import { wrongCode } from "../aws-double/wrong-code";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";
import { missingTools } from "../required-tools";
import { type ExtensionInTerminal, openExtensionInTerminal } from "./extension-in-terminal";
import { openTerminal, type Terminal, TERMINAL_TOOLS } from "./terminal";

const WHAT = "the story in the terminal host";
const canRun = missingTools(WHAT, ...TERMINAL_TOOLS).length === 0 && hasThrowAwayKeyStore(WHAT);
const SLOW = 60_000;

describe.runIf(canRun)("the extension in the terminal host, with the article's config", () => {
  let extension: ExtensionInTerminal;
  let terminal: Terminal;

  beforeAll(async () => {
    extension = await openExtensionInTerminal("open-aws-console");
    ({ terminal } = extension);
  }, 3 * SLOW);

  afterAll(() => extension.close());

  it("lists the profiles with account, depth and lock", { timeout: SLOW }, async () => {
    const screen = await terminal.waitFor("demo-role2", SLOW);
    expect(screen).toMatch(/demo-role1\s+222222222222 · demo-role1.*1 hop.*MFA/);
    expect(screen).toMatch(/demo-role2\s+333333333333 · demo-role2.*2 hops.*MFA/);
  });

  it("asks for a code and keeps the form with the reason when it is refused", { timeout: SLOW }, async () => {
    await terminal.type("demo-role2");
    await terminal.press("Enter");
    await terminal.waitFor("MFA Code");
    await terminal.type(wrongCode(extension.double, demoUser.mfaSerial));
    await terminal.waitFor(/used before/, SLOW);
    expect(await terminal.screen()).toContain("MFA Code");
  });

  it("opens the console of account C with one code", { timeout: SLOW }, async () => {
    const { double } = extension;
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
    expect(await visitConsole(await extension.received("xdg-open"))).toMatchObject({
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
    await terminal.waitFor("Open Console");
    await terminal.type("Copy as Bash");
    // Selected, once the search has come so far; the actions above it begin with Copy too.
    await terminal.waitFor(/›\S* Copy as Bash or Zsh/);
    await terminal.press("Enter");
    await terminal.waitFor("Copied credentials of demo-role2");
    expect(await extension.received("xclip")).toContain("export AWS_SESSION_TOKEN=");
  });
});

describe.runIf(canRun)("npm run demo, in a terminal", () => {
  it(
    "shows the commands with the device's code beside them, opens the list, and ends",
    { timeout: 3 * SLOW },
    async () => {
      await installTerminalHost();
      const terminal = await openTerminal({
        command: "npm",
        args: ["run", "--silent", "demo"],
        env: { ...process.env, VITEST: undefined },
        cwd: path.join(import.meta.dirname, "..", ".."),
      });
      onTestFinished(() => terminal.close());

      expect(await terminal.waitFor("Add Access Key", SLOW)).toMatch(/MFA code of demo-user: \d{6}\./);
      await terminal.type("Open AWS");
      await terminal.press("Enter");
      await terminal.waitFor(/demo-role2\s+333333333333 · demo-role2.*2 hops/);
      // Back to the commands, out of the search, out of the host.
      await vi.waitFor(
        async () => {
          await terminal.press("Escape");
          expect(await terminal.screen()).toContain("AWS is a stand-in at");
        },
        { timeout: SLOW, interval: 1_000 },
      );
    },
  );
});
