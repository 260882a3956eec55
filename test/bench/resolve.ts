import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { build } from "esbuild";
import { articleConfig } from "../aws/article-config";
import { startAwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";
import { median } from "./median";

interface Opening {
  readonly what: string;
  /** Profiles that are opened before the clock starts. */
  readonly before: readonly string[];
  readonly isConnected: boolean;
  /** The fewest calls that AWS's protocol allows: one a session that is missing, and the sign-in. */
  readonly minimum: number;
  readonly targetMs: number;
}

const OPENINGS: readonly Opening[] = [
  { what: "cold, code typed before the SDK is loaded", before: [], isConnected: false, minimum: 4, targetMs: 60 },
  { what: "cold, code typed into the form", before: [], isConnected: true, minimum: 4, targetMs: 60 },
  { what: "after demo-role1", before: ["demo-role1"], isConnected: false, minimum: 2, targetMs: 15 },
  { what: "fully warm", before: ["demo-role2"], isConnected: false, minimum: 1, targetMs: 15 },
];
const ASSETS = path.join(__dirname, "..", "..", "assets");
const LATENCY_MS = 100;
const RUNS = 7;

/**
 * Calls and wall time of opening demo-role2, from the plan to the sign-in URL, code in hand, on a stand-in that adds
 * latency to each call. Compared to the fewest calls that the protocol allows, and to the time which these would spend on
 * the way if nothing else took any. Each run is a bundled process of its own, with the locks of the launcher's commands.
 */
export async function benchResolve(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-bench-"));
  const script = path.join(folder, "open.cjs");
  const entry = path.join(__dirname, "open-script.ts");
  const common = { bundle: true, minify: true, platform: "node", target: "node22", logLevel: "error" } as const;
  await build({ entryPoints: [entry], outfile: script, ...common });

  const rows: Record<string, string | number>[] = [];
  for (const opening of OPENINGS) rows.push(await measure(opening, script, folder));
  await rm(folder, { recursive: true });
  console.table(rows);
}

async function measure(opening: Opening, script: string, folder: string): Promise<Record<string, string | number>> {
  const { what, minimum, targetMs } = opening;
  const measured: Measurement[] = [];
  for (let run = 0; run < RUNS; run++) measured.push(await measureOnce(opening, script, path.join(folder, "locks")));
  const wall = median(measured.map(({ wall }) => wall));
  return {
    "demo-role2": what,
    calls: Math.max(...measured.map(({ calls }) => calls)),
    "fewest calls": minimum,
    connections: Math.max(...measured.map(({ connections }) => connections)),
    "wall ms": round(wall),
    "pure latency ms": minimum * LATENCY_MS,
    "own ms": round(wall - minimum * LATENCY_MS),
    "target own ms": targetMs,
  };
}

interface Measurement {
  readonly wall: number;
  readonly calls: number;
  /** All that were opened, before the clock started too. */
  readonly connections: number;
}

async function measureOnce({ before, isConnected }: Opening, script: string, locks: string): Promise<Measurement> {
  const double = await startAwsDouble();
  const code = double.mfaCode(demoUser.mfaSerial);
  const task = { url: double.url, config: articleConfig, code, before, isConnected, locks, assets: ASSETS };
  const child = spawn(process.execPath, [script, JSON.stringify(task)], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();

  const callsBefore = double.calls.length;
  double.latency = LATENCY_MS;
  child.stdin.write("go\n");
  const { value: wall } = await lines.next();
  await once(child, "close");
  const calls = double.calls.length - callsBefore;
  await double.close();
  return { wall: Number(wall), calls, connections: double.connections };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
