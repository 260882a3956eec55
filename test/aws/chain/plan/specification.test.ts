import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type CredentialSource, roleHops } from "../../../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { type PlanProblem } from "../../../../src/aws/chain/plan/plan-problem";
import { type Problem, ProblemError } from "../../../../src/aws/problem";
import { readStoredKey } from "../../../../src/aws/sources/stored-key";
import { configOf } from "../../config-of";
import { sharedJson } from "../../../shared-data";

const Settings = v.record(v.string(), v.string());
const Sections = v.record(v.string(), Settings);
const Provider = v.union([
  v.strictObject({ AccessKey: Settings }),
  v.strictObject({ AssumeRole: Settings }),
  v.strictObject({ WebIdentityToken: Settings }),
  v.strictObject({ Sso: Settings }),
  v.strictObject({ NamedSource: v.string() }),
]);
const Case = v.strictObject({
  docs: v.string(),
  input: v.strictObject({
    profiles: Sections,
    selected_profile: v.string(),
    sso_sessions: v.optional(Sections),
  }),
  output: v.union([v.strictObject({ ProfileChain: v.array(Provider) }), v.strictObject({ Error: v.string() })]),
});
type Case = v.InferOutput<typeof Case>;
type Provider = v.InferOutput<typeof Provider>;

const cases = sharedJson("vectors/smithy-rs/assume-role-tests.json", v.array(Case)) ?? [];

/** What the specification says in words, as this extension's problems. */
const PROBLEMS: Readonly<Record<string, Partial<PlanProblem>>> = {
  "profile must contain `source_profile`": { kind: "missing-source", profile: "A" },
  "profile contained both source_profile and credential_source": { kind: "two-sources", profile: "A" },
  "profile missing aws_secret_access_key": { kind: "partial-key", profile: "B", missing: "aws_secret_access_key" },
  "profile missing aws_access_key_id": { kind: "partial-key", profile: "B", missing: "aws_access_key_id" },
  "could not find source profile B referenced from A": { kind: "unknown-source", profile: "A", source: "B" },
  "No profiles were defined": { kind: "unknown-profile", profile: "A" },
  "profile formed an infinite loop": { kind: "source-loop", profile: "A", path: ["A", "B", "A"] },
  "`role_arn` was missing": { kind: "missing-role", profile: "A", setting: "web_identity_token_file" },
  "if `sso_role_name` is set, then `sso_account_id` must also be set": {
    kind: "partial-sso",
    profile: "A",
    setting: "sso_role_name",
    missing: "sso_account_id",
  },
  "if `sso_account_id` is set, then `sso_role_name` must also be set": {
    kind: "partial-sso",
    profile: "A",
    setting: "sso_account_id",
    missing: "sso_role_name",
  },
  "`sso_region` can only be specified in the [sso-session] config when a session name is given": {
    kind: "sso-conflict",
    profile: "A",
    setting: "sso_region",
  },
  "sso-session named `oops` (referenced by profile `A`) was not found": {
    kind: "unknown-sso-session",
    profile: "A",
    session: "oops",
  },
};

/** A profile without credentials has its key in the key store, so its fault shows there: by the profile it names. */
const WITHOUT_CREDENTIALS = /^profile `(\w+)` did not contain credential information$/;

function configOfCase({ input: { profiles, sso_sessions = {} } }: Case): string {
  const section = (header: string, settings: Readonly<Record<string, string>>): string =>
    [`[${header}]`, ...Object.entries(settings).map(([key, value]) => `${key} = ${valid(value)}`), ""].join("\n");
  return [
    ...Object.entries(profiles).map(([name, settings]) => section(`profile ${name}`, settings)),
    ...Object.entries(sso_sessions).map(([name, settings]) => section(`sso-session ${name}`, settings)),
  ].join("");
}

/**
 * The specification's account ids have 9 digits and one of its ARNs is `arn:foo`. AWS has no such roles, and this
 * extension says so; what the cases are about is where their credentials come from.
 */
