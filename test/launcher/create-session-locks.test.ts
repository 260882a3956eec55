import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createSessionLocks } from "../../src/launcher/create-session-locks";
import { withoutPrivileges } from "../without-privileges";

const KEY = createHash("sha256").update("a hop").digest("hex");
const OTHER_KEY = createHash("sha256").update("another hop").digest("hex");
/** Longer than an owner may be silent before it is taken for dead. */
const LONG_MS = 8_000;
const PATIENT = { timeout: 60_000 };

let root: string;
let script: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "role-chains-locks-"));
  await chmod(root, 0o755);
  script = path.join(root, "contender.mjs");
  await build({
    entryPoints: [path.join(import.meta.dirname, "session-lock-contender.ts")],
    outfile: script,
    bundle: true,
    platform: "node",
    format: "esm",
    logLevel: "error",
  });
});

const contenders: Contender[] = [];

afterAll(async () => {
  for (const contender of contenders) await contender.kill();
  await rm(root, { recursive: true });
});

/** The folder that locks are made in: not there yet, as when a launcher has just installed the extension. */
async function lockFolder(): Promise<string> {
  return path.join(await mkdtemp(path.join(root, "support-")), "locks");
}

/** Another command, as the launcher runs them. */
interface Contender {
  readonly output: Readable;
  readonly ended: Promise<unknown>;
  /** Ends it without any farewell. */
  kill(): unknown;
}

type StartContender = (...args: readonly string[]) => Contender;

const inProcess: StartContender = (...args) => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const contender = { output: child.stdout, ended: once(child, "close"), kill: () => child.kill("SIGKILL") };
  contenders.push(contender);
  return contender;
};

const inWorker: StartContender = (...args) => {
  const worker = new Worker(script, { argv: [...args], stdout: true });
  const contender = { output: worker.stdout, ended: once(worker, "exit"), kill: () => worker.terminate() };
  contenders.push(contender);
  return contender;
};

const COMMANDS: readonly (readonly [string, StartContender])[] = [
  ["a process", inProcess],
  ["a worker thread", inWorker],
];

