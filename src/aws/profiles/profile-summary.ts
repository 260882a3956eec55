import { openedRole, opensWithoutMfa, roleHops } from "../chain/plan/chain-plan";
import { asksForCode } from "../chain/resolve/chain-state";
import { describeProblem } from "../describe-problem";
import { type ProfileEntry } from "./profile-list";
import { type ProfileMemory } from "./profile-memory";

/** A profile in facts that hold no secret; what does not apply is absent. */
export interface ProfileSummary {
  readonly name: string;
  readonly accountId?: string;
  /** What the user calls the account. */
  readonly accountAlias?: string;
  readonly role?: string;
  /** The roles on the way. */
  readonly hops?: number;
  readonly region?: string;
  /** Whether the user will be asked for an MFA code at the next opening. */
  readonly asksForCode?: boolean;
  /** Until when everything is made, in ISO 8601. */
  readonly sessionEnd?: string;
  /** What keeps it from being opened, in a few words. */
  readonly problem?: string;
}

/** What a list tells of a profile. */
export function profileSummary(entry: ProfileEntry, { aliases }: Pick<ProfileMemory, "aliases">): ProfileSummary {
  const { name } = entry;
  if (entry.kind === "broken") return { name, problem: describeProblem(entry.problem).title };
  const { plan, state } = entry;
  const role = openedRole(plan);
  const accountAlias = role && aliases.get(role.accountId);
  return {
    name,
    ...(role && { accountId: role.accountId, role: role.roleName }),
    ...(accountAlias !== undefined && { accountAlias }),
    hops: roleHops(plan).length,
    region: plan.region,
    asksForCode: asksForCode(state) && !opensWithoutMfa(plan),
    ...(state.expiration && { sessionEnd: state.expiration.toISOString() }),
  };
}
