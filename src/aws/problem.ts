import { type ChainProblem } from "./chain/resolve/chain-problem";
import { type OpenedRole } from "./chain/plan/chain-plan";
import { type PlanProblem } from "./chain/plan/plan-problem";
import { type SignInProblem } from "./console/sign-in-problem";
import { type UnwritableCredentials } from "./credential-formats/unwritable-credentials";
import { describeProblem } from "./describe-problem";

/** Everything that can stand between a profile and its console, one kind for each cause. Holds no secret. */
export type Problem =
  | PlanProblem
  | ChainProblem
  | SignInProblem
  | ConfigProblem
  | DestinationChanged
  | LinkOutdated
  | KeyStoreProblem
  | ConnectionProblem
  | UnwritableCredentials;

/** The config as a whole cannot be used. */
export type ConfigProblem =
  | { readonly kind: "no-config"; readonly file: string }
  | { readonly kind: "config-unreadable"; readonly file: string; readonly reason: string };

/** The files were edited since a profile was shown, and it leads to another role now. */
export interface DestinationChanged {
  readonly kind: "destination-changed";
  readonly profile: string;
  /** Where it leads now; absent where it has no role any more. */
  readonly role: OpenedRole | undefined;
}

/** A quicklink names a page or a region that its profile's console does not have. */
export interface LinkOutdated {
  readonly kind: "link-outdated";
  readonly profile: string;
  readonly place: string;
}

/** The operating system's key store does not answer, or none is supported here. */
export interface KeyStoreProblem {
  readonly kind: "key-store-unavailable";
  /** Whose key was wanted or to be stored. */
  readonly profile: string;
  readonly reason: string;
}

/** The settings of the network cannot be used, so nothing is sent. */
export type ConnectionProblem = BrokenProxy | CaBundleUnreadable;

/** What names the proxy for https calls names none. */
export interface BrokenProxy {
  readonly kind: "broken-proxy";
  /** The preference, or the environment variable of that name. */
  readonly chosenBy: "preference" | "https_proxy" | "HTTPS_PROXY" | "all_proxy" | "ALL_PROXY";
  /** Never quotes the address: it may hold a password. */
  readonly reason: string;
}

/** The file with the certificate authorities to trust gives none. */
export interface CaBundleUnreadable {
  readonly kind: "ca-bundle-unreadable";
  /** As whoever chose it wrote it. */
  readonly file: string;
  readonly reason: string;
}

/** A problem on its way to the user. Its message is the sentence they are shown; nothing else is added to it. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";

  constructor(readonly problem: Problem) {
    super(describeProblem(problem).sentence);
  }
}

/** Whether something thrown is a problem of this kind. */
export function isProblem<K extends Problem["kind"]>(
  error: unknown,
  kind: K,
): error is ProblemError & { readonly problem: Extract<Problem, { kind: K }> } {
  return error instanceof ProblemError && error.problem.kind === kind;
}
