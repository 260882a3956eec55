import { type Secret } from "../secret";

/** Port: runs a command line of the config in the system's shell, without a terminal. Never rejects. */
export type RunCommand = (commandLine: string) => Promise<CommandOutcome>;

export type CommandOutcome =
  /** It ended by itself with exit code 0. What it printed may be keys. */
  | { readonly kind: "printed"; readonly output: Secret }
  /** It could not be run, failed or took too long; the reason can be shown as it is. */
  | { readonly kind: "failed"; readonly reason: string };
