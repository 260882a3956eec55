import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { type ChainPlan, roleHops } from "../../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../../src/aws/chain/plan/plan-chain";
import { decodeText } from "../../../src/aws/shared-config/decode-text";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { type SharedConfig } from "../../../src/aws/shared-config/shared-config";
import { type SourceText } from "../../../src/aws/shared-config/shared-file";
import { sharedJson } from "../../shared-data";
import { profilesOf, stated } from "./sections";

const profilesSchema = v.record(v.string(), v.record(v.string(), v.string()));

const parseCase = v.strictObject({
  id: v.string(),
  kind: v.literal("parse"),
  title: v.string(),
  config: v.string(),
  credentials: v.optional(v.string()),
  profile: v.optional(v.string(), ""),
  // Strict, so that no expectation is overlooked.
  expect: v.strictObject({
    profiles: v.optional(profilesSchema),
    profiles_contains: v.optional(profilesSchema),
    profile_names: v.optional(v.array(v.string())),
    depth: v.optional(v.number()),
    chain: v.optional(
      v.array(
        v.variant("type", [
          v.strictObject({ type: v.literal("static"), access_key_id: v.string() }),
          v.strictObject({ type: v.literal("assume_role"), role_arn: v.string() }),
        ]),
      ),
    ),
    base_access_key_id: v.optional(v.string()),
    warnings: v.optional(v.array(v.string())),
  }),
  note: v.optional(v.string()),
  source: v.array(v.string()),
  observed: v.unknown(),
});

const cases = sharedJson("cases/hard-cases.json", v.object({ cases: v.array(v.looseObject({ kind: v.string() })) }))
  ?.cases.filter(({ kind }) => kind === "parse")
  .map((one) => v.parse(parseCase, one));

/** The cases' warnings in the words of our diagnostics. */
const WARNINGS: ReadonlyMap<string, { readonly line: number; readonly message: RegExp }> = new Map([
  ["line 3: section header is not closed", { line: 3, message: /^The section header is not closed/ }],
  [
    "quotes are part of the value for the AWS CLI and JS SDK",
    { line: 2, message: /quotes .* left out; the AWS CLI and most SDKs take them as part of it/ },
  ],
  [
    "[DEFAULT] is applied to every profile by the AWS CLI",
    { line: 1, message: /^\[DEFAULT\] is no profile, though the AWS CLI applies its settings to every profile/ },
  ],
  [
    "the AWS CLI refuses a config file with a BOM",
    { line: 1, message: /byte order mark, which was skipped; the AWS CLI refuses such a file/ },
  ],
]);
/** What we say beyond the cases. */
const FURTHER_WARNINGS: ReadonlyMap<string, { readonly line: number; readonly message: RegExp }> = new Map([
  ["parse-all-indented", { line: 2, message: /indented, which the AWS CLI takes; other AWS SDKs may refuse it/ }],
]);

function load({ config, credentials }: { config: string; credentials?: string }): SharedConfig {
  const read = (text: string, file: string): SourceText => decodeText(new TextEncoder().encode(text), file);
  return loadSharedConfig({
    config: read(config, "~/.aws/config"),
    credentials: credentials === undefined ? undefined : read(credentials, "~/.aws/credentials"),
  });
}

function planOf(config: SharedConfig, profile: string): ChainPlan {
  const result = planChain(config, profile);
  if ("problem" in result) throw new Error(`No plan for ${profile}: ${JSON.stringify(result.problem)}`);
  return result.plan;
}

/** Source and roles of a plan, as the cases write them. */
function chainOf({ source, ...plan }: ChainPlan) {
  if (source.kind !== "file-key") throw new Error(`The chain starts with ${source.kind}`);
  return [
    { type: "static", access_key_id: source.accessKeyId },
    ...roleHops({ source, ...plan }).map(({ role }) => ({ type: "assume_role", role_arn: role.arn })),
  ];
}

describe.skipIf(!cases)("the hard cases of parsing", () => {
  it("are thirteen", () => expect(cases).toHaveLength(13));

  it.each(cases ?? [])("$id: $title", ({ id, profile, expect: expected, ...files }) => {
    const config = load(files);
    const { profiles, profiles_contains, profile_names, depth, chain, base_access_key_id, warnings = [] } = expected;

    if (profiles) expect(profilesOf(config)).toEqual(stated(profiles));
    for (const [name, values] of stated(profiles_contains ?? {})) {
      expect([...(profilesOf(config).get(name) ?? [])]).toEqual(expect.arrayContaining([...values]));
    }
    if (profile_names) expect([...config.profiles.keys()]).toEqual(profile_names);
    if (depth !== undefined) expect(roleHops(planOf(config, profile))).toHaveLength(depth);
    if (chain) expect(chainOf(planOf(config, profile))).toEqual(chain);
    if (base_access_key_id) {
      expect(planOf(config, profile).source).toMatchObject({ kind: "file-key", accessKeyId: base_access_key_id });
    }

    const further = FURTHER_WARNINGS.get(id);
    expect(config.diagnostics).toEqual(
      [...warnings.map((warning) => WARNINGS.get(warning)), ...(further ? [further] : [])].map((warning) =>
        expect.objectContaining({
          line: warning?.line,
          message: expect.stringMatching(warning?.message ?? "a rule for it"),
        }),
      ),
    );
  });
});
