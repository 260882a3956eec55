import { environment, LocalStorage } from "@raycast/api";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ResolvePorts } from "../aws/chain/resolve/resolve-chain";
import { type SessionStore } from "../aws/chain/resolve/session-store";
import { SingleFlight } from "../aws/chain/resolve/single-flight";
import { type SpentCodes } from "../aws/chain/resolve/spent-codes";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { type KeyStore } from "../aws/sources/key-store";
import { createAllowedWays } from "./create-allowed-ways";
import { createKeyStore } from "./create-key-store";
import { createSessionLocks } from "./create-session-locks";
import { createSessionStore } from "./create-session-store";
import { type EncryptedStorage } from "./encrypted-storage";
import { createSpentCodes } from "./create-spent-codes";
import { now } from "./now";
import { rememberDevices } from "./recent-devices";
import { regionalSts } from "./regional-sts";
import { runCommand } from "./run-command";
import { announceProfileChange } from "./profile-changes";

/** Sessions in the launcher's encrypted `LocalStorage`. */
export function sessionStore(storage: EncryptedStorage = LocalStorage): SessionStore {
  return createSessionStore(storage, now, announceProfileChange);
}

/** Long-term keys in the key store of the operating system. */
export function keyStore(): KeyStore {
  return createKeyStore(environment.assetsPath);
}

/** The codes that were sent, in `LocalStorage`. */
export function spentCodes(): SpentCodes {
  return createSpentCodes(LocalStorage, now);
}

/** One for everything that this command opens. */
let flights: SingleFlight | undefined;

/**
 * The engine's ports onto this launcher, for one plan. Nothing is loaded or opened before it is used.
 *
 * @param config the one that the plan was made from
 */
export function resolvePorts(plan: ChainPlan, config: SharedConfig, mfaPrompt: MfaPrompt): ResolvePorts {
  flights ??= new SingleFlight(createSessionLocks(path.join(environment.supportPath, "locks")), sleep);
  return {
    config,
    mfaPrompt: rememberDevices(mfaPrompt),
    keyStore: keyStore(),
    sessions: sessionStore(),
    spentCodes: spentCodes(),
    allowedWays: createAllowedWays(LocalStorage, now),
    flights,
    sts: (region) => regionalSts(region, plan.network),
    runCommand,
    sleep,
    now,
  };
}