describe.concurrent("the lock of a session", () => {
  it("has one owner at a time in a command too, and is free when it is released", async () => {
    const folder = await lockFolder();
    const [one, other] = [createSessionLocks(folder), createSessionLocks(folder)];
    const release = await one.tryAcquire(KEY);
    expect(release).toBeDefined();
    expect(await other.tryAcquire(KEY)).toBeUndefined();
    expect(await one.tryAcquire(KEY)).toBeUndefined();
    await release?.();
    expect(await other.tryAcquire(KEY)).toBeDefined();
  });

  it("leaves the sessions of other keys alone", async () => {
    const locks = createSessionLocks(await lockFolder());
    expect(await locks.tryAcquire(KEY)).toBeDefined();
    expect(await locks.tryAcquire(OTHER_KEY)).toBeDefined();
  });

  it("goes to one of those who ask in the same moment", PATIENT, async () => {
    const folder = await lockFolder();
    for (let round = 0; round < 20; round++) {
      const asking = Array.from({ length: 8 }, () => createSessionLocks(folder).tryAcquire(KEY));
      const owners = (await Promise.all(asking)).filter((release) => release !== undefined);
      expect(owners).toHaveLength(1);
      await Promise.all(owners.map((release) => release()));
    }
  });

  it("is released once, whatever the next owner does", async () => {
    const locks = createSessionLocks(await lockFolder());
    const release = await locks.tryAcquire(KEY);
    await release?.();
    expect(await locks.tryAcquire(KEY)).toBeDefined();
    await release?.();
    expect(await locks.tryAcquire(KEY)).toBeUndefined();
  });

  it("clears what the dead left behind a week ago, of whichever key, and nothing younger", async () => {
    const folder = await lockFolder();
    await mkdir(folder, { recursive: true });
    const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
    for (const [name, age] of [
      ["old", 8],
      ["young", 6],
    ] as const) {
      const claim = path.join(folder, `${OTHER_KEY}.${name}`);
      await writeFile(claim, "");
      await utimes(claim, days(age), days(age));
    }
    const release = await createSessionLocks(folder).tryAcquire(KEY);
    await release?.();
    expect(await readdir(folder)).toEqual([`${OTHER_KEY}.young`]);
  });

  it("leaves nothing behind", async () => {
    const folder = await lockFolder();
    const release = await createSessionLocks(folder).tryAcquire(KEY);
    expect(await readdir(folder)).toHaveLength(1);
    await release?.();
    expect(await readdir(folder)).toEqual([]);
  });

  it("is released without complaint when its folder is gone", async () => {
    const folder = await lockFolder();
    const release = await createSessionLocks(folder).tryAcquire(KEY);
    await rm(folder, { recursive: true });
    await expect(release?.()).resolves.toBeUndefined();
  });

  it("keeps two processes and two threads from counting the same number", PATIENT, async () => {
    const folder = await lockFolder();
    const counter = `${folder}.count`;
    await writeFile(counter, "0");
    const all = [inProcess, inWorker, inProcess, inWorker].map((start) => start(folder, KEY, counter, "25"));
    await Promise.all(all.map(({ ended }) => ended));
    expect(await readFile(counter, "utf8")).toBe("100");
  });

  it("keeps four processes from counting the same number", PATIENT, async () => {
    const folder = await lockFolder();
    const counter = `${folder}.count`;
    await writeFile(counter, "0");
    const all = Array.from({ length: 4 }, () => inProcess(folder, KEY, counter, "25"));
    await Promise.all(all.map(({ ended }) => ended));
    expect(await readFile(counter, "utf8")).toBe("100");
  });

  it.each(COMMANDS)("is held by %s for as long as that lives", PATIENT, async (_, start) => {
    const folder = await lockFolder();
    const owner = start(folder, KEY);
    await once(owner.output, "data");
    await setTimeout(LONG_MS);
    expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeUndefined();
    await owner.kill();
  });

  it.each(COMMANDS)("is free again when %s that had it is killed", PATIENT, async (_, start) => {
    const folder = await lockFolder();
    const owner = start(folder, KEY);
    await once(owner.output, "data");
    await owner.kill();
    await owner.ended;
    expect(await readdir(folder)).toHaveLength(1);
    const release = await vi.waitUntil(() => createSessionLocks(folder).tryAcquire(KEY), { timeout: 30_000 });
    await release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("goes to one only of those who find its owner dead in the same moment", PATIENT, async () => {
    const folder = await lockFolder();
    await mkdir(folder);
    const counter = `${folder}.count`;
    await writeFile(counter, "0");
    const dead = path.join(folder, `${KEY}.dead`);
    await writeFile(dead, "");
    await utimes(dead, 0, 0);
    const all = Array.from({ length: 4 }, () => inProcess(folder, KEY, counter, "1"));
    await Promise.all(all.map(({ ended }) => ended));
    expect(await readFile(counter, "utf8")).toBe("4");
  });

  it.each([
    ["the past, as after the machine slept", -3_600_000],
    ["the future, as after the clock was set back", 3_600_000],
  ])("stays with a living owner that was last seen in %s", PATIENT, async (_, offset) => {
    const folder = await lockFolder();
    await createSessionLocks(folder).tryAcquire(KEY);
    const then = new Date(Date.now() + offset);
    for (const claim of await readdir(folder)) await utimes(path.join(folder, claim), then, then);
    expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeUndefined();
  });

  it.each([
    ["blanks and other alphabets", "Application Support/ロール 連鎖 é"],
    ["what patterns are made of", "[a]*{b,c}?$HOME %20 'q'"],
    ["more than 100 characters", path.join("x".repeat(120), "y".repeat(120))],
  ])("may be in a folder whose name has %s", async (_, name) => {
    const folder = path.join(await lockFolder(), name);
    const release = await createSessionLocks(folder).tryAcquire(KEY);
    expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeUndefined();
    expect(await readdir(folder)).toHaveLength(1);
    await release?.();
    expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeDefined();
  });
});

describe("the lock of a session, where its folder", () => {
  it.each<[what: string, make: (folder: string) => unknown]>([
    ["cannot be made", (folder) => chmod(path.dirname(folder), 0o555)],
    ["cannot be written", (folder) => mkdir(folder, { mode: 0o555 })],
    ["cannot be read", (folder) => mkdir(folder, { mode: 0o333 })],
    ["is a file", (folder) => writeFile(folder, "")],
  ])("%s, has one owner at a time in this command at least", async (_, make) => {
    const folder = await lockFolder();
    await make(folder);
    await withoutPrivileges(async () => {
      const release = await createSessionLocks(folder).tryAcquire(KEY);
      expect(release).toBeDefined();
      expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeUndefined();
      await release?.();
      const next = await createSessionLocks(folder).tryAcquire(KEY);
      expect(next).toBeDefined();
      await release?.();
      expect(await createSessionLocks(folder).tryAcquire(KEY)).toBeUndefined();
      await next?.();
    });
  });
});
