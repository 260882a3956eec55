import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type ChainPlan, type CredentialSource, mfaDevice, roleHops } from "../../../../src/aws/chain/plan/chain-plan";
import { describePlanProblem } from "../../../../src/aws/chain/plan/describe-plan-problem";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { type PlanProblem } from "../../../../src/aws/chain/plan/plan-problem";
import { sharedJson } from "../../../shared-data";
import { configOf } from "../../config-of";
import { planOf } from "../../plan-of";
import { CASES_BEYOND_THE_PLAN } from "../cases-beyond-the-plan";

const Calls = v.array(
  v.strictObject({
    role: v.optional(v.string()),
    DurationSeconds: v.optional(v.nullable(v.number())),
    SerialNumber: v.optional(v.nullable(v.string())),
    TokenCode: v.optional(v.string()),
    ExternalId: v.optional(v.string()),
  }),
);
const Case = v.object({
  id: v.string(),
  kind: v.string(),
  title: v.string(),
  config: v.optional(v.string(), ""),
  credentials: v.optional(v.string()),
  profile: v.optional(v.string(), ""),
  expect: v.optional(
    v.looseObject({
      depth: v.optional(v.number()),
      base_access_key_id: v.optional(v.string()),
      base_type: v.optional(v.string()),
      mfa_prompts: v.optional(v.array(v.string())),
      sts_calls: v.optional(Calls),
      warnings: v.optional(v.array(v.string())),
    }),
  ),
  error: v.optional(
    v.object({
      kind: v.string(),
      message_contains: v.optional(v.string()),
      profiles: v.optional(v.array(v.string())),
    }),
  ),
});
type Case = v.InferOutput<typeof Case>;

const all = sharedJson("cases/hard-cases.json", v.object({ cases: v.array(Case) }))?.cases ?? [];
const cases = all.filter(({ kind }) => kind === "chain" || kind === "sts");

/** Cases whose fault shows when their source is read: the plan leads to the source. */
const SOURCES: Readonly<Record<string, Partial<CredentialSource>>> = {
  "chain-process-source": {
    kind: "process",
    profile: "p",
    command: `printf '{"Version":1,"AccessKeyId":"AKP","SecretAccessKey":"S"}'`,
  },
  "chain-process-v2": {
    kind: "process",
    profile: "p",
    command: `printf '{"Version":2,"AccessKeyId":"AKP","SecretAccessKey":"S"}'`,
  },
  "chain-process-recursion": { kind: "process", profile: "p", command: 'sh -c "echo please login >&2; exit 1"' },
  "chain-web-identity-wins": { kind: "web-identity", profile: "a", tokenFile: "/nonexistent/token" },
  "chain-credential-source-desktop": { kind: "named", profile: "a", name: "Ec2InstanceMetadata" },
  "chain-sso-source": { kind: "sso", profile: "sso", session: "corp", startUrl: "https://c.awsapps.com/start" },
};

/** The file's errors that a plan tells, as this extension's problems. */
const PROBLEMS: Readonly<Record<string, PlanProblem["kind"]>> = {
  "chain-self-nokeys": "source-loop",
  "chain-process-and-role": "missing-source",
  "chain-source-no-role": "missing-role",
  "chain-session-name": "broken-role-text",
};

/** The file's warnings in this extension's words. */
const WARNINGS: Readonly<Record<string, string>> = {
  "mid: keys in the credentials file hide its role_arn":
    'The keys of "mid" hide its role_arn (~/.aws/config, line 5) from the profiles behind it, as in every AWS SDK; once they expire, nothing opens.',
  "chained sessions are limited to 1 hour":
    'duration_seconds = 43200 of "hop2" is lowered to 3600: a role assumed by another session lasts an hour at most.',
  "duration_seconds=1h ignored (parseInt would send 1)":
    'duration_seconds = 1h of "a" is not a number of seconds, so the session lasts an hour.',
  "duration_seconds=600 raised to the minimum 900":
    'duration_seconds = 600 of "a" is raised to 900, the shortest session of a role.',
  "duration_seconds=90000 lowered to the maximum 43200":
    'duration_seconds = 90000 of "a" is lowered to 43200, the longest session of a role.',
  "hop2: the caller is a role session, which has no MFA device; STS will refuse this serial":
    'mfa_serial of "hop2" is left out: its role is assumed by a session, which has no MFA device, and STS would refuse it.',
};

/** What a plan warns of beside what its case is about. */
const FURTHER_WARNINGS: Readonly<Record<string, readonly string[]>> = {
  "chain-self-mid": [
    'The keys of "b" hide its role_arn (~/.aws/config, line 2) from the profiles behind it, as in every AWS SDK.',
  ],
  "chain-sso-source": [
    'duration_seconds = 7200 of "a" is lowered to 3600: a role assumed by another session lasts an hour at most.',
  ],
};

/** The plan's roles with what the file says of its calls. A code may go into a call before them: see `mfa_prompts`. */
function callsOf(plan: ChainPlan, expected: v.InferOutput<typeof Calls>): unknown {
  return roleHops(plan).map(({ role, durationSeconds, externalId }, index) => {
    const wanted = expected[index] ?? {};
    return {
      ...(wanted.role !== undefined && { role: role.arn }),
      ...(wanted.DurationSeconds !== undefined && { DurationSeconds: durationSeconds }),
      ...(wanted.ExternalId !== undefined && { ExternalId: externalId }),
    };
  });
}

