import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { type FileLocation } from "../../src/aws/shared-config/file-locations";
import { readSharedConfig } from "../../src/launcher/read-shared-config";
import { median } from "./median";

const WARM_UP_RUNS = 15;
const RUNS = 21;

/**
 * Reads the two files of a folder, parses them and plans every profile, again and again. Prints how many have a plan and
 * the median of the times in milliseconds. A script of its own, so that it runs bundled and with its own memory, as a
 * command of the launcher does.
 */
async function main([folder = "."]: readonly string[]): Promise<void> {
  const location = (name: string): FileLocation => ({
    path: `${folder}/${name}`,
    shown: `~/.aws/${name}`,
    chosenBy: "default",
  });
  const files = { config: location("config"), credentials: location("credentials") };
  const walls: number[] = [];
  let planned = 0;
  for (let run = -WARM_UP_RUNS; run < RUNS; run++) {
    const start = performance.now();
    const shared = await readSharedConfig({ files });
    const results = Array.from(shared.profiles.keys(), (name) => planChain(shared, name));
    if (run >= 0) walls.push(performance.now() - start);
    planned = results.filter((result) => "plan" in result).length;
  }
  console.log(JSON.stringify({ planned, wall: median(walls) }));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
