import { isoTimestamp, nullable, object, parseJson, pipe, safeParse, string } from "valibot";
import { type Session, type SessionStore } from "../aws/chain/resolve/session-store";
import { Secret } from "../aws/secret";
import { type EncryptedStorage } from "./encrypted-storage";

const PREFIX = "session:";

const Entry = pipe(
  string(),
  parseJson(),
  object({
    accessKeyId: string(),
    secretAccessKey: string(),
    sessionToken: string(),
    expiration: nullable(pipe(string(), isoTimestamp())),
    sourceProfile: string(),
  }),
);

/**
 * Sessions in the launcher's encrypted storage, one entry each, so that two commands never overwrite each other's.
 * An entry that cannot be read, from another version or a broken disk, counts as absent.
 *
 * @param onChange called after a session was written or removed
 */
export function createSessionStore(
  storage: EncryptedStorage,
  now: () => Date,
  onChange: () => void = () => undefined,
): SessionStore {
  /** What an item holds; one that is over or cannot be read is removed. */
  const liveOrRemoved = async (item: string, value: unknown): Promise<Session | undefined> => {
    const session = liveSession(value, now());
    if (session) return session;
    // Read once more: another command may have just written it.
    const renewed = liveSession(await storage.getItem(item), now());
    // An ended session that cannot be cleared is absent all the same.
    if (!renewed) await storage.removeItem(item).catch(() => undefined);
    return renewed;
  };

  return {
    async read(key) {
      const value = await storage.getItem(PREFIX + key);
      return value === undefined ? undefined : liveOrRemoved(PREFIX + key, value);
    },
    async write(key, { credentials, sourceProfile }) {
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
      const entry = {
        accessKeyId,
        secretAccessKey: secretAccessKey.reveal(),
        sessionToken: sessionToken.reveal(),
        expiration: expiration?.toISOString() ?? null,
        sourceProfile,
      };
      await storage.setItem(PREFIX + key, JSON.stringify(entry));
      onChange();
    },
    async remove(key) {
      await storage.removeItem(PREFIX + key);
      onChange();
    },
    async readAll() {
      const sessions = new Map<string, Session>();
      for (const [item, value] of Object.entries(await storage.allItems())) {
        if (!item.startsWith(PREFIX)) continue;
        const session = await liveOrRemoved(item, value);
        if (session) sessions.set(item.slice(PREFIX.length), session);
      }
      return sessions;
    },
  };
}

function liveSession(value: unknown, now: Date): Session | undefined {
  const session = parseEntry(value);
  const end = session?.credentials.expiration;
  return end && end <= now ? undefined : session;
}

function parseEntry(value: unknown): Session | undefined {
  const { success, output } = safeParse(Entry, value);
  if (!success) return undefined;
  return {
    sourceProfile: output.sourceProfile,
    credentials: {
      accessKeyId: output.accessKeyId,
      secretAccessKey: new Secret(output.secretAccessKey),
      sessionToken: new Secret(output.sessionToken),
      expiration: output.expiration === null ? undefined : new Date(output.expiration),
    },
  };
}
