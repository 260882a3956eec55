import { readFile } from "node:fs/promises";
import path from "node:path";
import { roleHops, targetRole } from "../src/aws/chain/plan/chain-plan";
import { planChain } from "../src/aws/chain/plan/plan-chain";
import { resolveChain } from "../src/aws/chain/resolve/resolve-chain";
import { destinationUrl } from "../src/aws/console/destination";
import { signIn } from "../src/aws/console/sign-in";
import { ProblemError } from "../src/aws/problem";
import { listProfiles } from "../src/aws/profiles/profile-list";
import { fileLocations } from "../src/aws/shared-config/file-locations";
import { createKeyStore } from "../src/launcher/create-key-store";
import { readSharedConfig } from "../src/launcher/read-shared-config";
import { createSessionStore } from "../src/launcher/create-session-store";
import { portsWithoutLauncher } from "../test/aws/ports-without-launcher";
import { type AwsDouble } from "../test/aws-double/aws-double";
import { visitConsole } from "../test/aws-double/visit-console";
import { memoryStorage } from "../test/memory-storage";
import { straightConnection } from "../test/straight-connection";

export interface AutoStoryOptions {
  readonly double: AwsDouble;
  readonly home: string;
  readonly assetsPath: string;
  readonly say: (line: string) => void;
}

/**
 * Plays the demo by itself: the profiles are listed, demo-role2 is opened with one code, and once more without one.
 * Engine, stores and key are the extension's own; only the launcher's window is missing.
 *
 * @throws where the story does not end in account 333333333333
 */
export async function playAutoStory({ double, home, assetsPath, say }: AutoStoryOptions): Promise<void> {
  say(`The config, as the article has it:\n\n${await readFile(path.join(home, ".aws", "config"), "utf8")}`);

  const surroundings = { variables: { HOME: home }, platform: process.platform, fallbackHome: home };
  const config = await readSharedConfig({
    files: fileLocations({}, surroundings),
    variables: { AWS_ENDPOINT_URL: double.url },
  });
  const now = () => double.clock.now();
  const storage = memoryStorage();
  const sessions = createSessionStore(storage, now);
  const connection = straightConnection();
  const result = planChain(config, "demo-role2");
  if ("problem" in result) throw new ProblemError(result.problem);
  const { plan } = result;

  const list = async (): Promise<void> => {
    for (const entry of listProfiles(config, await sessions.readAll(), now())) {
      if (entry.kind === "broken") continue;
      const role = targetRole(entry.plan)?.role;
      const hops = roleHops(entry.plan).length;
      const columns = [
        entry.name.padEnd(14),
        (role ? `${role.accountId} ${role.roleName}` : "user").padEnd(26),
        (hops ? `${hops} hop${hops === 1 ? "" : "s"}` : "").padEnd(8),
        entry.state.pendingDevice ? "asks for a code" : "",
        entry.state.expiration ? `session until ${entry.state.expiration.toISOString()}` : "",
      ];
      say(`  ${columns.join(" ").trimEnd()}`);
    }
  };

  const ports = portsWithoutLauncher({
    config,
    keyStore: createKeyStore(assetsPath),
    now,
    storage,
    connection: connection,
    onProgress: (step) => {
      if (step.kind === "hop")
        say(step.hop.kind === "role" ? `  AssumeRole ${step.hop.role.arn}` : "  GetSessionToken");
    },
    mfaPrompt: {
      redeemCode: (request, redeem) => {
        const code = double.mfaCode(request.device.serial);
        say(`    code of ${request.device.serial}: ${code}`);
        return redeem(code);
      },
    },
  })(plan);

  const open = async (): Promise<Readonly<Record<string, string>>> => {
    const callsBefore = double.calls.length;
    const { credentials } = await resolveChain(plan, ports);
    say("  getSigninToken");
    const { url } = await signIn({
      plan,
      credentials,
      destination: destinationUrl({ kind: "home" }, plan),
      connection,
      now,
    });
    const calls = double.calls.length - callsBefore;
    say(`  ${calls} call${calls === 1 ? "" : "s"}`);
    const facts = await visitConsole(url.reveal());
    say("\nThe page that the sign-in URL leads to:\n");
    for (const [name, value] of Object.entries(facts)) say(`  ${name.padEnd(12)} ${value}`);
    return facts;
  };

  say("The profiles:\n");
  await list();
  say("\nOpening demo-role2:\n");
  const facts = await open();
  say("\nThe profiles now:\n");
  await list();
  say("\nOpening demo-role2 again:\n");
  await open();
  if (facts.account !== "333333333333") throw new Error(`The console of account ${facts.account} opened`);
}
