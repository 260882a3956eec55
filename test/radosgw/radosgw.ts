import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { cephConf } from "./ceph-conf";
import { freePort } from "./free-port";
import { type StsCall, stsCallsIn } from "./sts-calls-in";

/** The programs that {@link startRadosgw} needs beyond those of every Debian. */
export const RADOSGW_TOOLS = ["radosgw", "ceph-mon", "ceph-osd", "ceph"];

/** A running gateway of Ceph, with a cluster of its own behind it. Empty: see `seedRadosgw`. */
export interface Radosgw {
  /** Where STS, IAM and S3 answer: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Runs `radosgw-admin` with these arguments. */
  admin(...args: readonly string[]): Promise<void>;
  /** The STS calls that were made while something ran, as the gateway logged them. */
  stsCallsOf(run: () => Promise<unknown>): Promise<readonly StsCall[]>;
  /** Stops the programs and deletes all that they left. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const COMMAND_TIMEOUT_MS = 30_000;
const LOG_TIMEOUT_MS = 10_000;
const SHOWN_LINES = 15;

/**
 * Starts Ceph's object gateway (radosgw) on free ports, with a monitor and an in-memory storage daemon, in a throw-away
 * folder. Takes about a second and 150 MB of memory; any user may do it.
 *
 * The kernel kills the three programs when this process ends, however it ends; only the folder is left behind then.
 *
 * @throws Error with the ends of the logs, where the gateway does not come up
 */
export async function startRadosgw(): Promise<Radosgw> {
  const folder = mkdtempSync(path.join(tmpdir(), "radosgw-"));
  const inFolder = (file: string): string => path.join(folder, file);
  const id = randomUUID();
  const ports = { monitor: await freePort(), gateway: await freePort() };
  const url = `http://127.0.0.1:${ports.gateway}`;
  const running = new Map<string, ChildProcess>();

  const run = async (program: string, ...args: readonly string[]): Promise<void> => {
    await promisify(execFile)(program, args, { cwd: folder, timeout: COMMAND_TIMEOUT_MS });
  };
  const start = (program: string, ...args: readonly string[]): void => {
    const output = openSync(inFolder(`${program}.log`), "a");
    const child = spawn("setpriv", ["--pdeathsig", "KILL", program, "-c", "ceph.conf", ...args, "-f"], {
      cwd: folder,
      stdio: ["ignore", output, output],
    });
    closeSync(output);
    running.set(program, child);
  };
  const stop = async (): Promise<void> => {
    const alive = [...running.values()].filter(isAlive);
    // Nothing is worth an orderly end, and a storage daemon without its monitor would wait for it.
    await Promise.all(alive.map((child) => (child.kill("SIGKILL"), once(child, "close"))));
    rmSync(folder, { recursive: true, force: true });
  };

  try {
    writeFileSync(inFolder("ceph.conf"), cephConf(id, ports));
    await makeKeyring(run);
    await run("monmaptool", "--create", "--fsid", id, "--addv", "a", `[v2:127.0.0.1:${ports.monitor}]`, "monmap");
    await run("ceph-mon", "-c", "ceph.conf", "-i", "a", "--mkfs", "--monmap", "monmap", "--keyring", "keyring");
    start("ceph-mon", "-i", "a");
    const osd = randomUUID();
    mkdirSync(inFolder("osd.0"));
    await run("ceph", "-c", "ceph.conf", "--connect-timeout", "20", "osd", "new", osd);
    await run("ceph-osd", "-c", "ceph.conf", "-i", "0", "--mkfs", "--osd-uuid", osd);
    start("ceph-osd", "-i", "0");
    start("radosgw", "-n", "client.rgw");
    await until(START_TIMEOUT_MS, "the gateway answers", () => {
      for (const [program, child] of running) if (!isAlive(child)) throw new Error(`${program} ended.`);
      return answers(url);
    });
  } catch (error) {
    const logs = ["ceph-mon.log", "mon.a.log", "ceph-osd.log", "osd.0.log", "radosgw.log", "client.rgw.log"];
    const tails = logs.map(inFolder).filter(hasText).map(tail);
    await stop();
    throw new Error(["Ceph's radosgw did not start.", head(error), ...tails].join("\n"));
  }

  /** What the gateway has logged; the log is written by a thread of its own, which a request of ours follows. */
  const stsCalls = async (): Promise<readonly StsCall[]> => {
    const mark = `/${randomUUID()}`;
    await fetch(url + mark);
    return until(LOG_TIMEOUT_MS, "the gateway has logged what it was asked", () => {
      const log = readFileSync(inFolder("client.rgw.log"), "utf8");
      return log.includes(`"GET ${mark} `) ? stsCallsIn(log) : undefined;
    });
  };

  return {
    url,
    admin: (...args) => run("radosgw-admin", "-c", "ceph.conf", ...args),
    async stsCallsOf(action) {
      const before = await stsCalls();
      await action();
      return (await stsCalls()).slice(before.length);
    },
    stop,
  };
}

/** A key for every program: with authentication switched off, the gateway hangs. */
async function makeKeyring(run: (program: string, ...args: readonly string[]) => Promise<void>): Promise<void> {
  const all = ["--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *"];
  await run("ceph-authtool", "-C", "keyring", "--gen-key", "-n", "mon.", "--cap", "mon", "allow *");
  for (const name of ["client.admin", "client.rgw", "osd.0"]) {
    await run("ceph-authtool", "keyring", "--gen-key", "-n", name, ...all);
  }
}

function isAlive({ exitCode, signalCode, pid }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

async function answers(url: string): Promise<true | undefined> {
  return fetch(url).then(
    () => true,
    () => undefined,
  );
}

/** Asks again and again until there is an answer. */
async function until<T>(timeout: number, what: string, ask: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`Waited ${timeout / 1000} seconds until ${what}, in vain.`);
    await sleep(50);
  }
}

/** A program that crashes says why in its first lines. */
function head(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n").slice(0, SHOWN_LINES).join("\n");
}

function hasText(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

function tail(file: string): string {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-SHOWN_LINES);
  return [`--- ${path.basename(file)}`, ...lines].join("\n");
}
