import { describe, expect, it, vi } from "vitest";
import { type Session } from "../../src/aws/chain/resolve/session-store";
import { createSessionStore } from "../../src/launcher/create-session-store";
import { credentialsOf } from "../aws/credentials-of";
import { memoryStorage } from "../memory-storage";

const NOW = new Date("2026-01-01T12:00:00Z");
const now = () => NOW;

function sessionUntil(expiration: Date | undefined): Session {
  return { credentials: credentialsOf("ASIA1", expiration), sourceProfile: "demo-user" };
}

const LASTING = sessionUntil(new Date("2026-01-01T13:00:00Z"));
const ENDED = sessionUntil(NOW);
const ENDLESS = sessionUntil(undefined);

/** What a test can compare: a Secret shows its text to nobody who does not ask. */
function revealed(session: Session | undefined) {
  if (!session) return undefined;
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = session.credentials;
  return [session.sourceProfile, accessKeyId, secretAccessKey.reveal(), sessionToken.reveal(), expiration];
}

describe("the session store", () => {
  it.each([
    ["with an end", LASTING],
    ["without an end", ENDLESS],
  ])("gives a session %s back as it was", async (_, session) => {
    const storage = memoryStorage();
    await createSessionStore(storage, now).write("key", session);
    expect(revealed(await createSessionStore(storage, now).read("key"))).toEqual(revealed(session));
  });

  it("knows no session that was never written, or was removed", async () => {
    const store = createSessionStore(memoryStorage(), now);
    expect(await store.read("key")).toBeUndefined();
    await store.write("key", LASTING);
    await store.remove("key");
    expect(await store.read("key")).toBeUndefined();
    expect((await store.readAll()).size).toBe(0);
  });

  it("keeps each session in an entry of its own, so that two commands do not overwrite each other's", async () => {
    const storage = memoryStorage();
    const [one, other] = [createSessionStore(storage, now), createSessionStore(storage, now)];
    await Promise.all([one.write("a", LASTING), other.write("b", LASTING)]);
    expect([...(await one.readAll()).keys()].sort()).toEqual(["a", "b"]);
    expect(Object.keys(await storage.allItems())).toHaveLength(2);
  });

  it("clears what has ended when all are read", async () => {
    const storage = memoryStorage();
    const store = createSessionStore(storage, now);
    await store.write("ended", ENDED);
    await store.write("lasting", LASTING);
    await store.write("endless", ENDLESS);
    expect([...(await store.readAll()).keys()]).toEqual(["lasting", "endless"]);
    expect(Object.keys(await storage.allItems())).toEqual(["session:lasting", "session:endless"]);
  });

  const whole = { accessKeyId: "ASIA1", secretAccessKey: "s", sessionToken: "t", expiration: null, sourceProfile: "p" };
  it.each([
    ["no JSON", "{"],
    ["another type", JSON.stringify([whole])],
    ["a missing token", JSON.stringify({ ...whole, sessionToken: undefined })],
    ["a missing source", JSON.stringify({ ...whole, sourceProfile: undefined })],
    ["an end that is no time", JSON.stringify({ ...whole, expiration: "soon" })],
  ])("counts an entry with %s as absent, and clears it", async (_, entry) => {
    const storage = memoryStorage();
    await storage.setItem("session:key", entry);
    const store = createSessionStore(storage, now);
    expect(await store.read("key")).toBeUndefined();
    expect((await store.readAll()).size).toBe(0);
    expect(await storage.allItems()).toEqual({});
  });

  it("leaves alone what others keep in the same storage", async () => {
    const storage = memoryStorage();
    await storage.setItem("pins", "[]");
    expect((await createSessionStore(storage, now).readAll()).size).toBe(0);
    expect(await storage.allItems()).toEqual({ pins: "[]" });
  });

  it("tells of every session that comes or goes, once it has", async () => {
    const storage = memoryStorage();
    const seen: number[] = [];
    const onChange = vi.fn(async () => void seen.push(Object.keys(await storage.allItems()).length));
    const store = createSessionStore(storage, now, onChange);
    await store.write("key", LASTING);
    await store.read("key");
    await store.readAll();
    await store.remove("key");
    expect(onChange).toHaveBeenCalledTimes(2);
    expect(seen).toEqual([1, 0]);
  });
});
