import { type Credentials } from "../../credentials";

/** Temporary credentials and the source they come from. */
export interface Session {
  readonly credentials: Credentials;
  /** The profile whose key started the chain: when that key changes, its sessions are forgotten. */
  readonly sourceProfile: string;
}

/** Port: where sessions outlive a command. Keys are those of {@link sessionKeys}. Must be encrypted at rest. */
export interface SessionStore {
  /** A session that has not ended. One that has is removed. */
  read(key: string): Promise<Session | undefined>;
  write(key: string, session: Session): Promise<void>;
  remove(key: string): Promise<void>;
  /** Every session that has not ended, by key. The others are removed. */
  readAll(): Promise<ReadonlyMap<string, Session>>;
}

/** Keeps nothing: for what is made anew each time. */
export const NO_SESSIONS: SessionStore = {
  read: async () => undefined,
  write: async () => undefined,
  remove: async () => undefined,
  readAll: async () => new Map(),
};

/** STS calls may take a while and clocks differ, so a session this close to its end is made anew. */
export const RENEWAL_MARGIN_MS = 5 * 60 * 1000;

/** Whether a session lasts long enough to be used. One without a known end is used until AWS refuses it. */
export function isUsable({ credentials }: Session, now: Date): boolean {
  return !credentials.expiration || credentials.expiration.getTime() - now.getTime() > RENEWAL_MARGIN_MS;
}
