import { environment, LocalStorage } from "@raycast/api";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ResolvePorts } from "../aws/chain/resolve/resolve-chain";
import { type SessionStore } from "../aws/chain/resolve/session-store";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { type KeyStore } from "../aws/sources/key-store";
import { createSts } from "../aws/sts/create-sts";
import { createKeyStore } from "./create-key-store";
import { runCommand } from "./run-command";
import { announceSessionChange } from "./session-changes";
import { createSessionStore } from "./create-session-store";

/** What an action on a profile needs beside its plan. */
export interface ChainContext {
  readonly config: SharedConfig;
  readonly mfaPrompt: MfaPrompt;
}

export function now(): Date {
  return new Date();
}

/** Sessions in the launcher's encrypted `LocalStorage`. */
export function sessionStore(): SessionStore {
  return createSessionStore(LocalStorage, now, announceSessionChange);
}

/** Long-term keys in the key store of the operating system. */
export function keyStore(): KeyStore {
  return createKeyStore(environment.assetsPath);
}

/** The engine's ports onto this launcher, for one plan. Nothing is loaded or opened before it is used. */
export function resolvePorts({ region, network }: ChainPlan, { config, mfaPrompt }: ChainContext): ResolvePorts {
  return {
    config,
    mfaPrompt,
    keyStore: keyStore(),
    sessions: sessionStore(),
    sts: createSts({
      region,
      endpoint: network.stsEndpoint,
      useFips: network.useFips,
      useDualStack: network.useDualStack,
    }),
    runCommand,
    now,
  };
}
