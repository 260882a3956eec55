import { setTimeout as sleep } from "node:timers/promises";
import { type ChainPlan } from "../../src/aws/chain/plan/chain-plan";
import { type ResolvePorts } from "../../src/aws/chain/resolve/resolve-chain";
import { type SessionLocks } from "../../src/aws/chain/resolve/session-lock";
import { SingleFlight } from "../../src/aws/chain/resolve/single-flight";
import { createSts } from "../../src/aws/sts/create-sts";
import { type Sts } from "../../src/aws/sts/sts";
import { type Connection } from "../../src/aws/network/connection";
import { createAllowedWays } from "../../src/launcher/create-allowed-ways";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { type EncryptedStorage } from "../../src/launcher/encrypted-storage";
import { createSpentCodes } from "../../src/launcher/create-spent-codes";
import { runCommand } from "../../src/launcher/run-command";
import { memoryLocks } from "../memory-locks";
import { memoryStorage } from "../memory-storage";
import { straightConnection } from "../straight-connection";

export interface PortsOptions extends Pick<
  ResolvePorts,
  "config" | "keyStore" | "mfaPrompt" | "onProgress" | "signal"
> {
  /** The clock that the engine goes by; default: this machine's. */
  readonly now?: () => Date;
  /** How a device's next code is waited for; default: in this machine's time. Other commands are waited for in that. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** The launcher's storage; default: one of its own. Those who share it, and the locks, are commands of one launcher. */
  readonly storage?: EncryptedStorage;
  readonly locks?: SessionLocks;
  readonly connection?: Connection;
}

/** The engine's ports without a launcher, for one plan after the other. What they store lives as long as `storage`. */
export function portsWithoutLauncher(options: PortsOptions): (plan: ChainPlan) => ResolvePorts {
  const { now = () => new Date(), storage = memoryStorage(), locks = memoryLocks(), ...given } = options;
  const { connection = straightConnection() } = options;
  const common = {
    sleep,
    ...given,
    now,
    runCommand,
    sessions: createSessionStore(storage, now),
    spentCodes: createSpentCodes(storage, now),
    allowedWays: createAllowedWays(storage, now),
    flights: new SingleFlight(locks, sleep),
  };
  return ({ network: { stsEndpoint: endpoint } }) => {
    const clockOffset = now().getTime() - Date.now();
    const clients = new Map<string, Sts>();
    const sts = async (region: string): Promise<Sts> => {
      const client = clients.get(region) ?? createSts({ region, endpoint, connection, now, clockOffset });
      clients.set(region, client);
      return client;
    };
    return { ...common, sts };
  };
}
