import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isProblem } from "../../src/aws/problem";
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
 * trust policy with conditions, and answers in S3's XML, whose codes STS clients cannot read; so the tests go by the HTTP
 * status.
 */

const MINUTE = 60_000;
const what = "chains on Ceph's radosgw (Debian packages radosgw, ceph-mon, ceph-osd, ceph-common, curl)";
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
      const { accessKeyId, secretAccessKey } = hopUser;
      chain = chainWith({ storedKey: undefined, credentials: credentialsFile(accessKeyId, secretAccessKey) });
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

    it.each([
      { trust: "that role alone", arn: WITNESS },
      { trust: "that role's account", arn: GUEST },
    ])("the credentials of hop3 for hop3's, at a role that trusts $trust", async ({ arn }) => {
      const { accessKeyId } = await chainTo(arn, "hop3").resolve("last");
      expect(accessKeyId).toBeTruthy();
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
      { name: "no name, for which the engine makes one", lines: [] },
      { name: "any sign that AWS allows", lines: ["role_session_name = Jane.Doe+1=a,b@example.com_x-y"] },
      { name: "64 signs", lines: [`role_session_name = ${"x".repeat(64)}`] },
    ])("a session with $name", async ({ lines }) => {
      await expect(chainTo(HOP_3, "hop2", ...lines).resolve("last")).resolves.toBeDefined();
    });

    it.each([
      { asked: "nothing", lines: [], minutes: 60 },
      { asked: "15 minutes", lines: ["duration_seconds = 900"], minutes: 15 },
      { asked: "a minute, which the engine raises", lines: ["duration_seconds = 60"], minutes: 15 },
      { asked: "half a day, which the engine lowers", lines: ["duration_seconds = 43200"], minutes: 60 },
    ])("a chained role that asks for $asked, and gives it $minutes minutes", async ({ lines, minutes }) => {
      const before = Date.now();
      const { expiration } = await chainTo(HOP_3, "hop2", ...lines).resolve("last");
      expect(Math.round(((expiration?.getTime() ?? 0) - before) / MINUTE)).toBe(minutes);
    });
  });

  describe("refuses", () => {
    it.each([
      { call: "a hop that is skipped", to: HOP_2, source: "demo-user", status: 403, number: 1 },
      { call: "a chain in the wrong order", to: HOP_1, source: "hop2", status: 403, number: 3 },
      { call: "a last role that does not trust the one before it", to: WITNESS, source: "hop2", status: 403, number: 3 },
      { call: "a role that there is not", to: `${HOP_2}x`, source: "hop1", status: 404, number: 2 },
    ])("$call, with $status", async ({ to, source, status, number }) => {
      const { problem, calls } = await refusalOf(chainTo(to, source), "last");
      expect(problem).toMatchObject({ hop: { number, roleArn: to }, reason: `HTTP ${status}` });
      expect(calls.map((call) => call.status)).toEqual([...Array<number>(number - 1).fill(200), status]);
    });

    it("a user whom the role does not trust", async () => {
      const { accessKeyId, secretAccessKey } = stranger;
      const byStranger = chainWith({ storedKey: { accessKeyId, secretAccessKey: new Secret(secretAccessKey) } });
      const { problem, calls } = await refusalOf(byStranger, "hop1");
      expect(problem).toMatchObject({ hop: { number: 1 }, reason: "HTTP 403" });
      expect(calls).toEqual([{ action: "AssumeRole", accessKeyId, status: 403 }]);
    });

    it("a secret that is not the key's", async () => {
      const { accessKeyId } = hopUser;
      const withWrongSecret = chainWith({ storedKey: { accessKeyId, secretAccessKey: new Secret("wrong") } });
      const { problem, calls } = await refusalOf(withWrongSecret, "hop1");
      expect(problem).toMatchObject({ hop: { number: 1 }, reason: "HTTP 403" });
      expect(calls).toEqual([{ action: "AssumeRole", accessKeyId, status: 403 }]);
    });

    it("a session token that was tampered with", async () => {
      const { sessionToken, ...key } = await chain.resolve("hop2");
      const tampered = sessionToken.reveal().replace(/.(?=.{40})/g, (sign) => (sign === "A" ? "B" : "A"));
      const credentials = { ...key, sessionToken: new Secret(tampered) };
      await chain.replaceSession("hop3", 1, { credentials, sourceProfile: "demo-user" });
      const { problem } = await refusalOf(chain, "hop3");
      expect(problem).toMatchObject({ hop: { number: 3 }, reason: "HTTP 403" });
    });

    it("a session token of another session", async () => {
      const { sessionToken } = await chain.resolve("hop1");
      const credentials = { ...(await chain.resolve("hop2")), sessionToken };
      await chain.replaceSession("hop3", 1, { credentials, sourceProfile: "demo-user" });
      const { problem } = await refusalOf(chain, "hop3");
      expect(problem).toMatchObject({ hop: { number: 3 }, reason: "HTTP 403" });
    });

    it.each([{ minutes: -20 }, { minutes: 20 }])("a clock that is $minutes minutes off", async ({ minutes }) => {
      const { problem } = await refusalOf(chainWith({ clockOffset: minutes * MINUTE }), "hop1");
      expect(problem).toMatchObject({ hop: { number: 1 }, reason: "HTTP 403" });
    });

    it("a first role that asks for longer than it may last", async () => {
      const longer = chainTo(HOP_1, "demo-user", "duration_seconds = 43200");
      const { problem } = await refusalOf(longer, "last");
      expect(problem).toMatchObject({ hop: { number: 1 }, reason: "HTTP 400" });
    });
  });

  /** The problem that an opening ends in, with its STS calls. */
  const refusalOf = async (refused: ChainOnRadosgw, profile: string) => {
    let thrown: unknown;
    const calls = await gateway.stsCallsOf(() =>
      refused.resolve(profile).catch((error: unknown) => {
        thrown = error;
      }),
    );
    if (!isProblem(thrown, "sts-unreachable")) throw new Error(`Expected a refusal, got ${String(thrown)}`);
    return { problem: thrown.problem, calls };
  };
});

function credentialsFile(accessKeyId: string, secretAccessKey: string): string {
  return ["[demo-user]", `aws_access_key_id = ${accessKeyId}`, `aws_secret_access_key = ${secretAccessKey}`, ""].join(
    "\n",
  );
}
