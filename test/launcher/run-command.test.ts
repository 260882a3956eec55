import { access, chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { runCommand } from "../../src/launcher/run-command";

/** What became of a command, with its output readable. */
async function outcomeOf(command: string, deadlineMs?: number): Promise<string> {
  const outcome = await runCommand(command, deadlineMs);
  return outcome.kind === "printed" ? `printed ${outcome.output.reveal()}` : outcome.reason;
}

async function throwAwayFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-command-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

describe("a command of the config", () => {
  it.each([
    ["prints its output", "printf one", "printed one"],
    ["may use what a shell knows", "X=two; printf '%s' \"$X\" | cat", "printed two"],
    ["may complain and still print", "echo hint >&2; printf three", "printed three"],
    ["fails with its exit code", "exit 3", "it ended with exit code 3"],
    [
      "fails with the last line of its complaint",
      "echo one >&2; echo please log in >&2; exit 1",
      "it ended with exit code 1: please log in",
    ],
    ["fails without colors", "printf '\\033[31mno\\033[0m' >&2; exit 1", "it ended with exit code 1: no"],
    [
      "fails without what may be a key",
      `echo "bad ${"wJalr".repeat(10)}" >&2; exit 1`,
      "it ended with exit code 1: bad …",
    ],
    [
      "fails without what may be a token, which has dots and dashes",
      "echo token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgN-ryP >&2; exit 1",
      "it ended with exit code 1: token …",
    ],
    ["fails when it holds what no command can", "echo secret\0", "it cannot be run: ERR_INVALID_ARG_VALUE"],
    ["fails when it is longer than the system allows", `echo ${"a".repeat(200_000)}`, "it cannot be run: E2BIG"],
    ["fails when a signal ends it", "kill -9 $$", "it was ended by SIGKILL"],
    ["fails when there is no such tool", "no-such-tool-anywhere 2>/dev/null", "it ended with exit code 127"],
    ["does not wait for a terminal", "read line 2>/dev/null </dev/tty; printf done", "printed done"],
    ["has no input to wait for", "cat; printf done", "printed done"],
  ])("%s", async (_what, command, expected) => {
    expect(await outcomeOf(command)).toBe(expected);
  });

  it("that does not end is ended, with what it started", async () => {
    const late = path.join(await throwAwayFolder(), "late");
    expect(await outcomeOf(`(sleep 0.8; touch ${late}) & wait`, 200)).toBe("it did not end within 0.2 seconds");
    await setTimeout(1_000);
    await expect(access(late)).rejects.toThrow("ENOENT");
  });

  it("that prints without end is ended", async () => {
    expect(await outcomeOf("yes")).toBe("it printed more than 1 MiB");
  });

  it("that left its group and prints without end ends when nobody reads on", async () => {
    const ended = path.join(await throwAwayFolder(), "ended");
    expect(await outcomeOf(`setsid sh -c 'yes; touch ${ended}'`)).toBe("it printed more than 1 MiB");
    await vi.waitFor(() => access(ended), { timeout: 2_000 });
  });

  it("says a long complaint in short", async () => {
    const reason = await outcomeOf(`printf '%0.sab ' $(seq 200) >&2; exit 1`);
    expect(reason.length).toBeLessThan(240);
    expect(reason).toMatch(/…$/);
  });

  it("finds tools in the usual places, which a launcher's own PATH lacks", async () => {
    const home = await throwAwayFolder();
    const folder = path.join(home, ".local", "bin");
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, "my-tool"), "#!/bin/sh\nprintf found\n");
    await chmod(path.join(folder, "my-tool"), 0o755);
    vi.stubEnv("HOME", home);
    vi.stubEnv("PATH", "/usr/bin:/bin");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await outcomeOf("my-tool")).toBe("printed found");
  });
});
