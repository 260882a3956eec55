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
 * Lets each session be made once, however many ask for it at the same time: those of this process share what the first
 * of them gets, its failure too; another command's is waited for until it is stored or given up, for half a minute at most.
 *
 * Sessions may want others on their way. There is no deadlock: a chain only ever wants those before it.
 */
export class SingleFlight {
  readonly #flights = new Map<string, Promise<Session>>();
  readonly #locks: SessionLocks;
  readonly #sleep: (milliseconds: number) => Promise<void>;

  constructor(locks: SessionLocks, sleep: (milliseconds: number) => Promise<void>) {
    this.#locks = locks;
    this.#sleep = sleep;
  }

  /** Finds the session, joins the one who is making it, or makes it. Rejects with what `make` throws. */
  async obtain(wanted: WantedSession): Promise<Session> {
    const found = await wanted.find();
    if (found) return found;
    const flight = this.#flights.get(wanted.key) ?? this.#lead(wanted).finally(() => this.#flights.delete(wanted.key));
    this.#flights.set(wanted.key, flight);
    return flight;
  }

  /** Waits until nobody in this process is making one of these sessions; how that ends is theirs. */
  async settle(keys: readonly string[]): Promise<void> {
    await Promise.allSettled(keys.map((key) => this.#flights.get(key)));
  }

  async #lead({ key, find, make, onWait, patience, signal }: WantedSession): Promise<Session> {
    for (let isFirst = true; patience.leftMs > 0; isFirst = false) {
      const release = await this.#locks.tryAcquire(key);
      if (release) {
        try {
          // Somebody may have stored it between the first look and the lock.
          return (await find()) ?? (await make());
        } finally {
          await release();
        }
      }
      if (isFirst) onWait();
      await this.#sleep(POLL_MS);
      patience.leftMs -= POLL_MS;
      signal?.throwIfAborted();
      const found = await find();
      if (found) return found;
    }
    return make();
  }
}
