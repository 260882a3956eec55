import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { startAwsDouble } from "../test/aws-double/aws-double";
import { KEY_STORE_IS_THROW_AWAY } from "../test/key-store-for-tests";
import { inThrowAwayKeyring, isKeyringAvailable } from "../test/throw-away-keyring";
import { playAutoStory } from "./auto-story";
import { makeDemoHome } from "./demo-home";
import { storeDemoKey } from "./demo-key";
import { runInTerminalHost } from "./run-in-terminal-host";

const PROJECT = path.join(__dirname, "..");
const ASSETS = path.join(PROJECT, "assets");

// Node 20 is good enough for a demo; the SDK would warn about it in the middle of the story.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

/** The try-out without launcher or AWS account: `npm run demo`, or `npm run demo -- --auto`. */
async function main(): Promise<number> {
  const isAuto = process.argv.includes("--auto") || !process.stdin.isTTY || !process.stdout.isTTY;
  const home = await makeDemoHome();
  try {
    if (!process.env[KEY_STORE_IS_THROW_AWAY] && isKeyringAvailable()) {
      return await runAgainInKeyring(path.join(home.folder, "keyring"));
    }
    const double = await startAwsDouble();
    try {
      const keyPlace = await storeDemoKey(home.folder, ASSETS);
      console.log(`AWS is a stand-in at ${double.url}; the key of demo-user is in ${keyPlace}.\n`);
      if (isAuto) await playAutoStory({ double, home: home.folder, assetsPath: ASSETS, say: console.log });
      else await runInTerminalHost({ double, home: home.folder, project: PROJECT });
      return 0;
    } finally {
      await double.close();
    }
  } finally {
    await home.remove();
  }
}

async function runAgainInKeyring(folder: string): Promise<number> {
  const { command, args } = inThrowAwayKeyring(folder, process.execPath, [
    ...process.execArgv,
    ...process.argv.slice(1),
  ]);
  const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, [KEY_STORE_IS_THROW_AWAY]: "1" } });
  const [code]: (number | null)[] = await once(child, "close");
  return code ?? 1;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
