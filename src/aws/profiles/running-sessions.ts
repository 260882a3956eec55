import { type ChainPlan } from "../chain/plan/chain-plan";
import { type ProfileEntry } from "./profile-list";

/** A session that lasts, with the plan that ends with it. */
export interface RunningSession {
  readonly plan: ChainPlan;
  /** Absent where nobody knows. */
  readonly end: Date | undefined;
}

/** The sessions that are kept, those that end soonest first. */
export interface RunningSessions {
  /** One for each profile whose role is assumed. */
  readonly roles: readonly RunningSession[];
  /** One for each user, however many profiles lead to it. */
  readonly users: readonly RunningSession[];
  /** The one of both that ends first. */
  readonly next: RunningSession | undefined;
}

/** The sessions of the profiles, those included that openings make anew because they are about to end. */
export function runningSessions(entries: readonly ProfileEntry[]): RunningSessions {
  const ready = entries.filter((entry) => entry.kind === "ready");
  const running = ready.flatMap(({ plan, state }) => {
    const last = plan.hops.at(-1);
    const credentials = state.stored.at(-1)?.credentials;
    return last && credentials
      ? [{ plan, last, end: credentials.expiration, accessKeyId: credentials.accessKeyId }]
      : [];
  });
  const ofUsers = running
    .filter(({ last }) => last.kind === "user-session")
    // Under its own name before that of a profile that leads to it.
    .toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
  const users = ofUsers
    .filter((one, index) => index === ofUsers.findIndex(({ accessKeyId }) => accessKeyId === one.accessKeyId))
    .toSorted(bySoonestEnd);
  const roles = running.filter(({ last }) => last.kind === "role").toSorted(bySoonestEnd);
  const [next] = [...roles, ...users].toSorted(bySoonestEnd);
  return { roles: roles.map(asSession), users: users.map(asSession), next: next && asSession(next) };
}

function asSession({ plan, end }: RunningSession): RunningSession {
  return { plan, end };
}

function isOwn({ plan }: RunningSession): boolean {
  return plan.profile === plan.source.profile;
}

function bySoonestEnd({ end: one }: RunningSession, { end: other }: RunningSession): number {
  return (one?.getTime() ?? Infinity) - (other?.getTime() ?? Infinity) || 0;
}
