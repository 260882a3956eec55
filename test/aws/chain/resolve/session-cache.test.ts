import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { sessionKeys } from "../../../../src/aws/chain/resolve/session-key";
import { type Credentials } from "../../../../src/aws/credentials";
import { Secret } from "../../../../src/aws/secret";
import { type Connection } from "../../../../src/aws/network/connection";
import { type EncryptedStorage } from "../../../../src/launcher/encrypted-storage";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { type Clock } from "../../../aws-double/clock";
import { visitConsole } from "../../../aws-double/visit-console";
import { memoryLocks } from "../../../memory-locks";
import { memoryStorage } from "../../../memory-storage";
import { propertySeed } from "../../../property-seed";
import { straightConnection } from "../../../straight-connection";
import { articleConfig } from "../../article-config";
import { chainOnDouble, type ChainOnDouble } from "../../chain-on-double";

const SEED = propertySeed();
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The article's, with a last role that wants twelve hours. */
const LONG_CONFIG = `${articleConfig}\nduration_seconds = 43200\n`;

let double: AwsDouble;
let storage: EncryptedStorage;
let chain: ChainOnDouble;

/** A clock that stands still until it is moved, on a whole second as AWS tells the time, near enough to be signed by. */
function stillClock(): Clock {
  let time = Math.floor(Date.now() / SECOND) * SECOND;
  return { now: () => new Date(time), advance: (milliseconds) => void (time += milliseconds) };
}

beforeEach(async () => {
  double = await startAwsDouble({ clock: stillClock() });
  storage = memoryStorage();
  chain = chainOnDouble({ double, config: articleConfig, storage });
});

afterEach(() => double.close());

/** The stored sessions of demo-role2's chain: the user's, demo-role1's, demo-role2's. */
async function storedIn(one: ChainOnDouble): Promise<readonly (Credentials | undefined)[]> {
  const sessions = await Promise.all(sessionKeys(one.plan("demo-role2")).map((key) => one.sessions.read(key)));
  return sessions.map((session) => session?.credentials);
}

async function storedIds(): Promise<readonly (string | undefined)[]> {
  return (await storedIn(chain)).map((credentials) => credentials?.accessKeyId);
}

describe("a stored session near its end", () => {
  it.each([
    { left: 5 * MINUTE + SECOND, actions: [] },
    { left: 5 * MINUTE, actions: ["AssumeRole", "AssumeRole"] },
    { left: SECOND, actions: ["AssumeRole", "AssumeRole"] },
    { left: 0, actions: ["AssumeRole", "AssumeRole"] },
  ])("costs $actions.length calls where $left ms are left of the roles'", async ({ left, actions }) => {
    const before = await chain.resolve("demo-role2");
    double.clock.advance(HOUR - left);
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual(actions);
    const { accessKeyId } = await chain.resolve("demo-role2");
    expect(accessKeyId === before.accessKeyId).toBe(actions.length === 0);
  });

  it.each([
    { left: 5 * MINUTE + SECOND, prompts: 1 },
    { left: 5 * MINUTE, prompts: 2 },
  ])("takes $prompts prompts in all where $left ms are left of the user's", async ({ left, prompts }) => {
    await chain.resolve("demo-role2");
    double.clock.advance(12 * HOUR - left);
    await chain.resolve("demo-role2");
    expect(chain.prompts).toHaveLength(prompts);
  });

  it("is gone from the storage once it is over and was looked at", async () => {
    await chain.resolve("demo-role2");
    const sessions = async () => Object.keys(await storage.allItems()).filter((item) => item.startsWith("session:"));
    expect(await sessions()).toHaveLength(3);
    double.clock.advance(12 * HOUR);
    chain.mfaPrompt = { redeemCode: () => Promise.reject(new OpeningCancelled()) };
    await expect(chain.resolve("demo-role2")).rejects.toBeInstanceOf(OpeningCancelled);
    expect(await sessions()).toEqual([]);
  });
});

/** What may happen to a store. */
const Step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ open: fc.constantFrom("demo-user", "demo-role1", "demo-role2") }) },
  { weight: 1, arbitrary: fc.record({ refresh: fc.constantFrom("demo-user", "demo-role1", "demo-role2") }) },
  // To where a role's session is about to end, or just did; the user's; to anywhere.
  { weight: 3, arbitrary: fc.record({ minutes: fc.integer({ min: 52, max: 61 }) }) },
  { weight: 2, arbitrary: fc.record({ minutes: fc.integer({ min: 712, max: 721 }) }) },
  { weight: 3, arbitrary: fc.record({ minutes: fc.integer({ min: 1, max: 720 }) }) },
  { weight: 1, arbitrary: fc.constant({ ended: "by AWS, all of them" }) },
);
type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

