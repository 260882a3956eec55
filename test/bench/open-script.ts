import { once } from "node:events";
import * as v from "valibot";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { resolveChain } from "../../src/aws/chain/resolve/resolve-chain";
import { requestSignIn } from "../../src/aws/console/request-sign-in";
import { Secret } from "../../src/aws/secret";
import { createSessionLocks } from "../../src/launcher/create-session-locks";
import { loadAwsSdk } from "../../src/launcher/load-aws-sdk";
import { demoUser } from "../aws-double/demo-world";
import { configOf } from "../aws/config-of";
import { CONSOLE_HOME_WISH } from "../aws/console-home-wish";
import { portsWithoutLauncher } from "../aws/ports-without-launcher";
import { straightConnection } from "../straight-connection";

const Task = v.object({
  url: v.string(),
  config: v.string(),
  code: v.string(),
  /** What is opened before the clock starts. */
  before: v.array(v.string()),
  /** Whether the form, which is shown while a code is typed, has opened the connection before the clock starts. */
  isConnected: v.boolean(),
  locks: v.string(),
  /** The folder of assets, which holds the AWS SDK. */
  assets: v.string(),
});

/**
 * Opens demo-role2, from the plan to the sign-in URL, and prints the time that it took in milliseconds. Says "ready" and
 * waits for a line before it starts the clock. A script of its own, so that it runs bundled, as a command of the
 * launcher does, and beside the stand-in.
 */
async function main([task = ""]: readonly string[]): Promise<void> {
  const {
    url,
    config: text,
    code,
    before,
    isConnected,
    locks,
    assets,
  } = v.parse(v.pipe(v.string(), v.parseJson(), Task), task);
  const config = configOf(text, undefined, { variables: { AWS_ENDPOINT_URL: url } });
  const key = { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) };
  const connection = straightConnection({}, loadAwsSdk(assets));
  const portsOf = portsWithoutLauncher({
    config,
    keyStore: { read: async () => key, write: async () => undefined, remove: async () => undefined },
    mfaPrompt: { redeemCode: (_, redeem) => redeem(code) },
    locks: createSessionLocks(locks),
    connection,
  });
  const planOf = (profile: string) => {
    const result = planChain(config, profile);
    if ("problem" in result) throw new Error(`No plan for ${profile}`);
    return result.plan;
  };

  for (const profile of before) await resolveChain(planOf(profile), portsOf(planOf(profile)));
  if (isConnected) {
    const plan = planOf("demo-role2");
    await (await portsOf(plan).sts(plan.region)).connect();
  }
  console.log("ready");
  await once(process.stdin, "data");

  const start = performance.now();
  const plan = planOf("demo-role2");
  await requestSignIn(plan, CONSOLE_HOME_WISH, { ...portsOf(plan), connection: async () => connection });
  console.log(JSON.stringify(performance.now() - start));
  process.exit();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
