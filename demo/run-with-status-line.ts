import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Invocation } from "./terminal-host";

export interface ProgramWithStatusLine extends Invocation {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The line to show beside the program; asked once a second. */
  readonly statusLine: () => string;
}

const INTERVAL_MS = 1_000;

const TMUX_CONFIGURATION = `
set-option -g status-style bg=yellow,fg=black
set-option -g status-left-length 100
set-option -g status-right ""
set-option -g window-status-format ""
set-option -g window-status-current-format ""
set-option -g mouse on
set-option -s extended-keys on
set-option -s escape-time 0
set-option -g default-terminal tmux-256color
`;

/**
 * Runs a full-screen program in this terminal until it ends, with a line of ours beside it: at the bottom of the screen
 * where tmux is installed, else in the title of the terminal's window.
 *
 * @throws where the program cannot be started or fails
 */
export async function runWithStatusLine(program: ProgramWithStatusLine): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-tmux-"));
  const tmux = ["-u", "-S", path.join(folder, "socket"), "-f", path.join(folder, "tmux.conf")];
  const hasTmux = await run("tmux", ["-V"]);
  const { statusLine, command, args } = program;
  const show = hasTmux
    ? () => void run("tmux", [...tmux, "set-option", "-g", "status-left", ` ${statusLine()} `])
    : () => void process.stdout.write(`\x1b]0;${statusLine()}\x07`);

  await writeFile(
    path.join(folder, "tmux.conf"),
    `${TMUX_CONFIGURATION}set-option -g status-left " ${statusLine()} "\n`,
  );
  show();
  const timer = setInterval(show, INTERVAL_MS);
  try {
    if (hasTmux) await runHere({ ...program, command: "tmux", args: [...tmux, "new-session", command, ...args] });
    else await runHere(program);
  } finally {
    clearInterval(timer);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program on this process's own terminal. */
async function runHere({ command, args, cwd, env }: Omit<ProgramWithStatusLine, "statusLine">): Promise<void> {
  // A tmux inside the user's own would refuse to start.
  const child = spawn(command, args, { cwd, env: { ...env, TMUX: undefined }, stdio: "inherit" });
  const [code]: (number | null)[] = await once(child, "close");
  if (code !== 0) throw new Error(`${command} ended with code ${code}`);
}

/** Whether a program ran and succeeded. */
function run(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => execFile(command, args, (error) => resolve(error === null)));
}
