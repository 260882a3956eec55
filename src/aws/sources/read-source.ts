import { type ChainPlan } from "../chain/plan/chain-plan";
import { unsupportedSource } from "../chain/plan/unsupported-source";
import { type AccessKey, type Credentials } from "../credentials";
import { ProblemError } from "../problem";
import { type SharedConfig } from "../shared-config/shared-config";
import { readFileKey } from "./file-key";
import { type KeyStore } from "./key-store";
import { readProcessKey } from "./process-key";
import { type RunCommand } from "./run-command";
import { readStoredKey } from "./stored-key";

/** What reading sources needs of the world. */
export interface SourcePorts {
  /** The config that the plan was made from; keys in the shared files come from it. */
  readonly config: SharedConfig;
  readonly keyStore: KeyStore;
  readonly runCommand: RunCommand;
  readonly now: () => Date;
}

/** A key with the time it ends and whose it is, where that is known. */
export type SourceKey = AccessKey & Partial<Pick<Credentials, "expiration" | "principal">>;

/**
 * Reads the key that a plan starts from.
 *
 * @throws ProblemError where there is none, or its kind of source is not supported
 */
export async function readSource(plan: ChainPlan, ports: SourcePorts): Promise<SourceKey> {
  const { source } = plan;
  switch (source.kind) {
    case "process":
      return readProcessKey(source, plan, ports.runCommand, ports.now);
    case "stored-key":
      return readStoredKey(source, plan, ports.keyStore);
    case "file-key":
      return readFileKey(source, ports.config);
    default:
      throw new ProblemError(unsupportedSource(source, plan.profile));
  }
}
