import { type ChainPlan, isChained, isLongTerm, ROLE_DEFAULT_SECONDS, type RoleHop } from "../chain/plan/chain-plan";
import { ProblemError } from "../problem";

/** How long a console is wanted. */
export type ConsoleLength =
  /** As long as the credentials last, for they may be short on purpose. */
  | "as-credentials"
  /** As long as AWS allows without one more code. */
  | "longest"
  /** Twelve hours, whatever codes that takes. */
  | "twelve-hours";

/** What a console is opened with. */
export interface ConsolePlan {
  /** The chain to the credentials that sign-in takes. */
  readonly plan: ChainPlan;
  /** The `SessionDuration` to ask for, in seconds; absent where the console lasts as long as the credentials. */
  readonly sessionDuration: number | undefined;
}

/** The longest console session AWS gives, whatever the credentials' own end. */
const LONGEST_CONSOLE_SECONDS = 43_200;

/**
 * The way from a profile's plan to its console (IAM User Guide, "Enable custom identity broker access to the AWS console"
 * and "Compare AWS STS credentials").
 *
 * A role's credentials sign in as they are; twelve hours are allowed where its role is assumed straight with a long-term
 * key, so that for them the code goes into that call. A user's session may not sign in at all: its key is exchanged for
 * that of a federated user.
 *
 * @throws ProblemError `no-long-console` where twelve hours are wanted and AWS does not allow them
 */
export function consolePlan(plan: ChainPlan, length: ConsoleLength): ConsolePlan {
  if (length !== "twelve-hours") {
    const [first] = plan.hops;
    const isDirect = first !== undefined && directRole(plan) === first;
    const hasHours = isDirect && length === "longest";
    return { plan: ofFederatedUser(plan), sessionDuration: hasHours ? LONGEST_CONSOLE_SECONDS : undefined };
  }
  const role = directRole(plan);
  if (!role) throw new ProblemError({ kind: "no-long-console", profile: plan.profile });
  return { plan: { ...plan, hops: [role] }, sessionDuration: LONGEST_CONSOLE_SECONDS };
}

/** A chain without the duration that its last role asks for. */
export interface UnaskedDuration {
  readonly plan: ChainPlan;
  /** The role as it asks. */
  readonly asking: RoleHop;
}

/**
 * The same chain without a duration for its last role, where that is assumed by a session and asks for one: AWS documents
 * that sign-in refuses such a session (IAM User Guide, "Enable custom identity broker access to the AWS console").
 *
 * @returns nothing where no duration is asked for, or sign-in takes it
 */
export function withoutAskedDuration(plan: ChainPlan): UnaskedDuration | undefined {
  const asking = plan.hops.at(-1);
  if (!isChained(plan) || asking?.kind !== "role" || asking.durationSeconds === ROLE_DEFAULT_SECONDS) return undefined;
  const hops = [...plan.hops.slice(0, -1), { ...asking, durationSeconds: ROLE_DEFAULT_SECONDS }];
  return { plan: { ...plan, hops }, asking };
}

/** Every chain whose sessions are stored for a profile and its consoles; those of federated users are not. */
export function consolePlans(plan: ChainPlan): readonly ChainPlan[] {
  const role = directRole(plan);
  return role ? [plan, { ...plan, hops: [role] }] : [plan];
}

/** Whether a console of twelve hours can be had: for a single role that a user's own key may assume. */
export function allowsTwelveHours(plan: ChainPlan): boolean {
  return directRole(plan) !== undefined;
}

/** The only role of a chain as the long-term key itself assumes it, with the code in the call where one is needed. */
function directRole({ hops, source }: ChainPlan): RoleHop | undefined {
  if (!isLongTerm(source)) return undefined;
  const [first, second, ...more] = hops;
  if (first?.kind === "role") return second ? undefined : first;
  // Behind a user's session a role has an hour at most and loses nothing by being assumed without it.
  return second?.kind === "role" && more.length === 0 ? { ...second, device: first?.device } : undefined;
}

function ofFederatedUser(plan: ChainPlan): ChainPlan {
  const [only, ...more] = plan.hops;
  if (only?.kind !== "user-session" || more.length > 0) return plan;
  const { profile } = only;
  return { ...plan, hops: [{ kind: "federated-user", profile, durationSeconds: LONGEST_CONSOLE_SECONDS }] };
}
