import { type ChainPlan, type Hop } from "../../src/aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../../src/aws/chain/resolve/mfa-prompt";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { resolveChain, type Reuse } from "../../src/aws/chain/resolve/resolve-chain";
import { type SessionStore } from "../../src/aws/chain/resolve/session-store";
import { consoleHome } from "../../src/aws/console/destination";
import { signIn, type SignInUrl } from "../../src/aws/console/sign-in";
import { type AccessKey, type Credentials } from "../../src/aws/credentials";
import { ProblemError } from "../../src/aws/problem";
import { Secret } from "../../src/aws/secret";
import { loadSharedConfig } from "../../src/aws/shared-config/load-shared-config";
import { type KeyStore } from "../../src/aws/sources/key-store";
import { createSts } from "../../src/aws/sts/create-sts";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { runCommand } from "../../src/launcher/run-command";
import { type AwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";
import { type ConsoleFacts, visitConsole } from "../aws-double/visit-console";
import { memoryStorage } from "../memory-storage";

/** The engine on a stand-in for AWS, with stores that live as long as this object. */
export interface ChainOnDouble {
  readonly sessions: SessionStore;
  readonly keyStore: KeyStore;
  /** Codes that were asked for so far. */
  readonly prompts: string[];
  /** Hops that were announced so far. */
  readonly hops: Hop[];
  /** Replaces the prompt, which answers with the device's current code. */
  mfaPrompt: MfaPrompt;
  plan(profile: string): ChainPlan;
  resolve(profile: string, reuse?: Reuse): Promise<Credentials>;
  signInUrl(profile: string): Promise<SignInUrl>;
  /** The whole road, to what the console shows. */
  open(profile: string): Promise<ConsoleFacts>;
  /** The actions AWS was asked for while something ran. */
  actionsOf(run: () => Promise<unknown>): Promise<string[]>;
}

export interface ChainOnDoubleOptions {
  readonly double: AwsDouble;
  /** The text of `~/.aws/config`. */
  readonly config: string;
  /** The text of `~/.aws/credentials`. */
  readonly credentials?: string;
}

/** Puts the engine on a stand-in; the key of demo-user is in the key store. */
export function chainOnDouble({ double, config, credentials }: ChainOnDoubleOptions): ChainOnDouble {
  const now = () => double.clock.now();
  const shared = loadSharedConfig(
    {
      config: { path: "~/.aws/config", text: config },
      ...(credentials !== undefined && { credentials: { path: "~/.aws/credentials", text: credentials } }),
    },
    { variables: { AWS_ENDPOINT_URL: double.url } },
  );

  const chain: ChainOnDouble = {
    sessions: createSessionStore(memoryStorage(), now),
    keyStore: memoryKeyStore({ "demo-user": demoUser }),
    prompts: [],
    hops: [],
    mfaPrompt: {
      redeemCode: ({ device }, redeem) => {
        chain.prompts.push(device.serial);
        return redeem(double.mfaCode(device.serial));
      },
    },
    plan(profile) {
      const result = planChain(shared, profile);
      if ("problem" in result) throw new ProblemError(result.problem);
      return result.plan;
    },
    resolve(profile, reuse) {
      const plan = chain.plan(profile);
      const { sessions, keyStore, mfaPrompt, hops } = chain;
      const clockOffset = now().getTime() - Date.now();
      const sts = createSts({ region: plan.region, endpoint: plan.network.stsEndpoint, clockOffset });
      const onHop = (hop: Hop) => void hops.push(hop);
      return resolveChain(plan, { config: shared, sessions, keyStore, mfaPrompt, sts, runCommand, now, onHop }, reuse);
    },
    async signInUrl(profile) {
      const plan = chain.plan(profile);
      const credentials = await chain.resolve(profile);
      return signIn({ plan, credentials, destination: consoleHome(plan), now });
    },
    async open(profile) {
      const { url } = await chain.signInUrl(profile);
      return visitConsole(url.reveal());
    },
    async actionsOf(run) {
      const before = double.calls.length;
      await run();
      return double.calls
        .slice(before)
        .filter(({ service, action }) => service === "sts" || action === "getSigninToken")
        .map(({ action }) => action);
    },
  };
  return chain;
}

function memoryKeyStore(initial: Readonly<Record<string, { accessKeyId: string; secretAccessKey: string }>>): KeyStore {
  const keys = new Map<string, AccessKey>();
  for (const [profile, { accessKeyId, secretAccessKey }] of Object.entries(initial)) {
    keys.set(profile, { accessKeyId, secretAccessKey: new Secret(secretAccessKey) });
  }
  return {
    read: async (profile) => keys.get(profile),
    write: async (profile, key) => void keys.set(profile, key),
    remove: async (profile) => void keys.delete(profile),
  };
}