function valid(text: string): string {
  return text
    .replace(/^arn:foo$/, "arn:aws:iam::123456789:role/Foo")
    .replace(/^(arn:aws:iam::)(\d{9})(:role\/)/, "$1$2012$3");
}

/** A plan's source with the specification's names. Keys in files are told apart by their ids: a plan has no secrets. */
function sourceInSpecification(source: CredentialSource): Provider {
  const given = (settings: Readonly<Record<string, string | undefined>>): Record<string, string> =>
    Object.fromEntries(Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
  switch (source.kind) {
    case "file-key":
      return { AccessKey: { access_key_id: source.accessKeyId } };
    case "web-identity":
      return {
        WebIdentityToken: given({
          role_arn: source.role.arn,
          web_identity_token_file: source.tokenFile,
          role_session_name: source.sessionName,
        }),
      };
    case "sso":
      return {
        Sso: given({
          sso_session: source.session,
          sso_start_url: source.startUrl,
          sso_region: source.region,
          sso_account_id: source.role?.accountId,
          sso_role_name: source.role?.roleName,
        }),
      };
    case "named":
      return { NamedSource: source.name };
    default:
      throw new Error(`The specification has no ${source.kind}.`);
  }
}

/** What the specification expects, as far as a plan tells it. */
function expectedProvider(provider: Provider): Provider {
  if ("AccessKey" in provider) return { AccessKey: { access_key_id: provider.AccessKey["access_key_id"] ?? "" } };
  if ("AssumeRole" in provider) return { AssumeRole: withValidArn(provider.AssumeRole) };
  if ("WebIdentityToken" in provider) return { WebIdentityToken: withValidArn(provider.WebIdentityToken) };
  return provider;
}

function withValidArn(settings: Readonly<Record<string, string>>): Record<string, string> {
  return { ...settings, role_arn: valid(settings["role_arn"] ?? "") };
}

/** What reading a plan's source from an empty key store ends in. */
async function problemWithoutKeys(config: string, profile: string): Promise<Problem | undefined> {
  const result = planChain(configOf(config), profile);
  if ("problem" in result) return result.problem;
  const { plan } = result;
  if (plan.source.kind !== "stored-key") return undefined;
  const empty = { read: async () => undefined, write: async () => undefined, remove: async () => undefined };
  const error: unknown = await readStoredKey(plan.source, plan, empty).catch((thrown: unknown) => thrown);
  return error instanceof ProblemError ? error.problem : undefined;
}

describe.skipIf(cases.length === 0)("the chains of the AWS SDKs' specification", () => {
  it("are 28", () => {
    expect(cases).toHaveLength(28);
  });

  it.each(cases.map((one, index) => [index, one.docs, one] as const))("case %i: %s", async (_index, _docs, one) => {
    const { output } = one;
    const profile = one.input.selected_profile;
    const config = configOfCase(one);
    if ("ProfileChain" in output) {
      const result = planChain(configOf(config), profile);
      if ("problem" in result) throw new Error(JSON.stringify(result.problem));
      const roles = roleHops(result.plan).map(({ role, sessionName, externalId }) => ({
        AssumeRole: {
          role_arn: role.arn,
          ...(sessionName !== undefined && { role_session_name: sessionName }),
          ...(externalId !== undefined && { external_id: externalId }),
        },
      }));
      expect([sourceInSpecification(result.plan.source), ...roles]).toEqual(output.ProfileChain.map(expectedProvider));
      return;
    }

    const [, source] = WITHOUT_CREDENTIALS.exec(output.Error) ?? [];
    const expected = source === undefined ? PROBLEMS[output.Error] : { kind: "no-access-key", profile, source };
    expect(expected).toBeDefined();
    expect(await problemWithoutKeys(config, profile)).toMatchObject({ ...expected });
  });
});
