import { writeSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { resolveChain } from "../../../../src/aws/chain/resolve/resolve-chain";
import { ProblemError } from "../../../../src/aws/problem";
import { loadSharedConfig } from "../../../../src/aws/shared-config/load-shared-config";
import { createSessionLocks } from "../../../../src/launcher/create-session-locks";
import { demoUser } from "../../../aws-double/demo-world";
import { fileStorage } from "../../../file-storage";
import { memoryKeyStore } from "../../../memory-key-store";
import { articleConfig } from "../../article-config";
import { portsWithoutLauncher } from "../../ports-without-launcher";

/**
 * A command that opens demo-role2 of the article's config, as a script of its own: says `ready`, opens when it is told so
 * by a line of its input, says `waiting` whenever it waits for another command, and `prompt` when it asks for a code,
 * which is the next line. It ends with `opened` and the session's access key id.
 *
 * @param support a folder that it shares with the other commands of its launcher
 */
async function main([standIn = "", support = ""]: readonly string[]): Promise<void> {
  const input = createInterface({ input: process.stdin });
  const lines = input[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | undefined> => {
    const line = await lines.next();
    return line.done ? undefined : line.value;
  };
  const config = loadSharedConfig(
    { config: { path: "~/.aws/config", text: articleConfig } },
    { variables: { AWS_ENDPOINT_URL: standIn } },
  );
  const result = planChain(config, "demo-role2");
  if ("problem" in result) throw new ProblemError(result.problem);
  const portsOf = portsWithoutLauncher({
    config,
    keyStore: memoryKeyStore({ "demo-user": demoUser }),
    storage: fileStorage(path.join(support, "storage")),
    locks: createSessionLocks(path.join(support, "locks")),
    mfaPrompt: {
      async redeemCode(_, redeem) {
        say("prompt");
        const code = await nextLine();
        if (code === undefined) throw new OpeningCancelled();
        return redeem(code);
      },
    },
    onProgress: ({ kind }) => kind === "waiting-for-command" && say("waiting"),
  });

  say("ready");
  await nextLine();
  const { credentials } = await resolveChain(result.plan, portsOf(result.plan));
  say(`opened ${credentials.accessKeyId}`);
  input.close();
}

/** At once: what was said before a kill is to be heard after it. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