/** STS's own hour is left unsaid, so that it is the same whether a case expects 3600 or nothing. */
function expectedCalls(calls: v.InferOutput<typeof Calls>): unknown {
  return calls.map(({ role, DurationSeconds, ExternalId }) => ({
    ...(role !== undefined && { role }),
    ...(DurationSeconds !== undefined && { DurationSeconds: DurationSeconds ?? 3600 }),
    ...(ExternalId !== undefined && { ExternalId }),
  }));
}

describe.skipIf(cases.length === 0)("the hard cases about chains", () => {
  it("are 31", () => {
    expect(cases).toHaveLength(31);
  });

  it("are each expected in one way", () => {
    const ids = [CASES_BEYOND_THE_PLAN, SOURCES, PROBLEMS].flatMap((table) => Object.keys(table));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !cases.some((one) => one.id === id))).toEqual([]);
    const withError = cases.filter(({ id, error }) => error && !(id in CASES_BEYOND_THE_PLAN) && !(id in SOURCES));
    expect(withError.map(({ id }) => id)).toEqual(cases.map(({ id }) => id).filter((id) => id in PROBLEMS));
  });

  it("leave none about STS unproved", () => {
    const proved = cases.filter(({ id, expect: wanted }) => wanted || id in PROBLEMS || id in SOURCES);
    const ids = [...proved.map(({ id }) => id), ...Object.keys(CASES_BEYOND_THE_PLAN)];
    expect(cases.filter(({ id, kind }) => kind === "sts" && !ids.includes(id))).toEqual([]);
  });

  it.each(cases.filter(({ id }) => id in PROBLEMS))("$id: $title", ({ id, config, credentials, profile, error }) => {
    const result = planChain(configOf(config, credentials), profile);
    if ("plan" in result) throw new Error("There is a plan.");
    const { problem } = result;
    const { fault, hint } = describePlanProblem(problem);
    expect(problem).toMatchObject({ kind: PROBLEMS[id], profile });
    expect(`${fault}. ${hint}`).toContain(error?.message_contains ?? "");
    if (error?.profiles) expect(new Set("path" in problem ? problem.path : [])).toEqual(new Set(error.profiles));
  });

  it.each(cases.filter(({ id }) => id in SOURCES))("$id, up to its source: $title", (one) => {
    expect(planOf(one.config, one.profile, one.credentials).source).toMatchObject({ ...SOURCES[one.id] });
  });

  it.each(cases.filter(({ id, expect: wanted }) => wanted && !(id in CASES_BEYOND_THE_PLAN)))("$id: $title", (one) => {
    const wanted = one.expect ?? {};
    const plan = planOf(one.config, one.profile, one.credentials);
    const { source } = plan;

    if (wanted.depth !== undefined) expect(roleHops(plan)).toHaveLength(wanted.depth);
    if (wanted.base_access_key_id !== undefined && !(one.id in SOURCES)) {
      expect(source).toMatchObject({ kind: "file-key", accessKeyId: wanted.base_access_key_id });
    }
    if (wanted.base_type !== undefined) expect(source.kind).toBe(wanted.base_type);
    if (wanted.mfa_prompts) {
      expect(plan.hops.flatMap(({ device }) => device?.serial ?? [])).toEqual(wanted.mfa_prompts);
    }
    if (wanted.sts_calls) {
      expect(callsOf(plan, wanted.sts_calls)).toEqual(expectedCalls(wanted.sts_calls));
      const serials = wanted.sts_calls.flatMap(({ SerialNumber }) => SerialNumber ?? []);
      if (serials.length > 0) expect([mfaDevice(plan)?.serial]).toEqual(serials);
    }
    const warnings = (wanted.warnings ?? []).map((warning) => WARNINGS[warning]);
    expect(plan.diagnostics.map(({ message }) => message)).toEqual([...warnings, ...(FURTHER_WARNINGS[one.id] ?? [])]);
  });
});

describe.skipIf(cases.length === 0)("what the plan says of the hard cases beyond it", () => {
  function planOfCase(id: string): ChainPlan {
    const one = cases.find((candidate) => candidate.id === id);
    return planOf(one?.config ?? "", one?.profile ?? "");
  }

  it.each(Object.entries(CASES_BEYOND_THE_PLAN))("%s has one: %s", (id) => {
    expect(planOfCase(id).diagnostics).toEqual([]);
  });

  it("asks for the duration of the profile, which the role may refuse", () => {
    expect(roleHops(planOfCase("chain-duration-max"))).toMatchObject([{ durationSeconds: 43_200 }]);
  });

  it.each([
    ["chain-sts-legacy", "eu-west-1"],
    ["chain-optin-region", "ap-east-1"],
  ])("signs for the region of the profile: %s", (id, region) => {
    expect(planOfCase(id).region).toBe(region);
  });

  it.each(["chain-mfa-code-format", "chain-retry-mfa"])("asks for one code: %s", (id) => {
    expect(planOfCase(id).hops.filter(({ device }) => device)).toHaveLength(1);
  });

  it("goes through both roles from a key that may have ended", () => {
    expect(planOfCase("chain-expired-base")).toMatchObject({
      source: { kind: "file-key", profile: "base" },
      hops: [{ profile: "hop1" }, { profile: "hop2" }],
    });
  });
});

it.skipIf(cases.length === 0)("inherits the user's device, and leaves the code to GetSessionToken", () => {
  const one = cases.find(({ id }) => id === "chain-mfa-on-source-only");
  expect(planOf(one?.config ?? "", one?.profile ?? "").hops).toMatchObject([
    { kind: "user-session", profile: "base", device: { declaredBy: "base" } },
    { kind: "role", profile: "a", device: undefined },
  ]);
});
