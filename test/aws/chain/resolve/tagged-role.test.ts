import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoWorld } from "../../../aws-double/demo-world";
import { type World } from "../../../aws-double/world";
import { articleConfig } from "../../article-config";
import { chainOnDouble, type ChainOnDouble } from "../../chain-on-double";

const TAGS = "session_tags = team=blue,cost-center=42";
const TRANSITIVE = "transitive_session_tags = team";
const IDENTITY = "source_identity = ada";

let double: AwsDouble;

beforeEach(async () => {
  double = await startAwsDouble();
});

afterEach(() => double.close());

/** The article's chain, where demo-role2 has these settings and its trust policy allows these actions. */
function chainWith(settings: readonly string[], actions: readonly string[]): ChainOnDouble {
  double.world = worldAllowing(actions);
  const lines = ["role/demo-role2", ...settings].join("\n");
  return chainOnDouble({ double, config: articleConfig.replace("role/demo-role2", lines) });
}

function worldAllowing(actions: readonly string[]): World {
  const accounts = demoWorld.accounts.map((account) => ({
    ...account,
    roles: (account.roles ?? []).map((role) => {
      if (role.name !== "demo-role2") return role;
      const Statement = role.trustPolicy.Statement.map((statement) => ({ ...statement, Action: actions }));
      return { ...role, trustPolicy: { ...role.trustPolicy, Statement } };
    }),
  }));
  return { accounts };
}

const ALL_ACTIONS = ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"];

describe("a role with session tags and a source identity", () => {
  it("is taken where its trust policy allows them", async () => {
    const chain = chainWith([TAGS, TRANSITIVE, IDENTITY], ALL_ACTIONS);
    expect(await chain.open("demo-role2")).toMatchObject({ account: "333333333333", role: "demo-role2" });
  });

  it("sends them with its own hop and no other", async () => {
    await chainWith([TAGS, TRANSITIVE, IDENTITY], ALL_ACTIONS).resolve("demo-role2");
    const sent = double.calls.map(({ parameters }) =>
      Object.fromEntries(
        Object.entries(parameters).filter(([name]) => /^(Tags|TransitiveTagKeys|SourceIdentity)/.test(name)),
      ),
    );
    expect(sent).toEqual([
      {},
      {},
      {
        "Tags.member.1.Key": "team",
        "Tags.member.1.Value": "blue",
        "Tags.member.2.Key": "cost-center",
        "Tags.member.2.Value": "42",
        "TransitiveTagKeys.member.1": "team",
        SourceIdentity: "ada",
      },
    ]);
  });

  it.each([
    ["its tags", [TAGS], ["sts:AssumeRole", "sts:SetSourceIdentity"]],
    ["its source identity", [IDENTITY], ["sts:AssumeRole", "sts:TagSession"]],
  ])("is refused where its trust policy does not allow %s", async (_what, settings, actions) => {
    const chain = chainWith(settings, actions);
    await expect(chain.resolve("demo-role2")).rejects.toMatchObject({
      problem: { kind: "role-refused", roleProfile: "demo-role2", hop: { number: 2, of: 2 } },
    });
  });

  it("is refused with AWS's code where a transitive key is no tag's", async () => {
    const chain = chainWith([TAGS, "transitive_session_tags = stage"], ALL_ACTIONS);
    await expect(chain.resolve("demo-role2")).rejects.toMatchObject({
      problem: { kind: "sts-refused", code: "InvalidParameterValue", hop: { number: 2, of: 2 } },
    });
  });

  it("is not assumed again as long as they stay", async () => {
    const chain = chainWith([TAGS, IDENTITY], ALL_ACTIONS);
    await chain.resolve("demo-role2");
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual([]);
  });
});

describe("a role without them", () => {
  it.each([
    ["has no such setting", []],
    ["has empty ones", ["session_tags =", "transitive_session_tags =", "source_identity ="]],
    ["has a list of no transitive keys", ["transitive_session_tags = ,"]],
  ])("sends no parameter for them where it %s", async (_what, settings) => {
    await chainWith(settings, ["sts:AssumeRole"]).resolve("demo-role2");
    expect(Object.keys(double.calls.at(-1)?.parameters ?? {})).toEqual(["RoleArn", "RoleSessionName"]);
  });
});
