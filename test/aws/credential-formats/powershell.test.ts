import { describe, expect, it } from "vitest";
import { POWERSHELL_FORMAT } from "../../../src/aws/credential-formats/powershell";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";

const OWNER = { profile: "demo", region: "ap-northeast-1" };

/** PowerShell's verbatim string: any single quote opens, closes or, doubled, stands for the second one. */
const ASSIGNMENT = /\$Env:(\w+) = ['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]\n/gy;

/** What PowerShell makes of the assignments: nothing but them, each a verbatim string. */
function assigned(lines: string): Record<string, string> {
  const assignments = lines.slice(lines.indexOf("\n") + 1);
  const matches = [...assignments.matchAll(ASSIGNMENT)];
  expect(matches.map(([text]) => text).join("")).toBe(assignments);
  return Object.fromEntries(
    matches.map(([, name = "", text = ""]) => [name, text.replaceAll(/['‘’‚‛](['‘’‚‛])/g, "$1")]),
  );
}

describe("the lines for PowerShell", () => {
  it("are whole lines, ready to paste, that take away what would win over them", () => {
    expect(POWERSHELL_FORMAT.write(USUAL_CREDENTIALS, OWNER))
      .toBe(`Remove-Item Env:AWS_PROFILE, Env:AWS_DEFAULT_PROFILE, Env:AWS_CREDENTIAL_EXPIRATION -ErrorAction SilentlyContinue
$Env:AWS_ACCESS_KEY_ID = 'ASIADEMO'
$Env:AWS_SECRET_ACCESS_KEY = 'wJalr/+x'
$Env:AWS_SESSION_TOKEN = 'IQoJb3=='
$Env:AWS_CREDENTIAL_EXPIRATION = '2026-11-23T12:34:56.000Z'
$Env:AWS_REGION = 'ap-northeast-1'
$Env:AWS_DEFAULT_REGION = 'ap-northeast-1'
`);
  });

  it.each(AWKWARD_VALUES)("keep a value as it is, by PowerShell's rules: %s", (_what, value) => {
    expect(assigned(POWERSHELL_FORMAT.write(awkwardCredentials(value), OWNER))).toEqual({
      AWS_ACCESS_KEY_ID: "ASIADEMO",
      AWS_SECRET_ACCESS_KEY: value,
      AWS_SESSION_TOKEN: `token${value}`,
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
    });
  });

  it("double every quote that PowerShell takes for one, typographic ones too", () => {
    expect(POWERSHELL_FORMAT.write(awkwardCredentials("a'b‘c’d‚e‛f"), OWNER)).toContain(
      "$Env:AWS_SECRET_ACCESS_KEY = 'a''b‘‘c’’d‚‚e‛‛f'\n",
    );
  });
});
