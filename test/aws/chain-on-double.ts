import { setTimeout } from "node:timers/promises";
import { type ChainPlan, type Hop } from "../../src/aws/chain/plan/chain-plan";
import { type MfaPrompt } from "../../src/aws/chain/resolve/mfa-prompt";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { type Resolution } from "../../src/aws/chain/resolve/resolution";
import { resolveChain, type ResolveOptions } from "../../src/aws/chain/resolve/resolve-chain";
import { type ResolveProgress } from "../../src/aws/chain/resolve/resolve-progress";
import { type SessionLocks } from "../../src/aws/chain/resolve/session-lock";
import { type SessionStore } from "../../src/aws/chain/resolve/session-store";
import { type SpentCodes } from "../../src/aws/chain/resolve/spent-codes";
import { type ConsoleWish, type RequestedSignIn, requestSignIn } from "../../src/aws/console/request-sign-in";
import { type Credentials } from "../../src/aws/credentials";
import { ProblemError } from "../../src/aws/problem";
import { loadSharedConfig } from "../../src/aws/shared-config/load-shared-config";
import { type KeyStore } from "../../src/aws/sources/key-store";
import { type Connection } from "../../src/aws/network/connection";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { type EncryptedStorage } from "../../src/launcher/encrypted-storage";
import { createSpentCodes } from "../../src/launcher/create-spent-codes";
import { type AwsDouble } from "../aws-double/aws-double";
import { demoUser } from "../aws-double/demo-world";
import { type ConsoleFacts, visitConsole } from "../aws-double/visit-console";
import { memoryKeyStore } from "../memory-key-store";
import { memoryLocks } from "../memory-locks";
import { memoryStorage } from "../memory-storage";
import { straightConnection } from "../straight-connection";
import { CONSOLE_HOME_WISH } from "./console-home-wish";
import { portsWithoutLauncher } from "./ports-without-launcher";

/** The engine on a stand-in for AWS, with stores that live as long as this object. */
export interface ChainOnDouble {
  readonly sessions: SessionStore;
  readonly keyStore: KeyStore;
  readonly spentCodes: SpentCodes;
  /** Codes that were asked for so far. */
  readonly prompts: string[];
  /** What was announced so far. */
  readonly progress: ResolveProgress[];
  /** Hops that were announced so far. */
  readonly hops: readonly Hop[];
  /** Replaces the prompt, which answers with the device's current code. */
  mfaPrompt: MfaPrompt;
  plan(profile: string): ChainPlan;
  resolve(profile: string, options?: ResolveOptions): Promise<Credentials>;
  /** The same with what is said of it. */
  resolution(profile: string, options?: ResolveOptions): Promise<Resolution>;
  signInUrl(profile: string, wish?: Partial<ConsoleWish>): Promise<RequestedSignIn>;
  /** The whole road, to what the console shows. */
  open(profile: string, wish?: Partial<ConsoleWish>): Promise<ConsoleFacts>;
  /** The actions AWS was asked for while something ran. */
  actionsOf(run: () => Promise<unknown>): Promise<string[]>;
}

export interface ChainOnDoubleOptions {
  readonly double: AwsDouble;
  /** The text of `~/.aws/config`. */
  readonly config: string;
  /** The text of `~/.aws/credentials`. */
  readonly credentials?: string;
  /** This machine's clock; default: the stand-in's. */
  readonly now?: () => Date;
  /** The launcher's storage; default: one of its own. Those who share it are commands of one launcher. */
  readonly storage?: EncryptedStorage;
  readonly locks?: SessionLocks;
  readonly connection?: Connection;
  readonly signal?: AbortSignal;
  /** Default: the stand-in's address. Empty: AWS's own, which the connection must lead to the stand-in. */
  readonly endpoint?: string;
}

/** Puts the engine on a stand-in; the key of demo-user is in the key store. */
export function chainOnDouble(options: ChainOnDoubleOptions): ChainOnDouble {
  const { double, config, credentials, endpoint = double.url } = options;
  const { storage = memoryStorage(), locks = memoryLocks(), connection = straightConnection() } = options;
  const now = options.now ?? (() => double.clock.now());
  // Time that is made up is not waited for.
  const sleep = options.now ? setTimeout : async (milliseconds: number) => double.clock.advance(milliseconds);
  const shared = loadSharedConfig(
    {
      config: { path: "~/.aws/config", text: config },
      ...(credentials !== undefined && { credentials: { path: "~/.aws/credentials", text: credentials } }),
    },
    { variables: { AWS_ENDPOINT_URL: endpoint } },
  );

  const chain: ChainOnDouble = {
    sessions: createSessionStore(storage, now),
    keyStore: memoryKeyStore({ "demo-user": demoUser }),
    spentCodes: createSpentCodes(storage, now),
    prompts: [],
    progress: [],
    get hops() {
      return chain.progress.flatMap((step) => (step.kind === "hop" ? [step.hop] : []));
    },
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
    async resolve(profile, resolveOptions) {
      return (await chain.resolution(profile, resolveOptions)).credentials;
    },
    resolution(profile, resolveOptions) {
      const plan = chain.plan(profile);
      const { keyStore, mfaPrompt } = chain;
      return resolveChain(plan, { ...portsOf(plan), keyStore, mfaPrompt }, resolveOptions);
    },
    signInUrl(profile, wish) {
      const plan = chain.plan(profile);
      const { keyStore, mfaPrompt } = chain;
      const ports = { ...portsOf(plan), keyStore, mfaPrompt, connection: async () => connection };
      return requestSignIn(plan, { ...CONSOLE_HOME_WISH, ...wish }, ports);
    },
    async open(profile, wish) {
      const { url } = await chain.signInUrl(profile, wish);
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
  const portsOf = portsWithoutLauncher({
    config: shared,
    keyStore: chain.keyStore,
    mfaPrompt: chain.mfaPrompt,
    now,
    sleep,
    storage,
    locks,
    connection,
    ...(options.signal && { signal: options.signal }),
    onProgress: (step) => void chain.progress.push(step),
  });
  return chain;
}
