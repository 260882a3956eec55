import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { planChain } from "../../src/aws/chain/plan-chain";
import { type FileLocation } from "../../src/aws/shared-config/file-locations";
import { readSharedConfig } from "../../src/launcher/read-shared-config";
import { AwsCli } from "../aws-double/aws-cli";
import { missingTools } from "../required-tools";
import { manyProfiles } from "./many-profiles";
import { median } from "./median";

const SIZES = [100, 1_000, 10_000];
const WARM_UP_RUNS = 15;
const RUNS = 21;
const CLI_RUNS = 3;

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

/** Reads, parses and plans everything, again and again. */
async function measurePlans(config: string): Promise<{ readonly wall: number; readonly planned: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "role-chains-bench-"));
  const location = (name: string): FileLocation => ({
    path: path.join(folder, name),
    shown: `~/.aws/${name}`,
    chosenBy: "default",
  });
  const files = { config: location("config"), credentials: location("credentials") };
  await writeFile(files.config.path, config);

  const walls: number[] = [];
  let planned = 0;
  for (let run = -WARM_UP_RUNS; run < RUNS; run++) {
    const start = performance.now();
    const shared = await readSharedConfig({ files, inheritsDefault: false });
    const results = Array.from(shared.profiles.keys(), (name) => planChain(shared, name));
    if (run >= 0) walls.push(performance.now() - start);
    planned = results.filter((result) => "plan" in result).length;
  }
  await rm(folder, { recursive: true });
  return { wall: median(walls), planned };
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
