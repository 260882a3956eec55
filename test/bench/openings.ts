import { articleConfig } from "../aws/article-config";
import { type ChainOnDouble, chainOnDouble } from "../aws/chain-on-double";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { median } from "./median";

interface Opening {
  readonly what: string;
  /** Profiles that are opened before the clock starts. */
  readonly before: readonly string[];
  readonly profile: string;
  /** The fewest calls that AWS's protocol allows: one a session that is missing, and the sign-in. */
  readonly minimum: number;
}

const OPENINGS: readonly Opening[] = [
  { what: "demo-role2 cold", before: [], profile: "demo-role2", minimum: 4 },
  { what: "demo-role2 after demo-role1", before: ["demo-role1"], profile: "demo-role2", minimum: 2 },
  { what: "demo-role2 fully warm", before: ["demo-role2"], profile: "demo-role2", minimum: 1 },
];
const LATENCIES_MS = [0, 100];
const RUNS = 7;

/**
 * Calls and wall time of an opening, from the plan to the sign-in URL, code in hand, on the stand-in. Compared to the
 * fewest calls the protocol allows and to the time which these would spend on the way if nothing else took any.
 */
export async function benchOpenings(): Promise<void> {
  const rows: Record<string, string | number>[] = [];
  for (const latency of LATENCIES_MS) {
    if (rows.length === 0) {
      const [opening] = OPENINGS;
      if (opening) rows.push({ opening: `${opening.what}, SDK not loaded yet`, ...(await measure(opening, 0, 1)) });
    }
    for (const opening of OPENINGS) {
      rows.push({ opening: opening.what, ...(await measure(opening, latency, RUNS)) });
    }
  }
  console.table(rows);
}

async function measure({ before, profile, minimum }: Opening, latency: number, runs: number) {
  const walls: number[] = [];
  let calls = 0;
  for (let run = 0; run < runs; run++) {
    const double = await startAwsDouble();
    const chain = chainOnDouble({ double, config: articleConfig });
    for (const earlier of before) await chain.resolve(earlier);
    const measured = await measureOnce(chain, double, profile, latency);
    walls.push(measured.wall);
    calls = measured.calls;
    await double.close();
  }
  const wall = median(walls);
  return {
    "added ms a call": latency,
    calls,
    "fewest calls": minimum,
    "wall ms": round(wall),
    "pure latency ms": minimum * latency,
    "own ms": round(wall - minimum * latency),
  };
}

async function measureOnce(chain: ChainOnDouble, double: AwsDouble, profile: string, latency: number) {
  double.latency = latency;
  const before = double.calls.length;
  const start = performance.now();
  await chain.signInUrl(profile);
  return { wall: performance.now() - start, calls: double.calls.length - before };
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}
