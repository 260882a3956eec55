import { describe, expect, it } from "vitest";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { configOf, inheritingConfigOf } from "../../config-of";

const FILE = "~/.aws/config";
const ROLE = "role_arn = arn:aws:iam::111111111111:role/A\n";
const USER = "[profile user]\n";

describe("a profile that works in aws-vault only", () => {
  it.each([
    [
      "for want of a source",
      `[default]\nregion = eu-west-1\nsource_profile = user\n${USER}[profile a]\n${ROLE}`,
      {
        settings: ["source_profile"],
        lender: { file: FILE, line: 3 },
        cause: { kind: "missing-source", profile: "a", file: FILE, line: 6 },
        file: FILE,
        line: 6,
      },
    ],
    [
      "for want of a role",
      `[default]\n${ROLE}aws_access_key_id = AKIA\naws_secret_access_key = s\n[profile a]\nsource_profile = default\n`,
      {
        settings: ["role_arn"],
        lender: { file: FILE, line: 2 },
        cause: { kind: "missing-role", profile: "a", setting: "source_profile", file: FILE, line: 6 },
        file: FILE,
        line: 6,
      },
    ],
    [
      "for want of a place to sign in",
      "[default]\nsso_start_url = https://u\nsso_region = eu-west-1\n[profile a]\nsso_account_id = 1\nsso_role_name = r\n",
      {
        settings: ["sso_start_url", "sso_region"],
        lender: { file: FILE, line: 2 },
        cause: {
          kind: "partial-sso",
          profile: "a",
          setting: "sso_account_id",
          missing: "sso_start_url",
          file: FILE,
          line: 5,
        },
        file: FILE,
        line: 5,
      },
    ],
    [
      "for want of a source, its role being included",
      `[default]\nrole_arn = d\nsource_profile = user\n${USER}[profile common]\n${ROLE}[profile a]\ninclude_profile = common\n`,
      {
        settings: ["source_profile"],
        lender: { file: FILE, line: 3 },
        cause: { kind: "missing-source", profile: "a", file: FILE, line: 6 },
        file: FILE,
        line: 6,
      },
    ],
    [
      "for want of the source of a role on the way",
      `[default]\nsource_profile = user\n${USER}[profile b]\n${ROLE}[profile a]\n${ROLE}source_profile = b\n`,
      {
        settings: ["source_profile"],
        lender: { file: FILE, line: 2 },
        cause: { kind: "missing-source", profile: "b", selected: "a", file: FILE, line: 5 },
        file: FILE,
        line: 5,
      },
    ],
  ])("is told what it would take from [default], %s", (_what, config, expected) => {
    expect(planChain(configOf(config), "a")).toEqual({
      problem: { kind: "inheritance-needed", profile: "a", ...expected },
    });
    expect(planChain(inheritingConfigOf(config), "a")).toMatchObject({ plan: { profile: "a" } });
  });
});

describe("a profile that works in aws-vault neither", () => {
  it.each([
    ["as there is no [default]", `${USER}[profile a]\n${ROLE}`],
    ["as [default] lacks the same", `[default]\nregion = eu-west-1\n${USER}[profile a]\n${ROLE}`],
    ["as the source of [default] is no profile", `[default]\nsource_profile = nobody\n${USER}[profile a]\n${ROLE}`],
    ["as the source of [default] is itself", `[default]\nsource_profile = a\n${USER}[profile a]\n${ROLE}`],
  ])("is told its own fault, %s", (_what, config) => {
    expect(planChain(configOf(config), "a")).toMatchObject({ problem: { kind: "missing-source", profile: "a" } });
  });
});

it("asks for no inheritance where a profile works without, whatever [default] says", () => {
  const config = `[default]\n${ROLE}source_profile = user\n${USER}[profile a]\n`;
  expect(planChain(configOf(config), "a")).toMatchObject({ plan: { source: { profile: "a" }, diagnostics: [] } });
});
