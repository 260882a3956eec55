import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Credentials } from "../../src/aws/credentials";
import { ProblemError } from "../../src/aws/problem";
import { Secret } from "../../src/aws/secret";
import { roleProfile } from "../aws/role-profile";
import { missingTools } from "../required-tools";
import { chainOnRadosgw, type ChainOnRadosgw, type ChainOnRadosgwOptions } from "./chain-on-radosgw";
import { GUEST, HOP_1, HOP_2, HOP_3, hopUser, hopWorld, stranger, WITNESS } from "./hop-world";
import { type Radosgw, RADOSGW_TOOLS, startRadosgw } from "./radosgw";
import { SEED_TOOLS, seedRadosgw } from "./seed-radosgw";
import { type StsCall } from "./sts-calls-in";

/*
 * The calls that the engine makes, judged by a server that neither this project nor AWS wrote: Ceph's object gateway.
 * Left out is what it does otherwise than AWS: it takes any code in GetSessionToken and none in AssumeRole, denies every
 * trust policy with conditions, lets a role pass for the user behind it, refuses `+` in session names, and answers in S3's
 * XML, whose codes STS clients cannot read; so the tests go by the HTTP status.
 */

const MINUTE = 60_000;
// Usually all are missing or none, so the first is enough to say.
const what = "chains on Ceph's radosgw (which takes radosgw, ceph-mon, ceph-osd, ceph-common and curl)";
const isMissing = [...RADOSGW_TOOLS, ...SEED_TOOLS].some((tool) => missingTools(what, tool).length > 0);

const config = [
  "[profile demo-user]",
  "region = us-east-1",
  roleProfile("hop1", HOP_1, "demo-user"),
  roleProfile("hop2", HOP_2, "hop1"),
  roleProfile("hop3", HOP_3, "hop2"),
].join("\n");
const withDevice = config.replace("region", "mfa_serial = arn:aws:iam::111111111111:mfa/demo-user\nregion");
const storedKey = { accessKeyId: hopUser.accessKeyId, secretAccessKey: new Secret(hopUser.secretAccessKey) };

