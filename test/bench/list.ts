import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import * as v from "valibot";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { sessionKeys } from "../../src/aws/chain/resolve/session-key";
import { Secret } from "../../src/aws/secret";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { configOf } from "../aws/config-of";
import { AwsCli } from "../aws-double/aws-cli";
import { extension } from "../host/manifest";
import { memoryStorage } from "../memory-storage";
import { missingTools } from "../required-tools";
import { bundleCommand } from "./command-bundle";
import { manyProfiles } from "./many-profiles";
import { median } from "./median";

const COMMAND = "open-aws-console";
const PROFILES = 2_000;
const SESSIONS = 200;
const TYPED = ["p", "pr", "pro", "prod"];
const RUNS = 7;
const FIRST_ROW_TARGET_MS = 150;
const KEYSTROKE_TARGET_MS = 30;

const Drawn = v.object({
  ms: v.number(),
  /** Rows that were drawn. */
  rows: v.number(),
  /** Rows that the user sees, of those. */
  shown: v.number(),
  /** Of all commits together. */
  bytes: v.number(),
  commits: v.number(),
});
type Drawn = v.InferOutput<typeof Drawn>;

const Run = v.object({
  start: v.number(),
  loaded: v.number(),
  first: Drawn,
  last: Drawn,
  keystrokes: v.array(v.object({ text: v.string(), ...Drawn.entries })),
  atOnce: Drawn,
});
type Run = v.InferOutput<typeof Run>;

/**
 * Time from the start of the command to its first row, and from a key to what it finds, in a list of many
 * profiles, with what React has drawn by then and how much of it went to the launcher as JSON. Each run is a process of
 * its own, in which the command's bundle draws into a tree, as in the launcher's worker. Compared to node's own start, to
 * as many rows at once without anything to compute, and to the AWS CLI, which only lists the names.
 */
export async function benchList(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-bench-"));
  const config = manyProfiles(PROFILES);
  const script = await prepare(folder, config);
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await runOnce(folder, script));
  await rm(folder, { recursive: true });

  const row = (what: string, drawn: (run: Run) => Drawn | undefined, targetMs?: number) => {
    const all = runs.flatMap((run) => drawn(run) ?? []);
    const { rows, shown, bytes, commits } = all[0] ?? {};
    return {
      [`${PROFILES} profiles`]: what,
      ms: round(median(all.map(({ ms }) => ms))),
      ...(targetMs !== undefined && { "target ms": targetMs }),
      "rows drawn": rows,
      "rows shown": shown,
      commits,
      "kB to the launcher": Math.round((bytes ?? 0) / 1000),
    };
  };
  const time = (what: string, ms: number) => ({ [`${PROFILES} profiles`]: what, ms: round(ms) });
  const hasCli = missingTools("the comparison with the AWS CLI", "aws").length === 0;
  console.table([
    time("node's own start, with React and the host", median(runs.map(({ start }) => start))),
    time("command's bundle loaded", median(runs.map(({ loaded }) => loaded))),
    row("first row", ({ first }) => first, FIRST_ROW_TARGET_MS),
    row("all that is drawn before a key", ({ last }) => last),
    ...TYPED.map((text, index) => row(`key: ${text}`, ({ keystrokes }) => keystrokes[index], KEYSTROKE_TARGET_MS)),
    row("compare: its first row, as often, at once", ({ atOnce }) => atOnce),
    ...(hasCli ? [time("compare: aws configure list-profiles", await cliMs(config))] : []),
  ]);
}

/** Writes what the processes share into a folder: bundles, config and sessions. */
async function prepare(folder: string, config: string): Promise<string> {
  await mkdir(path.join(folder, ".aws"));
  await writeFile(path.join(folder, ".aws", "config"), config);
  await writeFile(path.join(folder, "storage.json"), JSON.stringify(await storedSessions(config)));
  await writeFile(path.join(folder, "command.js"), (await bundleCommand(COMMAND)).text);
  const script = path.join(folder, "script.cjs");
  await build({
    entryPoints: [path.join(__dirname, "list-script.ts")],
    outfile: script,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
  return script;
}

/** The launcher's storage with sessions of the first chains, a hop each, of which some end sooner than others. */
async function storedSessions(text: string): Promise<Readonly<Record<string, unknown>>> {
  const config = configOf(text);
  const keys = new Set<string>();
  for (const name of config.profiles.keys()) {
    const result = planChain(config, name);
    for (const key of "plan" in result ? sessionKeys(result.plan) : []) if (keys.size < SESSIONS) keys.add(key);
  }
  const storage = memoryStorage();
  const sessions = createSessionStore(storage, () => new Date());
  for (const [index, key] of [...keys].entries()) {
    const secret = new Secret("x".repeat(40));
    const expiration = new Date(Date.now() + (30 + (index % 30)) * 60_000);
    const credentials = { accessKeyId: `ASIA${index}`, secretAccessKey: secret, sessionToken: secret, expiration };
    await sessions.write(key, { credentials, sourceProfile: "team" });
  }
  return storage.allItems();
}

async function runOnce(folder: string, script: string): Promise<Run> {
  const task = {
    bundle: path.join(folder, "command.js"),
    commandName: COMMAND,
    preferences: extension.preferenceDefaults(),
    assetsPath: extension.assetsPath,
    supportPath: path.join(folder, "support"),
    storage: path.join(folder, "storage.json"),
    typed: TYPED,
    atOnce: PROFILES,
  };
  const env = { PATH: process.env.PATH, HOME: folder, NODE_ENV: "production" };
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(task)], { env });
  return v.parse(Run, JSON.parse(stdout));
}

async function cliMs(config: string): Promise<number> {
  const cli = await AwsCli.inNewHome({ config });
  const start = performance.now();
  await cli.run(["configure", "list-profiles"]);
  const wall = performance.now() - start;
  await cli.removeHome();
  return wall;
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
