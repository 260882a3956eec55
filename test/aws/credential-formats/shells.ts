import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A shell as its user has it in front of them, but for their settings. */
export interface Shell {
  readonly title: string;
  readonly program: "bash" | "zsh" | "fish";
  readonly args: readonly string[];
}

export const BASH: Shell = { title: "bash", program: "bash", args: ["--norc", "--noprofile", "--noediting", "-i"] };
export const ZSH: Shell = { title: "zsh", program: "zsh", args: ["-f", "-i"] };
/** With the option that changes what quotes mean. */
export const ZSH_RC_QUOTES: Shell = {
  title: "zsh with RC_QUOTES",
  program: "zsh",
  args: ["-f", "-i", "-o", "rcquotes"],
};
/** Not interactive, for which fish wants a terminal; its quotes are the same. */
export const FISH: Shell = { title: "fish", program: "fish", args: [] };

/** What a program that a shell starts behind these lines finds in its environment, of AWS's variables. */
export function environmentAfter(shell: Shell, lines: string): Record<string, string> {
  const variables = run(shell, `${lines}\nenv -0\n`).filter((variable) => variable.startsWith("AWS_"));
  return Object.fromEntries(
    variables.map((variable) => {
      const [name = ""] = variable.split("=", 1);
      return [name, variable.slice(name.length + 1)];
    }),
  );
}

/** The words that a shell makes of a part of a command line. */
export function wordsOf(shell: Shell, text: string): string[] {
  // What stands before the first word and behind the last may hold a prompt.
  return run(shell, `env printf '%s\\0' first ${text}\n`).slice(1, -1);
}

/** Gives lines to a shell as if they were typed; returns what is printed between zero bytes. */
function run({ program, args }: Shell, lines: string): string[] {
  const home = mkdtempSync(path.join(tmpdir(), "role-chains-shell-"));
  const file = path.join(home, "lines");
  writeFileSync(file, lines);
  // Not `input`, which gives the shell a socket: fish reads none.
  const stdin = openSync(file, "r");
  try {
    const { stdout } = spawnSync(program, args, {
      stdio: [stdin, "pipe", "pipe"],
      env: { HOME: home, PATH: "/usr/bin:/bin", TERM: "dumb" },
      encoding: "utf8",
    });
    return stdout.split("\0");
  } finally {
    closeSync(stdin);
    rmSync(home, { recursive: true });
  }
}
