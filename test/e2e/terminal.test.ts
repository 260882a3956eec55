import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pngSize } from "../png-size";
import { missingTools } from "../required-tools";
import { openTerminal, type Terminal, TERMINAL_TOOLS } from "./terminal";
import { PICTURE_TOOLS } from "./terminal-picture";

const noTerminal = missingTools("driving a terminal", ...TERMINAL_TOOLS).length > 0;
const noPicture = missingTools("pictures of a terminal", ...TERMINAL_TOOLS, ...PICTURE_TOOLS).length > 0;

describe.skipIf(noTerminal)("a terminal", () => {
  let folder: string;
  let terminal: Terminal | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "terminal-test-"));
  });

  afterEach(async () => {
    await terminal?.close();
    terminal = undefined;
    await rm(folder, { recursive: true, force: true });
  });

  async function open(script: string, env: NodeJS.ProcessEnv = {}): Promise<Terminal> {
    terminal = await openTerminal({
      command: process.execPath,
      args: ["-e", script],
      env: { ...process.env, ...env },
      cwd: folder,
      columns: 60,
      rows: 8,
    });
    return terminal;
  }

  it("gives the program its size, folder and environment", async () => {
    const shell = await open(
      "console.log(process.stdout.columns + 'x' + process.stdout.rows, process.env.GREETING); console.log(process.cwd())",
      { GREETING: "hello;" },
    );
    expect(await shell.waitFor("terminal-test-")).toMatch(/^60x8 hello;\n/);
  });

  it("types, presses and pastes", async () => {
    const echo = await open(`
      process.stdin.setRawMode(true);
      process.stdin.on("data", (data) => console.log(JSON.stringify(String(data))));
      console.log("ready");
    `);
    await echo.waitFor("ready");
    await echo.type("a;");
    await echo.press("Escape");
    await echo.paste("123456;");
    expect(await echo.waitFor("123456;")).toBe('ready\n"a"\n";"\n"\\u001b"\n"123456;"');
  });

  it("says what was on the screen when it waited in vain", async () => {
    const idle = await open("console.log('only this'); setInterval(() => {}, 1000)");
    await idle.waitFor(/only\s+this/);
    await expect(idle.waitFor("something else", 200)).rejects.toThrow(/something else within 200 ms[^]*only this/);
  });

  it("does not wait for a program that has ended", async () => {
    const ended = await open("console.log('last words')");
    await expect(ended.waitFor("more")).rejects.toThrow(/ended before the screen showed more[^]*last words/);
  });

  it("ends the program when it closes, even one that ignores signals", { timeout: 20_000 }, async () => {
    const stubborn = await open(
      "process.on('SIGHUP', () => {}); console.log(process.pid); setInterval(() => {}, 1000)",
    );
    const pid = Number(/\d+/.exec(await stubborn.waitFor(/\d+/))?.[0]);
    await stubborn.close();
    // A killed process can be seen until its parent has taken note.
    await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow("ESRCH"), 5_000);
  });

  it.skipIf(noPicture)("takes a picture", { timeout: 30_000 }, async () => {
    const coloured = await open("console.log('\\u001b[38;2;255;170;21m┌──┐\\n└──┘')");
    await coloured.waitFor("└──┘");
    const file = path.join(folder, "picture.png");
    await coloured.picture(file);
    const { width, height } = pngSize(file);
    expect(width / height).toBeGreaterThan(2); // 60 columns, 8 rows
  });
});
