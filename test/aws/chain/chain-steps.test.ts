import { describe, expect, it } from "vitest";
import { chainSteps, type ChainStep } from "../../../src/aws/chain/chain-steps";
import { chainState } from "../../../src/aws/chain/resolve/chain-state";
import { type Session } from "../../../src/aws/chain/resolve/session-store";
import { articleConfig } from "../article-config";
import { credentialsOf } from "../credentials-of";
import { planOf } from "../plan-of";

const NOW = new Date("2026-11-23T12:00:00Z");
const ROLE = "arn:aws:iam::222222222222:role/demo-role1";

function stepsOf(
  config: string,
  profile: string,
  { credentials, stored = [] }: { credentials?: string; stored?: readonly (Session | undefined)[] } = {},
): readonly ChainStep[] {
  const plan = planOf(config, profile, credentials);
  return chainSteps(plan, chainState(plan, stored, NOW));
}

describe("the article's chain", () => {
  it("leads from the key over the session to each role", () => {
    expect(stepsOf(articleConfig, "demo-role2")).toEqual([
      {
        title: "Key of demo-user",
        facts: ["in the key store of the operating system"],
        kept: undefined,
      },
      {
        title: "MFA session of demo-user",
        facts: ["code of arn:aws:iam::111111111111:mfa/demo-user, named by demo-user", "for 12 h"],
        kept: undefined,
      },
      { title: "demo-role1 in 222222222222", facts: ["profile demo-role1", "for 1 h"], kept: undefined },
      {
        title: "demo-role2 in 333333333333",
        facts: ["profile demo-role2", "for 1 h", "session name demo-role2"],
        kept: undefined,
      },
    ]);
  });

  it("says which steps are kept, and until when", () => {
    const until = new Date("2026-11-23T20:00:00Z");
    const session = (end: Date | undefined): Session => ({
      credentials: credentialsOf("ASIA", end),
      sourceProfile: "demo-user",
    });
    const steps = stepsOf(articleConfig, "demo-role2", { stored: [session(until), session(undefined), undefined] });
    expect(steps.map(({ kept }) => kept)).toEqual([undefined, { until }, { until: undefined }, undefined]);
  });
});

describe("what a chain starts from", () => {
  const behind = (source: string): string => `${source}\n[profile r]\nrole_arn = ${ROLE}\nsource_profile = s\n`;

  it.each([
    [
      "a key of the credentials file",
      behind("[profile s]"),
      "[s]\naws_access_key_id = AKIAONE\naws_secret_access_key = x",
      "Key of s",
      ["~/.aws/credentials, line 2"],
    ],
    [
      "keys that somebody else's session left there",
      behind("[profile s]"),
      "[s]\naws_access_key_id = ASIAONE\naws_secret_access_key = x\naws_session_token = t",
      "Temporary key of s",
      ["~/.aws/credentials, line 2"],
    ],
    [
      "a command, which is not quoted: it may hold a secret",
      behind("[profile s]\ncredential_process = tool --token hidden"),
      undefined,
      "Command of s",
      ["credential_process in ~/.aws/config, line 2"],
    ],
    [
      "the machine itself",
      `[profile r]\nrole_arn = ${ROLE}\ncredential_source = Environment\n`,
      undefined,
      "Credentials of this machine",
      ["credential_source = Environment", "~/.aws/config, line 3"],
    ],
    [
      "aws login",
      behind("[profile s]\nlogin_session = arn:aws:iam::111111111111:user/ada"),
      undefined,
      "aws login of s",
      ["~/.aws/config, line 2"],
    ],
    [
      "IAM Identity Center",
      "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n" +
        "[profile r]\nsso_session = corp\nsso_account_id = 222222222222\nsso_role_name = ReadOnly\n",
      undefined,
      "ReadOnly in 222222222222",
      ["IAM Identity Center session corp", "https://corp.awsapps.com/start"],
    ],
    [
      "a token file",
      behind(`[profile s]\nweb_identity_token_file = /token\nrole_arn = ${ROLE}`),
      undefined,
      "Web identity of s",
      ["demo-role1", "~/.aws/config, line 2"],
    ],
  ])("is told of %s", (_, config, credentials, title, facts) => {
    expect(stepsOf(config, "r", credentials === undefined ? {} : { credentials })[0]).toEqual({
      title,
      facts,
      kept: undefined,
    });
  });
});

describe("a role", () => {
  it("is told with what shapes its session", () => {
    const config = `[profile s]\nmfa_serial = arn:aws:iam::111111111111:mfa/ada
[profile r]\nrole_arn = ${ROLE}\nsource_profile = s\nduration_seconds = 14400
role_session_name = ada\nexternal_id = 7f3e\n`;
    expect(stepsOf(config, "r").at(-1)).toEqual({
      title: "demo-role1 in 222222222222",
      facts: [
        "profile r",
        "code of arn:aws:iam::111111111111:mfa/ada, named by s",
        "for 4 h",
        "session name ada",
        "with an external ID",
      ],
      kept: undefined,
    });
  });
});
