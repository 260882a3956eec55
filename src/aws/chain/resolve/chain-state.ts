import { type ChainPlan, mfaDevice, type MfaDevice } from "../plan/chain-plan";
import { isUsable, type Session } from "./session-store";

/** How much of a chain is already made. */
export interface ChainState {
  /** The last usable session of the chain and the number of hops it spares; nothing where the chain starts from its key. */
  readonly reusable: { readonly session: Session; readonly hops: number } | undefined;
  /** Until when the whole chain is made; absent where a hop is missing. */
  readonly expiration: Date | undefined;
  /** Until when the first hop is made, which is the one that takes a code; absent where it is not. */
  readonly firstExpiration: Date | undefined;
  /** The device of which the next opening needs a code. */
  readonly pendingDevice: MfaDevice | undefined;
  /** What is stored of each hop, in the order of the hops, the nearly ended included. */
  readonly stored: readonly (Session | undefined)[];
}

/** Whether a person will be asked for a code at the next opening; a command that gives it asks nobody. */
export function asksForCode({ pendingDevice }: ChainState): boolean {
  return pendingDevice !== undefined && pendingDevice.process === undefined;
}

/**
 * Compares a plan with the sessions there are: the longest usable beginning of the chain is reused.
 *
 * @param sessions one for each hop, in the order of the hops; `undefined` where none is stored
 */
export function chainState(plan: ChainPlan, sessions: readonly (Session | undefined)[], now: Date): ChainState {
  const last = sessions.findLastIndex((session) => session && isUsable(session, now));
  const session = sessions[last];
  const firstEnd = sessions[0]?.credentials.expiration;
  return {
    reusable: session && { session, hops: last + 1 },
    expiration: last === plan.hops.length - 1 ? session?.credentials.expiration : undefined,
    firstExpiration: firstEnd && firstEnd > now ? firstEnd : undefined,
    pendingDevice: last < 0 ? mfaDevice(plan) : undefined,
    stored: sessions,
  };
}
