import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Readable } from "node:stream";
import { setTimeout } from "node:timers/promises";
import * as v from "valibot";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { installTerminalHost } from "../../demo/terminal-host";
import { propertySeed } from "../property-seed";
import { randomNumbers } from "../random-numbers";
import { missingTools } from "../required-tools";
import { bundleWithHostStorage } from "./bundle-with-host-storage";
import { fingerprint, plannedWrite } from "./planned-write";
import { TERMINAL_TOOLS } from "./terminal";

// The host weighs too much for a machine that cannot show it.
const canRun = missingTools("the sessions of killed commands in the terminal host", ...TERMINAL_TOOLS).length === 0;

const SEED = propertySeed();
const KILLS = 100;
const LONGEST_LIFE_MS = 60;
const LOCK_KEY = "0123456789abcdef".repeat(4);
const SLOW = { timeout: 180_000 };

const Fingerprints = v.record(v.string(), v.string());

/** A command that writes sessions, in a process of its own. */
class Writer {
  readonly #process: ChildProcessByStdio<null, Readable, null>;
  readonly #closed: Promise<unknown>;
  #output = "";

  constructor(program: string, args: readonly string[]) {
    this.#process = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.#closed = once(this.#process, "close");
    this.#process.stdout.setEncoding("utf8").on("data", (text: string) => (this.#output += text));
  }

  /** The fingerprints of the sessions that it found in the store, by key. */
  async found(): Promise<Record<string, string>> {
    const line = await vi.waitUntil(() => /^found (.*)\n/.exec(this.#output)?.[1], { timeout: 20_000, interval: 1 });
    return v.parse(Fingerprints, JSON.parse(line));
  }

  /** The numbers of the writes that it has announced. */
  wrote(): readonly number[] {
    return [...this.#output.matchAll(/^wrote (\d+)\n/gm)].map(([, number]) => Number(number));
  }

  /** Ends it as the launcher may: at once, without a word. */
  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#closed;
  }
}

describe.runIf(canRun)(`the session store, whose writers are killed at random moments (PROPERTY_SEED=${SEED})`, () => {
  let extension: string;
  let startWriter: (...args: [from: number, lockKey?: string]) => Writer;

  beforeEach(async () => {
    const host = await installTerminalHost();
    extension = await mkdtemp(path.join(tmpdir(), "role-chains-killed-"));
    onTestFinished(() => rm(extension, { recursive: true }));
    const script = path.join(extension, "session-writer.mjs");
    await bundleWithHostStorage(path.join(import.meta.dirname, "session-writer.ts"), script, host);
    startWriter = (...args) => {
      const writer = new Writer(host.bun, [script, extension, String(SEED), ...args.map(String)]);
      onTestFinished(() => writer.kill());
      return writer;
    };
  }, SLOW.timeout);

  it(`opens after each of ${KILLS}, and has lost nothing but the entry being written`, SLOW, async () => {
    const random = randomNumbers(SEED);
    const expected: Record<string, string> = {};
    let next = 0;
    let unannounced = 0;
    for (let kills = 0; kills <= KILLS; kills++) {
      const writer = startWriter(next);
      const found = await writer.found();

      // The write that was under way when the last writer was killed may be there whole, or not at all.
      const { key, session } = plannedWrite(SEED, next);
      if (found[key] === fingerprint(session)) {
        expected[key] = fingerprint(session);
        unannounced++;
      }
      expect(found).toEqual(expected);

      await setTimeout(random(LONGEST_LIFE_MS));
      await writer.kill();
      for (const number of writer.wrote()) {
        const written = plannedWrite(SEED, number);
        expected[written.key] = fingerprint(written.session);
        next = number + 1;
      }
    }
    expect(next).toBeGreaterThan(KILLS);
    console.log(
      `${next} sessions written, ${unannounced} of ${KILLS} killed writers had one written and not announced`,
    );
  });

  it("is written on by the next command when the one that has the lock is killed in the middle", SLOW, async () => {
    const owner = startWriter(0, LOCK_KEY);
    await vi.waitUntil(() => owner.wrote().length > 0, { timeout: 20_000 });
    const waiting = startWriter(1_000_000, LOCK_KEY);
    await waiting.found();
    const before = owner.wrote().length;
    await vi.waitUntil(() => owner.wrote().length > before, { timeout: 20_000 });
    expect(waiting.wrote()).toEqual([]);

    await owner.kill();
    expect(await readdir(path.join(extension, "support"))).toEqual([expect.stringContaining(LOCK_KEY)]);
    await vi.waitUntil(() => waiting.wrote().length > 0, { timeout: 20_000 });
    await waiting.kill();
    const reader = startWriter(0, LOCK_KEY);
    const found = await reader.found();
    await reader.kill();
    const last = waiting.wrote().at(-1) ?? NaN;
    const { key } = plannedWrite(SEED, last);
    const possible = [last, last + 1].map((number) => plannedWrite(SEED, number)).filter((write) => write.key === key);
    expect(possible.map(({ session }) => fingerprint(session))).toContain(found[key]);
  });
});