describe("a session", () => {
  it("ends an hour after it was made, also where what it was made from ends in six minutes", async () => {
    await chain.resolve("demo-user");
    double.clock.advance(12 * HOUR - 6 * MINUTE);
    await chain.resolve("demo-role2");
    const now = double.clock.now().getTime();
    const left = (await storedIn(chain)).map((credentials) => Number(credentials?.expiration) - now);
    expect(left).toEqual([6 * MINUTE, HOUR, HOUR]);
  });

  it(`lasts five minutes at least and no more than an hour beyond what it was made from, whatever was opened when (PROPERTY_SEED=${SEED})`, async () => {
    const property = fc.asyncProperty(fc.array(Step, { minLength: 4, maxLength: 16 }), walk);
    await fc.assert(property, { seed: SEED, numRuns: 60 });
  }, 60_000);
});

/** Takes the steps with a store of their own, and looks at each session that is made. */
async function walk(steps: readonly Step[]): Promise<void> {
  const own = await startAwsDouble({ clock: stillClock() });
  const one = chainOnDouble({ double: own, config: LONG_CONFIG });
  // A user who takes their time, so that no code is typed twice.
  one.mfaPrompt = {
    redeemCode: ({ device }, redeem) => {
      own.clock.advance(MINUTE);
      return redeem(own.mfaCode(device.serial));
    },
  };
  const known = new Set<string>();
  for (const step of steps) {
    if ("minutes" in step) own.clock.advance(step.minutes * MINUTE);
    else if ("ended" in step) own.endSessions();
    else {
      const isFresh = "refresh" in step;
      const { expiration } = await one.resolve(isFresh ? step.refresh : step.open, { isFresh });
      expect(Number(expiration) - own.clock.now().getTime()).toBeGreaterThan(5 * MINUTE);
      const credentials = await storedIn(one);
      for (const [index, made] of credentials.entries()) {
        if (!made || known.has(made.accessKeyId)) continue;
        known.add(made.accessKeyId);
        const maker = credentials[index - 1];
        if (maker) expect(Number(made.expiration) - Number(maker.expiration)).toBeLessThanOrEqual(HOUR);
      }
    }
  }
  await own.close();
}

describe("a prompt that is given up", () => {
  it("leaves no lock, nobody who waits and no entry behind: the next opening has one prompt", async () => {
    const locks = memoryLocks();
    chain = chainOnDouble({ double, config: articleConfig, storage, locks });
    const { mfaPrompt } = chain;
    chain.mfaPrompt = { redeemCode: () => Promise.reject(new OpeningCancelled()) };
    await expect(chain.resolve("demo-role2")).rejects.toBeInstanceOf(OpeningCancelled);
    expect(await storage.allItems()).toEqual({});
    const released = await Promise.all(sessionKeys(chain.plan("demo-role2")).map((key) => locks.tryAcquire(key)));
    expect(released).toEqual(released.map(() => expect.any(Function)));
    for (const release of released) await release?.();

    chain.mfaPrompt = mfaPrompt;
    await chain.resolve("demo-role2");
    expect(chain.prompts).toHaveLength(1);
    expect(chain.progress.filter(({ kind }) => kind === "waiting-for-command")).toEqual([]);
  });
});

describe("a stored session that AWS has ended", () => {
  it("costs a new code where the user's was ended too", async () => {
    await chain.resolve("demo-role1");
    const before = await storedIds();
    double.endSessions();
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual([
      "AssumeRole",
      "AssumeRole",
      "GetSessionToken",
      "AssumeRole",
      "AssumeRole",
    ]);
    expect(chain.prompts).toHaveLength(2);
    expect(await storedIds()).not.toEqual(expect.arrayContaining(before.slice(0, 1)));
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual([]);
  });

  it.each([
    { what: "when a role is assumed with it", warm: "demo-role1", actions: ["AssumeRole", "AssumeRole", "AssumeRole"] },
    {
      what: "at sign-in",
      warm: "demo-role2",
      actions: ["getSigninToken", "AssumeRole", "AssumeRole", "AssumeRole"],
    },
  ])("costs none where the user's lasts: $what", async ({ warm, actions }) => {
    await chain.resolve(warm);
    const before = await storedIds();
    double.endSessions();
    await chain.resolve("demo-user", { isFresh: true });
    const prompts = chain.prompts.length;

    expect(await chain.actionsOf(() => chain.open("demo-role2"))).toEqual([...actions, "getSigninToken"]);
    expect(chain.prompts).toHaveLength(prompts);
    const after = await storedIds();
    expect(after.filter((id) => id === undefined || before.includes(id))).toEqual([]);
  });
});

describe("what is opened while the chain is refreshed", () => {
  it.each([
    { at: "GetSessionToken", warm: "demo-role1" },
    { at: "GetSessionToken", warm: "demo-role2" },
    { at: "demo-role1", warm: "demo-role1" },
    { at: "demo-role1", warm: "demo-role2" },
    { at: "demo-role2", warm: "demo-role1" },
    { at: "demo-role2", warm: "demo-role2" },
  ])("is new once that is over, begun at $at where $warm was stored, in this command or another", async (one) => {
    await chain.resolve(one.warm);
    const before = await storedIds();
    const shared = { double, config: articleConfig, storage, locks: memoryLocks() };
    const openings: Promise<unknown>[] = [];
    const connection = beforeCalls(async (call) => {
      if (call !== one.at || openings.length > 0) return;
      for (const command of [chain, other]) {
        openings.push(command.resolve("demo-role1"), command.resolve("demo-role2"));
      }
    });
    chain = chainOnDouble({ ...shared, connection });
    const other = chainOnDouble(shared);
    const refreshed = await chain.resolve("demo-role2", { isFresh: true });
    await Promise.all(openings);
    expect(openings).toHaveLength(4);

    const after = await storedIds();
    expect(after.filter((id) => id === undefined || before.includes(id))).toEqual([]);
    expect(after[2]).toBe(refreshed.accessKeyId);
    expect((await other.resolve("demo-role2")).accessKeyId).toBe(refreshed.accessKeyId);
  });
});

