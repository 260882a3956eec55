import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { resolveChain } from "../../src/aws/chain/resolve/resolve-chain";
import { sessionKeys } from "../../src/aws/chain/resolve/session-key";
import { type Session } from "../../src/aws/chain/resolve/session-store";
import { type AccessKey, type Credentials } from "../../src/aws/credentials";
import { ProblemError } from "../../src/aws/problem";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { configOf } from "../aws/config-of";
import { portsWithoutLauncher } from "../aws/ports-without-launcher";
import { memoryStorage } from "../memory-storage";
import { type Radosgw } from "./radosgw";

/** The engine on Ceph's gateway, with sessions that live as long as this object. */
export interface ChainOnRadosgw {
  resolve(profile: string): Promise<Credentials>;
  /** What is stored for each hop of a profile's chain. */
  sessionsOf(profile: string): Promise<readonly (Session | undefined)[]>;
  /** Stores another session for one hop, counted from 0, of a profile's chain. */
  replaceSession(profile: string, hop: number, session: Session): Promise<void>;
}

export interface ChainOnRadosgwOptions {
  readonly gateway: Radosgw;
  /** The text of `~/.aws/config`. */
  readonly config: string;
  /** The text of `~/.aws/credentials`. */
  readonly credentials?: string | undefined;
  /** What the key store has for every profile. */
  readonly storedKey?: AccessKey | undefined;
  /** How far the engine's clock is ahead of the gateway's, in milliseconds. */
  readonly clockOffset?: number | undefined;
}

/** Puts the engine on a gateway. Codes are all zeros, since the gateway does not look at them. */
export function chainOnRadosgw(options: ChainOnRadosgwOptions): ChainOnRadosgw {
  const { gateway, storedKey, clockOffset = 0 } = options;
  const now = (): Date => new Date(Date.now() + clockOffset);
  const config = configOf(options.config, options.credentials, { variables: { AWS_ENDPOINT_URL_STS: gateway.url } });
  const storage = memoryStorage();
  const sessions = createSessionStore(storage, now);
  const portsOf = portsWithoutLauncher({
    config,
    keyStore: { read: async () => storedKey, write: async () => undefined, remove: async () => undefined },
    mfaPrompt: { redeemCode: (_, redeem) => redeem("000000") },
    now,
    storage,
  });

  const planOf = (profile: string) => {
    const result = planChain(config, profile);
    if ("problem" in result) throw new ProblemError(result.problem);
    return result.plan;
  };
  const keysOf = (profile: string): readonly string[] => sessionKeys(planOf(profile));

  return {
    async resolve(profile) {
      const plan = planOf(profile);
      return (await resolveChain(plan, portsOf(plan))).credentials;
    },
    sessionsOf: (profile) => Promise.all(keysOf(profile).map((key) => sessions.read(key))),
    async replaceSession(profile, hop, session) {
      const key = keysOf(profile)[hop];
      if (key === undefined) throw new Error(`The chain of ${profile} has no hop ${hop}.`);
      await sessions.write(key, session);
    },
  };
}
