import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { demoUser } from "./demo-world";
import { rootUser, specificationWorld } from "./specification-world";
import { getSessionToken } from "./sts-client";

const program = fileURLToPath(new URL("main.ts", import.meta.url));

function start(...args: string[]) {
  return spawn(process.execPath, ["--import", "tsx", program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
}

describe("the program", () => {
  it("prints where it listens, the demo user's key, and codes until they are used", { timeout: 20_000 }, async () => {
    const child = start("--latency", "1");
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const nextLine = async () => String((await lines.next()).value);

    const [, url = ""] = (await nextLine()).match(/^AWS stand-in: (http:\/\/127\.0\.0\.1:\d+) \(STS\)/) ?? [];
    expect(await nextLine()).toBe(`demo-user: access key ${demoUser.accessKeyId}`);
    const codeLine = new RegExp(`^${demoUser.mfaSerial}: (\\d{6})$`);
    const [, TokenCode = ""] = (await nextLine()).match(codeLine) ?? [];
    await getSessionToken({ url }, demoUser, { SerialNumber: demoUser.mfaSerial, TokenCode });
    const [, following] = (await nextLine()).match(codeLine) ?? [];
    expect(following).not.toBe(TokenCode);

    child.kill();
    await once(child, "close");
  });

  it.each([
    { args: [], logout: 400 },
    { args: ["--single-session"], logout: 200 },
  ])("with $args answers a logout with $logout", { timeout: 20_000 }, async ({ args, logout }) => {
    const child = start(...args);
    const [line] = await once(createInterface({ input: child.stdout }), "line");
    const [url = ""] = String(line).match(/http:\/\/[\d.:]+/) ?? [];
    expect((await fetch(`${url}/oauth?Action=logout`)).status).toBe(logout);

    child.kill();
    await once(child, "close");
  });

  it("prints the keys of root users", { timeout: 20_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "aws-double-"));
    const file = join(folder, "world.json");
    await writeFile(file, JSON.stringify(specificationWorld));
    const child = start("--world", file);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await lines.next();
    expect((await lines.next()).value).toBe(`root user of 111111111111: access key ${rootUser.accessKeyId}`);

    child.kill();
    await once(child, "close");
    await rm(folder, { recursive: true });
  });

  it.each([
    [["--latency", "soon"], "Not a whole number: soon. Usage: "],
    [["--world", "no-such-file.json"], "no such file"],
    [["--unknown"], "Unknown option"],
  ])("refuses %j", { timeout: 20_000 }, async (args, message) => {
    const child = start(...args);
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const [exitCode] = await once(child, "close");
    expect(stderr).toContain(message);
    expect(exitCode).toBe(1);
  });
});
