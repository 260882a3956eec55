import { type ResolutionNote } from "../aws/chain/resolve/resolution";
import { clockTime } from "./clock-time";
import { successText } from "./success-text";

/** A session that a code has started. */
export interface StartedSession {
  /** Whose it is. */
  readonly profile: string;
  readonly until: Date | undefined;
  /** How many roles of the config open with it. */
  readonly roles: number;
  readonly notes: readonly ResolutionNote[];
}

/**
 * What a success says of a session that was started.
 *
 * @example
 * startedText(session, now); // "Session of demo-user until Thu 02:14, 3 roles open without a code"
 */
export function startedText({ profile, until, roles, notes }: StartedSession, now: Date): string {
  const facts = [
    `Session of ${profile}${until ? ` until ${clockTime(until, now)}` : ""}`,
    ...(roles === 0 ? [] : [`${roles === 1 ? "1 role opens" : `${roles} roles open`} without a code`]),
  ];
  return successText(facts.join(", "), notes);
}
