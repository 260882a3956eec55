import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingTools } from "./required-tools";
import { KEYRING_TOOLS, inThrowAwayKeyring } from "./throw-away-keyring";

const run = promisify(execFile);
const addon = fileURLToPath(
  new URL(`../assets/native/${process.platform}-${process.arch}/keytar.node`, import.meta.url),
);

// In a process of its own, as the key store is that of the process's D-Bus session.
const KEYTAR = `
const keytar = require(${JSON.stringify(addon)});
const [operation, ...args] = process.argv.slice(1);
keytar[operation]("aws-role-chains-test", ...args).then((result) => console.log(JSON.stringify(result ?? null)));
`;

describe.skipIf(missingTools("a throw-away key store", ...KEYRING_TOOLS).length > 0)("a throw-away keyring", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "keyring-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function keytar(keyring: string, ...args: string[]): Promise<unknown> {
    const inside = inThrowAwayKeyring(path.join(folder, keyring), process.execPath, ["-e", KEYTAR, ...args]);
    const { stdout } = await run(inside.command, inside.args);
    return JSON.parse(stdout);
  }

  it("keeps a secret for the next process, and for nobody else", { timeout: 20_000 }, async () => {
    await keytar("one", "setPassword", "demo-user", "s3cret");

    expect(await keytar("one", "getPassword", "demo-user")).toBe("s3cret");
    expect(await keytar("two", "getPassword", "demo-user")).toBeNull();

    expect(await keytar("one", "deletePassword", "demo-user")).toBe(true);
    expect(await keytar("one", "getPassword", "demo-user")).toBeNull();
  });

  it("passes on the command's exit code, output and surroundings", async () => {
    const { command, args } = inThrowAwayKeyring(path.join(folder, "one"), process.execPath, [
      "-e",
      "console.log(process.argv[1], process.env.XDG_RUNTIME_DIR ?? 'none'); process.exitCode = 7",
      "two words",
    ]);
    await expect(run(command, args, { env: { PATH: process.env["PATH"] } })).rejects.toMatchObject({
      code: 7,
      stdout: "two words none\n",
      stderr: "",
    });
  });

  it("leaves no daemon behind when the command is killed", { timeout: 20_000 }, async () => {
    const { command, args } = inThrowAwayKeyring(path.join(folder, "one"), process.execPath, [
      "-e",
      "console.log(process.env.DBUS_SESSION_BUS_ADDRESS); process.kill(process.pid, 'SIGKILL')",
    ]);
    const failure: unknown = await run(command, args).catch((error: unknown) => error);
    expect(failure).toMatchObject({ signal: "SIGKILL", stdout: expect.stringContaining(folder) });

    await expect.poll(() => processesMentioning(folder), { timeout: 5_000 }).toEqual("");
  });
});

async function processesMentioning(text: string): Promise<string> {
  const { stdout } = await run("ps", ["-eo", "args"]);
  return stdout
    .split("\n")
    .filter((line) => line.includes(text))
    .join("\n");
}
