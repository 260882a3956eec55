import { describe, expect, it } from "vitest";
import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { type SessionLocks } from "../../../../src/aws/chain/resolve/session-lock";
import { type Session } from "../../../../src/aws/chain/resolve/session-store";
import { PATIENCE_MS, SingleFlight } from "../../../../src/aws/chain/resolve/single-flight";
import { Secret } from "../../../../src/aws/secret";
import { memoryLocks } from "../../../memory-locks";

const KEY = "a".repeat(64);

function sessionOf(accessKeyId: string): Session {
  const secrets = { secretAccessKey: new Secret("secret"), sessionToken: new Secret("token") };
  return { sourceProfile: "demo-user", credentials: { accessKeyId, ...secrets, expiration: undefined } };
}

/** Commands that share a store and locks, each with a flight of its own. */
function commands(locks: SessionLocks = memoryLocks()) {
  const stored: Session[] = [];
  let made = 0;
  let waits = 0;
  return {
    store: (accessKeyId: string) => void stored.push(sessionOf(accessKeyId)),
    get counts() {
      return { made, waits };
    },
    command(make: () => Promise<string> = async () => `ASIA${made}`) {
      // Nobody waits in vain: others go on meanwhile.
      const flight = new SingleFlight(locks, () => new Promise((resolve) => setImmediate(resolve)));
      return () =>
        flight.obtain({
          key: KEY,
          find: async () => stored.at(-1),
          make: async () => {
            made += 1;
            const session = sessionOf(await make());
            stored.push(session);
            return session;
          },
          onWait: () => (waits += 1),
          patience: { leftMs: PATIENCE_MS },
        });
    },
  };
}

const keyIds = (sessions: readonly Session[]): string[] => sessions.map(({ credentials }) => credentials.accessKeyId);

describe("a session that several want", () => {
  it("is made once for all of one command", async () => {
    const world = commands();
    const obtain = world.command(async () => "ASIAONE");
    expect(keyIds(await Promise.all([obtain(), obtain(), obtain()]))).toEqual(["ASIAONE", "ASIAONE", "ASIAONE"]);
    expect(world.counts).toEqual({ made: 1, waits: 0 });
  });

  it("is made once for several commands, which wait and say so", async () => {
    const world = commands();
    const obtained = await Promise.all([world.command()(), world.command()(), world.command()()]);
    expect(new Set(keyIds(obtained)).size).toBe(1);
    expect(world.counts.made).toBe(1);
    expect(world.counts.waits).toBeGreaterThan(0);
  });

  it("is taken from the store where it is there already, without a lock", async () => {
    const world = commands({ tryAcquire: () => Promise.reject(new Error("nobody should lock")) });
    world.store("ASIASTORED");
    expect(keyIds([await world.command()()])).toEqual(["ASIASTORED"]);
  });

  it("is taken from the store where it came there while the lock was waited for, though the lock stays taken", async () => {
    const world = commands({ tryAcquire: async () => undefined });
    const waiting = world.command()();
    world.store("ASIALATE");
    expect(keyIds([await waiting])).toEqual(["ASIALATE"]);
    expect(world.counts.made).toBe(0);
  });

  it("is made after half a minute by the one who waits, since the other must be waiting for its user", async () => {
    let waited = 0;
    const flight = new SingleFlight({ tryAcquire: async () => undefined }, async (milliseconds) => {
      waited += milliseconds;
    });
    let waits = 0;
    const find = async () => undefined;
    const patience = { leftMs: PATIENCE_MS };
    const wanted = { find, make: async () => sessionOf("ASIAMINE"), onWait: () => (waits += 1), patience };
    expect(keyIds([await flight.obtain({ key: KEY, ...wanted })])).toEqual(["ASIAMINE"]);
    expect({ waited, waits }).toEqual({ waited: 30_000, waits: 1 });
    // Once for all that the chain wants: the other command has the locks of all its hops.
    await flight.obtain({ key: "b".repeat(64), ...wanted });
    expect({ waited, waits }).toEqual({ waited: 30_000, waits: 1 });
  });

  it("fails for all of one command alike, and is made anew the next time", async () => {
    const world = commands();
    let isBroken = true;
    const obtain = world.command(async () => {
      if (isBroken) throw new Error("refused");
      return "ASIATWO";
    });
    const ends = await Promise.allSettled([obtain(), obtain()]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    isBroken = false;
    expect(keyIds([await obtain()])).toEqual(["ASIATWO"]);
    expect(world.counts.made).toBe(2);
  });

  it("is made by those who joined where the one who makes it gives up, without waiting for what is under way", async () => {
    const locks = memoryLocks();
    const flight = new SingleFlight(locks, () => Promise.reject(new Error("nobody should wait")));
    const controller = new AbortController();
    const wanted = {
      key: KEY,
      find: async () => undefined,
      onWait: () => undefined,
      patience: { leftMs: PATIENCE_MS },
    };
    const endless = () => new Promise<Session>(() => undefined);
    const quitter = flight.obtain({ ...wanted, make: endless, signal: controller.signal });
    const joiner = flight.obtain({ ...wanted, make: async () => sessionOf("ASIAJOINER") });
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort(new OpeningCancelled());
    await expect(quitter).rejects.toBeInstanceOf(OpeningCancelled);
    expect(keyIds([await joiner])).toEqual(["ASIAJOINER"]);
  });

  it("is made by the next command where the first one failed", async () => {
    const world = commands();
    const failing = world.command(() => Promise.reject(new Error("given up")));
    const ends = await Promise.allSettled([failing(), world.command(async () => "ASIANEXT")()]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
  });
});
