import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import * as v from "valibot";
import { AwsCli } from "../aws-double/aws-cli";
import { missingTools } from "../required-tools";
import { manyProfiles } from "./many-profiles";
import { median } from "./median";

const SIZES = [100, 1_000, 10_000];
const CLI_RUNS = 3;
const Measurement = v.object({ planned: v.number(), wall: v.number() });

/**
 * Time from the files on the disk to the plans of all profiles in them, which is what opening the list takes apart from
 * drawing it. Compared to the AWS CLI, which only lists their names.
 */
export async function benchConfig(): Promise<void> {
  const hasCli = missingTools("the comparison with the AWS CLI", "aws").length === 0;
  const rows: Record<string, string | number>[] = [];
  let before: { readonly size: number; readonly wall: number } | undefined;
  for (const size of SIZES) {
    const config = manyProfiles(size);
    const { wall, planned } = await measurePlans(config);
    const cli = hasCli ? await measureCli(config, size) : undefined;
    rows.push({
      profiles: size,
      "kB of config": Math.round(config.length / 1000),
      planned,
      ms: round(wall),
      "ns a profile": Math.round((wall * 1e6) / size),
      growth: before ? `×${round(wall / before.wall)} for ×${size / before.size}` : "",
      ...(cli !== undefined && {
        "aws configure list-profiles ms": Math.round(cli),
        ratio: `1 : ${Math.round(cli / wall)}`,
      }),
    });
    before = { size, wall };
  }
  console.table(rows);
}

/** Reads, parses and plans everything, as the launcher would: bundled, in a process of its own. */
async function measurePlans(config: string): Promise<v.InferOutput<typeof Measurement>> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-bench-"));
  await writeFile(path.join(folder, "config"), config);
  const outfile = path.join(folder, "plan-everything.cjs");
  const entry = path.join(__dirname, "plan-everything-script.ts");
  await build({ entryPoints: [entry], outfile, bundle: true, platform: "node", target: "node22", logLevel: "error" });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile, folder]);
  await rm(folder, { recursive: true });
  return v.parse(Measurement, JSON.parse(stdout));
}

async function measureCli(config: string, size: number): Promise<number> {
  const cli = await AwsCli.inNewHome({ config });
  const walls: number[] = [];
  for (let run = 0; run < CLI_RUNS; run++) {
    const start = performance.now();
    const { stdout, stderr } = await cli.run(["configure", "list-profiles"]);
    walls.push(performance.now() - start);
    const listed = stdout.split("\n").filter(Boolean).length;
    if (listed !== size) throw new Error(`The AWS CLI lists ${listed} of ${size} profiles. ${stderr}`);
  }
  await cli.removeHome();
  return median(walls);
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}
