import { parseArgs } from "node:util";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { demoWorld } from "./demo-world";
import { type World } from "./world";
import { readWorldFile } from "./world-file";

const USAGE = "Usage: npx tsx test/aws-double/main.ts [--port N] [--world file.json] [--latency ms] [--single-session]";

/** Runs the stand-in until it is interrupted and prints how to use it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string" },
      world: { type: "string" },
      latency: { type: "string" },
      "single-session": { type: "boolean" },
    },
  });
  const world = values.world === undefined ? demoWorld : await readWorldFile(values.world);
  const double = await startAwsDouble({
    world,
    port: wholeNumber(values.port ?? "0"),
    latency: wholeNumber(values.latency ?? "0"),
    multiSession: !values["single-session"],
  });
  console.log(`AWS stand-in: ${double.url} (STS), ${double.url}/federation (sign-in)`);
  for (const { id, rootKeys = [] } of world.accounts) {
    for (const { accessKeyId } of rootKeys) console.log(`root user of ${id}: access key ${accessKeyId}`);
  }
  for (const user of usersOf(world)) console.log(`${user.name}: access key ${user.keyIds.join(", ")}`);
  showCodes(double);
}

function usersOf({ accounts }: World) {
  return accounts
    .flatMap(({ users = [] }) => users)
    .map(({ name, accessKeys, mfaDevices = [] }) => ({
      name,
      keyIds: accessKeys.map(({ accessKeyId }) => accessKeyId),
      serials: mfaDevices.map(({ serialNumber }) => serialNumber),
    }));
}

/** Prints the code of every device, and again whenever time or use has changed it. */
function showCodes(double: AwsDouble): void {
  const shown = new Map<string, string>();
  const show = () => {
    for (const serial of usersOf(double.world).flatMap(({ serials }) => serials)) {
      const code = nextCode(double, serial);
      if (shown.get(serial) !== code) console.log(`${serial}: ${code}`);
      shown.set(serial, code);
    }
  };
  show();
  setInterval(show, 500);
}

function nextCode(double: AwsDouble, serial: string): string {
  try {
    return double.mfaCode(serial);
  } catch {
    return "wait for the next code";
  }
}

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`Not a whole number: ${text}. ${USAGE}`);
  return Number(text);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
