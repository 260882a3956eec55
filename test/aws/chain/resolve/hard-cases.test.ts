import * as v from "valibot";
import { describe, expect, it, onTestFinished } from "vitest";
import { roleHops } from "../../../../src/aws/chain/plan/chain-plan";
import { readMfaCode } from "../../../../src/aws/chain/resolve/mfa-code";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { sharedJson } from "../../../shared-data";
import { chainOnDouble, type ChainOnDouble } from "../../chain-on-double";
import { problemOf } from "../../problem-of";
import { CASES_BEYOND_THE_PLAN } from "../cases-beyond-the-plan";
import { type FaultyConnection, faultyConnection } from "../faults/faulty-connection";
import { worldOfConfig } from "./world-of-config";

const Case = v.object({
  id: v.string(),
  title: v.string(),
  config: v.optional(v.string(), ""),
  profile: v.optional(v.string(), ""),
  mfa_input: v.optional(v.string(), ""),
  warm: v.optional(v.array(v.string()), []),
  expect: v.optional(
    v.looseObject({
      retries: v.optional(v.array(v.looseObject({}))),
      sts_calls: v.optional(
        v.array(v.looseObject({ role: v.optional(v.string()), TokenCode: v.optional(v.string()) })),
      ),
      mfa_prompts: v.optional(v.array(v.string())),
      message_contains: v.optional(v.string()),
      sts_host: v.optional(v.string()),
    }),
    {},
  ),
  error: v.optional(
    v.looseObject({
      hop: v.optional(v.number()),
      profile: v.optional(v.string()),
      source_profile: v.optional(v.string()),
    }),
    {},
  ),
});
type Case = v.InferOutput<typeof Case>;

const all = sharedJson("cases/hard-cases.json", v.object({ cases: v.array(Case) }))?.cases ?? [];

interface CaseWorld {
  readonly double: AwsDouble;
  readonly chain: ChainOnDouble;
  readonly network: FaultyConnection;
}

/** A stand-in whose world fits the case, and the engine on it, which calls AWS's own hosts. */
async function worldOf({ config }: Case): Promise<CaseWorld> {
  const double = await startAwsDouble({ world: worldOfConfig(config) });
  onTestFinished(() => double.close());
  const network = faultyConnection(new URL(double.url));
  const chain = chainOnDouble({ double, config, connection: network.connection, endpoint: "" });
  return { double, network, chain };
}

/** The codes that were sent so far. */
function codesOf({ bodies }: FaultyConnection): string[] {
  return bodies.flatMap((body) => new URLSearchParams(body).get("TokenCode") ?? []);
}

/** A moment at which the device of every world shows `012345`. */
const MOMENT_OF_012345 = new Date("2027-01-05T12:33:30Z");