/** A connection that does something before each call to STS, which it is told by role or action. */
function beforeCalls(act: (call: string) => Promise<void>): Connection {
  const straight = straightConnection();
  return {
    ...straight,
    async handle(request, options) {
      const body = new URLSearchParams(String(request.body));
      const call = body.get("RoleArn")?.split("/").at(-1) ?? body.get("Action");
      if (call !== null) await act(call);
      return straight.handle(request, options);
    },
  };
}

describe("a refresh", () => {
  it("waits for what is under way, and makes anew what that was made from", async () => {
    await chain.resolve("demo-role1");
    const before = await storedIds();
    let isUnderWay = (): void => undefined;
    const started = new Promise<void>((resolve) => (isUnderWay = resolve));
    const opening = beforeCalls(async () => isUnderWay());
    const both = chainOnDouble({ double, config: articleConfig, storage, connection: opening });
    const opened = both.resolve("demo-role2");
    await started;
    const refreshed = await both.resolve("demo-role2", { isFresh: true });
    expect(refreshed.accessKeyId).not.toBe((await opened).accessKeyId);
    expect(both.prompts).toHaveLength(1);
    const after = await storedIds();
    expect(after.filter((id) => before.includes(id))).toEqual([]);
    expect(after[2]).toBe(refreshed.accessKeyId);
  });
});

describe("an opening that is given up", () => {
  it("makes no call any more, and keeps what it has made", async () => {
    const controller = new AbortController();
    const giveUp = async (call: string): Promise<void> => {
      if (call === "demo-role1") controller.abort(new OpeningCancelled());
    };
    const quitter = chainOnDouble({
      double,
      config: articleConfig,
      storage,
      connection: beforeCalls(giveUp),
      signal: controller.signal,
    });
    await expect(quitter.resolve("demo-role2")).rejects.toBeInstanceOf(OpeningCancelled);
    // The call that was under way ends by itself.
    await vi.waitFor(async () => expect((await storedIds()).filter(Boolean)).toHaveLength(2));
    expect(double.calls.map(({ action }) => action)).toEqual(["GetSessionToken", "AssumeRole"]);
  });
});

describe("a user's key that is replaced while its code is typed", () => {
  it("leaves no session of the one before it, which may be another user's", async () => {
    const { keyStore, mfaPrompt } = chain;
    chain.mfaPrompt = {
      redeemCode: async (request, redeem) => {
        await keyStore.write("demo-user", { accessKeyId: "AKIAANOTHER", secretAccessKey: new Secret("another") });
        return mfaPrompt.redeemCode(request, redeem);
      },
    };
    await expect(chain.resolve("demo-role2")).rejects.toMatchObject({
      problem: { kind: "key-replaced", profile: "demo-role2", source: "demo-user" },
    });
    expect(await storedIds()).toEqual([undefined, undefined, undefined]);
  });
});

describe("a storage that refuses, as a locked database does", () => {
  const locked = () => Promise.reject(new Error("database is locked"));
  const useStorage = (refusing: Partial<EncryptedStorage>) =>
    (chain = chainOnDouble({ double, config: articleConfig, storage: { ...storage, ...refusing } }));

  it("to write, opens the console, tells it once, and makes all anew the next time", async () => {
    useStorage({ setItem: locked, removeItem: locked });
    const { url, notes } = await chain.signInUrl("demo-role2");
    expect(await visitConsole(url.reveal())).toMatchObject({ account: "333333333333", role: "demo-role2" });
    expect(notes).toEqual([{ kind: "session-not-kept" }]);
    expect(chain.prompts).toHaveLength(1);
    await chain.resolve("demo-role2");
    expect(chain.prompts).toHaveLength(2);
  });

  it.each([
    { what: "are over", end: () => double.clock.advance(HOUR) },
    { what: "were ended by AWS", end: () => double.endSessions() },
  ])("to write, opens the console where stored sessions $what", async ({ end }) => {
    await chain.resolve("demo-role1");
    end();
    useStorage({ setItem: locked, removeItem: locked });
    expect(await chain.open("demo-role2")).toMatchObject({ account: "333333333333" });
  });

  it("to read, opens the console, and makes all anew", async () => {
    await chain.resolve("demo-role2");
    useStorage({ getItem: locked });
    expect(await chain.open("demo-role2")).toMatchObject({ account: "333333333333" });
    expect(chain.prompts).toHaveLength(1);
  });
});