describe.skipIf(isMissing)("Ceph's gateway", () => {
  let gateway: Radosgw;
  let chain: ChainOnRadosgw;

  beforeAll(async () => {
    gateway = await startRadosgw();
    await seedRadosgw(gateway, hopWorld);
  }, 120_000);
  afterAll(() => gateway?.stop());
  beforeEach(() => {
    chain = chainWith({});
  });

  const chainWith = (options: Partial<ChainOnRadosgwOptions>): ChainOnRadosgw =>
    chainOnRadosgw({ gateway, config, storedKey, ...options });

  /** The chain of the specification's profiles with one more at its end. */
  const chainTo = (arn: string, source: string, ...lines: string[]): ChainOnRadosgw =>
    chainWith({ config: [config, roleProfile("last", arn, source, ...lines)].join("\n") });

  /** The calls that an opening is to make, where every call is signed with what the one before it gave. */
  const callsOf = async (profile: string, ...actions: string[]): Promise<StsCall[]> => {
    const made = (await chain.sessionsOf(profile)).map((session) => session?.credentials.accessKeyId);
    const signers = [hopUser.accessKeyId, ...made];
    return actions.map((action, index) => ({ action, accessKeyId: signers[index], status: 200 }));
  };

  describe("takes", () => {
    it("three roles one after another, each call signed with what the one before it gave", async () => {
      const calls = await gateway.stsCallsOf(() => chain.resolve("hop3"));
      expect(calls).toEqual(await callsOf("hop3", "AssumeRole", "AssumeRole", "AssumeRole"));
      expect(new Set(calls.map(({ accessKeyId }) => accessKeyId)).size).toBe(3);
    });

    it("the key of the credentials file", async () => {
      chain = chainWith({ storedKey: undefined, credentials: credentialsFile(hopUser) });
      const calls = await gateway.stsCallsOf(() => chain.resolve("hop3"));
      expect(calls).toEqual(await callsOf("hop3", "AssumeRole", "AssumeRole", "AssumeRole"));
    });

    it("three roles behind a user's session", async () => {
      chain = chainWith({ config: withDevice });
      const calls = await gateway.stsCallsOf(() => chain.resolve("hop3"));
      expect(calls).toEqual(await callsOf("hop3", "GetSessionToken", "AssumeRole", "AssumeRole", "AssumeRole"));
    });

    it("the session of a user without a device", async () => {
      const calls = await gateway.stsCallsOf(() => chain.resolve("demo-user"));
      expect(calls).toEqual(await callsOf("demo-user", "GetSessionToken"));
    });

    it("the credentials of hop3 for hop3's: a role that trusts nobody else lets them in", async () => {
      await expect(chainTo(WITNESS, "hop3").resolve("last")).resolves.toBeDefined();
    });

    it("the user at a role that trusts the user's whole account", async () => {
      await expect(chainTo(GUEST, "demo-user").resolve("last")).resolves.toBeDefined();
    });

    it("one call for hop3 after hop2, signed with the session of hop2", async () => {
      const { accessKeyId } = await chain.resolve("hop2");
      expect(await gateway.stsCallsOf(() => chain.resolve("hop3"))).toEqual([
        { action: "AssumeRole", accessKeyId, status: 200 },
      ]);
    });

    it("no call for what is stored", async () => {
      await chain.resolve("hop3");
      expect(await gateway.stsCallsOf(() => chain.resolve("hop3"))).toEqual([]);
    });

    it.each([
      ["no name, for which the engine makes one", []],
      ["every other sign that AWS allows", ["role_session_name = Jane.Doe=1,b@example.com_x-y"]],
      ["64 signs", [`role_session_name = ${"x".repeat(64)}`]],
    ])("a session with %s", async (_, lines) => {
      await expect(chainTo(HOP_3, "hop2", ...lines).resolve("last")).resolves.toBeDefined();
    });

    it.each([
      ["no time", [], 60],
      ["15 minutes", ["duration_seconds = 900"], 15],
      ["a minute, which the engine raises", ["duration_seconds = 60"], 15],
      ["half a day, which the engine lowers", ["duration_seconds = 43200"], 60],
    ])("a chained role that asks for %s", async (_, lines, minutes) => {
      const before = Date.now();
      const { expiration } = await chainTo(HOP_3, "hop2", ...lines).resolve("last");
      expect(Math.round(((expiration?.getTime() ?? 0) - before) / MINUTE)).toBe(minutes);
    });
  });

  describe("refuses", () => {
    it.each([
      ["a hop that is skipped", HOP_2, "demo-user", [403]],
      ["a role that does not trust the one before it", WITNESS, "hop2", [200, 200, 403]],
      ["a chain that turns back", HOP_2, "hop3", [200, 200, 200, 403]],
      ["a role that there is not", `${HOP_2}x`, "hop1", [200, 404]],
    ])("%s", async (_, arn, source, statuses) => {
      const { calls, problem } = await refusalOf(chainTo(arn, source), "last");
      expect(calls.map(({ status }) => status)).toEqual(statuses);
      expect(problem).toMatchObject({ hop: { number: statuses.length, of: statuses.length, roleArn: arn } });
    });

    it.each([
      ["a user whom the role does not trust", stranger],
      ["a secret that is not the key's", { ...hopUser, secretAccessKey: stranger.secretAccessKey }],
      ["a key that there is not", { ...hopUser, accessKeyId: "AKIANOBODY0000000000" }],
    ])("%s", async (_, { accessKeyId, secretAccessKey }) => {
      const signed = chainWith({ storedKey: { accessKeyId, secretAccessKey: new Secret(secretAccessKey) } });
      const { calls, problem } = await refusalOf(signed, "hop1");
      expect(calls).toEqual([{ action: "AssumeRole", accessKeyId, status: 403 }]);
      expect(problem).toMatchObject({ hop: { number: 1 }, failure: { reason: "HTTP 403" } });
    });

    it.each([
      ["cut off", (token: string) => token.slice(0, -8), 403],
      ["overwritten in part", (token: string) => token.replace(/^.{200}/, "A".repeat(200)), 400],
    ])("a session token that was %s", async (_, tamper, status) => {
      const made = await chain.resolve("hop2");
      await storeAtHop2({ ...made, sessionToken: new Secret(tamper(made.sessionToken.reveal())) });
      expect(await refusalOf(chain, "hop3")).toMatchObject({
        calls: [{ action: "AssumeRole", status }],
        problem: { hop: { number: 3 }, failure: { reason: `HTTP ${status}` } },
      });
    });

    it("a session token that belongs to another key", async () => {
      const { sessionToken } = await chain.resolve("hop1");
      await storeAtHop2({ ...(await chain.resolve("hop2")), sessionToken });
      expect(await refusalOf(chain, "hop3")).toMatchObject({
        calls: [{ action: "AssumeRole", status: 403 }],
        problem: { hop: { number: 3 }, failure: { reason: "HTTP 403" } },
      });
    });

    it.each([-20, 20])("a clock that is %i minutes off", async (minutes) => {
      const { calls } = await refusalOf(chainWith({ clockOffset: minutes * MINUTE }), "hop1");
      expect(calls).toMatchObject([{ action: "AssumeRole", status: 403 }]);
    });

    it("a role that is asked to last longer than it may", async () => {
      const { calls } = await refusalOf(chainTo(HOP_1, "demo-user", "duration_seconds = 43200"), "last");
      expect(calls).toMatchObject([{ action: "AssumeRole", status: 400 }]);
    });
  });

  const storeAtHop2 = (credentials: Credentials): Promise<void> =>
    chain.replaceSession("hop3", 1, { credentials, sourceProfile: "demo-user" });

  /** The problem that an opening ends in, and the calls that it made. */
  const refusalOf = async (refused: ChainOnRadosgw, profile: string) => {
    let thrown: unknown;
    const calls = await gateway.stsCallsOf(() =>
      refused.resolve(profile).catch((error: unknown) => {
        thrown = error;
      }),
    );
    if (!(thrown instanceof ProblemError)) throw new Error(`Expected a problem, got ${String(thrown)}`);
    return { calls, problem: thrown.problem };
  };
});

function credentialsFile({ accessKeyId, secretAccessKey }: typeof hopUser): string {
  return `[demo-user]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
}