/** How each case is brought about, and what the file says of it. */
const PROOFS: Readonly<Record<string, (one: Case) => Promise<void>>> = {
  async "chain-duration-max"(one) {
    const { double, chain } = await worldOf(one);
    const { notes } = await chain.resolution(one.profile);
    // STS's own hour is left unsaid.
    const durations = double.calls.map(({ parameters }) => Number(parameters["DurationSeconds"] ?? 3600));
    expect(durations).toEqual([43_200, ...(one.expect.retries ?? []).map((retry) => retry["DurationSeconds"])]);
    expect(notes).toMatchObject([
      { kind: "duration-lowered", roleProfile: "a", askedSeconds: 43_200, givenSeconds: 3600, line: 7 },
    ]);
  },

  async "chain-optin-region"(one) {
    const { double, chain } = await worldOf(one);
    double.disabledRegions = ["ap-east-1"];
    const { notes } = await chain.resolution(one.profile);
    const [first, ...retries] = double.calls.map(({ region }) => ({ region }));
    expect(first).toEqual({ region: "ap-east-1" });
    expect(retries).toEqual(one.expect.retries);
    expect(notes).toEqual([{ kind: "region-replaced", region: "ap-east-1", used: "us-east-1" }]);
  },

  async "chain-mfa-code-format"(one) {
    const { double, chain, network } = await worldOf(one);
    double.clock.advance(MOMENT_OF_012345.getTime() - double.clock.now().getTime());
    // As the form reads what is typed.
    chain.mfaPrompt = { redeemCode: (_, redeem) => redeem(readMfaCode(one.mfa_input) ?? "not read") };
    await chain.resolve(one.profile);
    expect(codesOf(network)).toEqual((one.expect.sts_calls ?? []).map(({ TokenCode }) => TokenCode));
  },

  async "chain-retry-mfa"(one) {
    // STS may or may not have had the call when the connection broke, and nobody can tell.
    for (const as of ["reset", "lost-reply"] as const) {
      const { double, chain, network } = await worldOf(one);
      double.failNext({ service: "sts", as });
      const { message } = await problemOf(chain.resolve(one.profile));
      expect(message).toContain(one.expect.message_contains);
      expect(double.calls).toMatchObject([{ hasTokenCode: true }]);

      double.clock.advance(30_000);
      await chain.resolve(one.profile);
      const codes = codesOf(network);
      expect({ codes: codes.length, different: new Set(codes).size }).toEqual({ codes: 2, different: 2 });
    }
  },

  async "chain-expired-base"(one) {
    const { double, chain } = await worldOf(one);
    const { hop = 0, profile, source_profile: source = "" } = one.error;
    double.world = { accounts: double.world.accounts.map((account) => ({ ...account, users: [] })) };
    const { problem, message } = await problemOf(chain.resolve(one.profile));
    expect(problem).toMatchObject({ kind: "key-refused", profile: one.profile, source: { profile: source } });
    expect(message).toContain(`"${source}"`);
    // Only the first hop is signed with the key: the source says which one it was.
    const refused = roleHops(chain.plan(one.profile))[hop - 1];
    expect(refused?.profile).toBe(profile);
    expect(double.calls).toMatchObject([
      { errorCode: "InvalidClientTokenId", parameters: { RoleArn: refused?.role.arn } },
    ]);
  },

  async "chain-sts-legacy"(one) {
    const { double, chain } = await worldOf(one);
    await chain.resolve(one.profile);
    expect(double.calls).toMatchObject([{ host: one.expect.sts_host, region: "eu-west-1", status: 200 }]);
  },

  async "cache-per-hop"(one) {
    const { double, chain } = await worldOf(one);
    for (const profile of one.warm) await chain.resolve(profile);
    const [calls, prompts] = [double.calls.length, chain.prompts.length];
    await chain.resolve(one.profile);
    const made = double.calls.slice(calls).map(({ parameters }) => ({ role: parameters["RoleArn"] }));
    expect(made).toEqual(one.expect.sts_calls);
    expect(chain.prompts.slice(prompts)).toEqual(one.expect.mfa_prompts);
  },

  async "cache-cli-collision"(one) {
    const role = "role_arn = arn:aws:iam::123456789012:role";
    const sources = ["a", "b", "c"];
    const config = [
      one.config,
      `[profile c]\n${role}/ANOTHER\nsource_profile = base\n`,
      ...sources.map((name) => `[profile behind-${name}]\n${role}/BEHIND\nsource_profile = ${name}\n`),
    ].join("");
    const { double, chain } = await worldOf({ ...one, config });
    // The base access key id: each assumes the role itself.
    const middle = [];
    for (const profile of sources) middle.push((await chain.resolve(profile)).accessKeyId);
    expect(double.calls.map(({ accessKeyId }) => accessKeyId)).toEqual(["AKIABASE", "AKIAOTHER", "AKIABASE"]);
    // Every hop of the chain: one role behind three ways is assumed from each of them.
    for (const profile of sources) await chain.resolve(`behind-${profile}`);
    expect(double.calls.slice(3).map(({ accessKeyId }) => accessKeyId)).toEqual(middle);
  },
};

describe.skipIf(all.length === 0)("the hard cases of resolving", () => {
  it("are all that the plan leaves open, and two of the cache", () => {
    const ids = [...Object.keys(CASES_BEYOND_THE_PLAN), "cache-per-hop", "cache-cli-collision"];
    expect(Object.keys(PROOFS).sort()).toEqual(ids.sort());
    expect(ids.filter((id) => !all.some((one) => one.id === id))).toEqual([]);
  });

  it.each(all.filter(({ id }) => id in PROOFS))("$id: $title", (one) => PROOFS[one.id]?.(one));
});
