import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { drawTerminal, type PictureLayout } from "./terminal-picture";

/** The programs that a terminal needs. */
export const TERMINAL_TOOLS = ["tmux"];

/** What runs in the terminal, and how large that is. */
export interface TerminalOptions {
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  /** 110 unless told. */
  columns?: number;
  /** 36 unless told. */
  rows?: number;
}

/** A program in a terminal that nobody sees: a test types, and reads what is on the screen. */
export interface Terminal {
  /** Types key after key, at the pace of a fast typist. */
  type(text: string): Promise<void>;
  /** Pastes, so that the program gets all at once. */
  paste(text: string): Promise<void>;
  /** Presses one key, named as tmux names it: `Enter`, `Escape`, `Tab`, `Down`, `C-k`, `C-S-c`. */
  press(key: string): Promise<void>;
  /** What is on the screen now, without blanks at line ends. */
  screen(): Promise<string>;
  /**
   * Waits until the screen shows a text, or matches a pattern.
   *
   * @returns that screen
   * @throws with the last screen, when the time (10 s unless told) is over or the program has ended
   */
  waitFor(expected: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Takes a picture of the screen as a PNG file; see {@link drawTerminal}. */
  picture(file: string, layout?: PictureLayout): Promise<void>;
  /** Ends the program and the terminal. May be called again. */
  close(): Promise<void>;
}

const PAUSE_BETWEEN_KEYS_MS = 50;
const POLL_MS = 100;
const WAIT_MS = 10_000;
const GRACE_MS = 3_000;

// The last screen of an ended program stays readable; no line of the screen is tmux's own.
const TMUX_CONFIGURATION = `
set-option -g remain-on-exit on
set-option -g remain-on-exit-format ""
set-option -g status off
set-option -s extended-keys on
set-option -s escape-time 0
set-option -s set-clipboard off
`;

const run = promisify(execFile);

/**
 * Starts a program in a tmux of its own: own socket, own configuration, the environment given and full colours. Neither a
 * running tmux nor the user's configuration is touched.
 *
 * @throws when tmux is not installed or does not start
 */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const { command, args, env, cwd, columns = 110, rows = 36 } = options;
  const folder = await mkdtemp(path.join(tmpdir(), "terminal-"));
  const configuration = path.join(folder, "tmux.conf");
  await writeFile(configuration, TMUX_CONFIGURATION);

  async function tmux(...parameters: string[]): Promise<string> {
    const { stdout } = await run(
      "tmux",
      ["-u", "-S", path.join(folder, "socket"), "-f", configuration, ...parameters.map(escapeSemicolon)],
      { env: { COLORTERM: "truecolor", ...env, TMUX: undefined }, maxBuffer: 16 * 1024 * 1024 },
    );
    return stdout;
  }

  async function program(): Promise<{ pid: number; ended: boolean }> {
    const [pid, dead] = (await tmux("display-message", "-p", "#{pane_pid} #{pane_dead}")).trim().split(" ");
    return { pid: Number(pid), ended: dead === "1" };
  }

  async function screen(): Promise<string> {
    return (await tmux("capture-pane", "-p")).replace(/ +$/gm, "").trimEnd();
  }

  async function waitFor(expected: string | RegExp, timeoutMs = WAIT_MS): Promise<string> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const { ended } = await program(); // asked before the screen is read, so that its last words count
      const shown = await screen();
      if (typeof expected === "string" ? shown.includes(expected) : shown.search(expected) >= 0) return shown;
      if (ended) throw new Error(`The program ended before the screen showed ${expected}. The last screen:\n${shown}`);
      if (Date.now() >= deadline)
        throw new Error(`The screen did not show ${expected} within ${timeoutMs} ms. The last screen:\n${shown}`);
      await sleep(POLL_MS);
    }
  }

  async function endProgram(): Promise<void> {
    const { pid, ended } = await program();
    if (ended) return;
    for (const signal of ["SIGHUP", "SIGKILL"] as const) {
      if (!signalGroup(pid, signal)) return;
      const deadline = Date.now() + GRACE_MS;
      while (Date.now() < deadline) {
        if ((await program()).ended) return;
        await sleep(POLL_MS);
      }
    }
  }

  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    try {
      await endProgram();
      await tmux("kill-server");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  try {
    // `env`, because tmux hands a single word to a shell. "-x -y" count only for a session without a client.
    const size = ["-x", String(columns), "-y", String(rows)];
    await tmux("new-session", "-d", ...size, "-c", cwd, "--", "env", command, ...args);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }

  return {
    async type(text) {
      for (const character of text) {
        await tmux("send-keys", "-l", "--", character);
        await sleep(PAUSE_BETWEEN_KEYS_MS);
      }
    },
    async paste(text) {
      await tmux("set-buffer", "--", text);
      await tmux("paste-buffer", "-p", "-d");
    },
    async press(key) {
      await tmux("send-keys", "--", key);
      await sleep(PAUSE_BETWEEN_KEYS_MS);
    },
    screen,
    waitFor,
    async picture(file, layout) {
      await drawTerminal({ ansiText: await tmux("capture-pane", "-e", "-N", "-p"), columns }, file, layout);
    },
    close: () => (closing ??= close()),
  };
}

/** tmux takes a semicolon at the end of an argument for the end of the command. */
function escapeSemicolon(argument: string): string {
  return argument.replace(/;$/, "\\;");
}

function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false; // it is gone
  }
}
