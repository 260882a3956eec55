import { untilAborted } from "../../until-aborted";
import { type SessionLocks } from "./session-lock";
import { type Session } from "./session-store";

/** A session that is wanted, by those who know how to get it. */
export interface WantedSession {
  /** The key of the session store that it is filed under. */
  readonly key: string;
  /** Looks for it where others would have left it. */
  readonly find: () => Promise<Session | undefined>;
  readonly make: () => Promise<Session>;
  /** Hears that another command is making it. */
  readonly onWait: () => void;
  /** How long another command is waited for; what is waited is taken off. */
  readonly patience: Patience;
  /** Aborted where it is wanted no longer. */
  readonly signal?: AbortSignal | undefined;
}

/** What is left of somebody's patience, to be shared by all sessions that they want one after the other. */
export interface Patience {
  leftMs: number;
}

/** How often the store is asked for a session that another command is making. */
const POLL_MS = 200;
/**
 * How long another command is waited for. A call takes seconds, so one that takes longer is waiting for its user, who is
 * here now: a prompt that nobody sees must keep no one from a console.
 */
export const PATIENCE_MS = 30_000;

/**
 * Lets each session be made once, however many ask for it at the same time: those of this process share what the first of
 * them gets, its failure too; another command's is waited for until it is stored or given up, for half a minute at most.
 * Who gives up lets go at once, so that those who joined make it themselves.
 *
 * Sessions may want others on their way. There is no deadlock: a chain only ever wants those before it.
 */
export class SingleFlight {
  readonly #flights = new Map<string, Flight>();
  readonly #locks: SessionLocks;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  constructor(locks: SessionLocks, sleep: (milliseconds: number) => Promise<void>) {
    this.#locks = locks;
    this.#sleep = sleep;
  }

  /** Finds the session, joins the one who is making it, or makes it. Rejects with what `make` throws. */
  async obtain(wanted: WantedSession): Promise<Session> {
    const { key, find, signal } = wanted;
    const found = await find();
    if (found) return found;
    const joined = this.#flights.get(key);
    if (!joined) return this.#start(wanted);
    try {
      return await joined.session;
    } catch (error) {
      if (joined.signal?.aborted && !signal?.aborted) return this.obtain(wanted);
      throw error;
    }
  }

  /** Waits until nobody in this process is making one of these sessions; how that ends is theirs. */
  async settle(keys: readonly string[], wanted: Pick<WantedSession, "onWait" | "patience" | "signal">): Promise<void> {
    const { onWait, patience, signal } = wanted;
    for (let isFirst = true; keys.some((key) => this.#flights.has(key)) && patience.leftMs > 0; isFirst = false) {
      if (isFirst) onWait();
      await this.#wait(patience, signal);
    }
  }

  #start(wanted: WantedSession): Promise<Session> {
    const { key, signal } = wanted;
    const session = this.#lead(wanted).finally(() => this.#flights.delete(key));
    this.#flights.set(key, { session, signal });
    return session;
  }

  async #lead({ key, find, make, onWait, patience, signal }: WantedSession): Promise<Session> {
    for (let isFirst = true; ; isFirst = false) {
      const release = await this.#locks.tryAcquire(key);
      if (release) {
        try {
          // Somebody may have stored it between the first look and the lock.
          return (await find()) ?? (await untilAborted(make(), signal));
        } finally {
          await release();
        }
      }
      if (patience.leftMs <= 0) return untilAborted(make(), signal);
      if (isFirst) onWait();
      await this.#wait(patience, signal);
      const found = await find();
      if (found) return found;
    }
  }

  async #wait(patience: Patience, signal: AbortSignal | undefined): Promise<void> {
    await this.#sleep(POLL_MS);
    patience.leftMs -= POLL_MS;
    signal?.throwIfAborted();
  }
}

/** A session that somebody is making. */
interface Flight {
  readonly session: Promise<Session>;
  /** Of who makes it. */
  readonly signal: AbortSignal | undefined;
}
