import { describe, expect, it } from "vitest";
import { isReadable, unsupportedSource } from "../../../../src/aws/chain/plan/unsupported-source";
import { planOf } from "../../plan-of";
import { ROLE_A, roleProfile } from "../../role-profile";

const FILE = "~/.aws/config";
const KEY = "aws_access_key_id = AKIA\naws_secret_access_key = s\n";
const SSO_ROLE = "sso_account_id = 1\nsso_role_name = r\n";

describe("a source that can be read", () => {
  it.each([
    ["a stored key", "[profile a]\n"],
    ["a key in a file", `[profile a]\n${KEY}`],
    ["a command", "[profile a]\ncredential_process = some-tool\n"],
    ["a session in a file", `[profile a]\n${KEY}aws_session_token = t\n`],
  ])("is %s", (_what, config) => {
    expect(isReadable(planOf(config, "a").source)).toBe(true);
  });
});

describe("a source that cannot be read is named with its place", () => {
  const cases: [string, string, { setting: string; value: string; line: number }][] = [
    [
      "a token file",
      `[profile a]\nrole_arn = ${ROLE_A}\nweb_identity_token_file = /token\n`,
      { setting: "web_identity_token_file", value: "/token", line: 3 },
    ],
    [
      "a session of IAM Identity Center",
      `[profile a]\n${SSO_ROLE}sso_session = s\n[sso-session s]\nsso_start_url = https://u\nsso_region = eu-west-1\n`,
      { setting: "sso_session", value: "s", line: 4 },
    ],
    [
      "a start URL of IAM Identity Center",
      `[profile a]\n${SSO_ROLE}sso_start_url = https://u\nsso_region = eu-west-1\n`,
      { setting: "sso_start_url", value: "https://u", line: 4 },
    ],
    ["aws login", "[profile a]\nlogin_session = l\n", { setting: "login_session", value: "l", line: 2 }],
    [
      "the machine's credentials",
      `[profile a]\nrole_arn = ${ROLE_A}\ncredential_source = EcsContainer\n`,
      { setting: "credential_source", value: "EcsContainer", line: 3 },
    ],
  ];

  it.each(cases)("%s", (_what, config, expected) => {
    const { source } = planOf(config, "a");
    if (isReadable(source)) throw new Error("The source can be read.");
    const problem = { kind: "unsupported-source", profile: "a", file: FILE, ...expected };
    expect(unsupportedSource(source, "a")).toEqual(problem);
    expect(unsupportedSource(source, "z")).toEqual({ ...problem, selected: "z" });
  });
});

it("is the source of a plan all the same, so that the list shows the whole chain", () => {
  const config = `[profile b]\nlogin_session = l\n${roleProfile("a", ROLE_A, "b")}`;
  expect(planOf(config, "a")).toMatchObject({ source: { kind: "login", profile: "b" }, hops: [{ profile: "a" }] });
});
