import { describe, expect, it } from "vitest";
import { FISH_FORMAT } from "../../../src/aws/credential-formats/fish";
import { missingTools } from "../../required-tools";
import { credentialsOf } from "../credentials-of";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { environmentAfter, FISH } from "./shells";

const OWNER = { profile: "demo", region: "ap-northeast-1" };
const hasFish = missingTools("the lines for fish", "fish").length === 0;

describe("the lines for fish", () => {
  it("are whole lines, ready to paste, that say nothing of an end that is not known", () => {
    expect(FISH_FORMAT.write(credentialsOf("ASIADEMO"), OWNER))
      .toBe(`set -eg AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CREDENTIAL_EXPIRATION
set -gx AWS_ACCESS_KEY_ID 'ASIADEMO'
set -gx AWS_SECRET_ACCESS_KEY 'secret of ASIADEMO'
set -gx AWS_SESSION_TOKEN 'token of ASIADEMO'
set -gx AWS_REGION 'ap-northeast-1'
set -gx AWS_DEFAULT_REGION 'ap-northeast-1'
`);
  });
});

describe.runIf(hasFish)("the lines in fish", () => {
  it("set what the AWS CLI and SDKs read, for the programs that it starts", () => {
    expect(environmentAfter(FISH, FISH_FORMAT.write(USUAL_CREDENTIALS, OWNER))).toEqual({
      AWS_ACCESS_KEY_ID: "ASIADEMO",
      AWS_SECRET_ACCESS_KEY: "wJalr/+x",
      AWS_SESSION_TOKEN: "IQoJb3==",
      AWS_CREDENTIAL_EXPIRATION: "2026-11-23T12:34:56.000Z",
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
    });
  });

  it("take away what would win over them, or outlive them", () => {
    const before =
      "set -gx AWS_PROFILE prod; set -gx AWS_DEFAULT_PROFILE prod; set -gx AWS_CREDENTIAL_EXPIRATION 2020\n";
    const lines = FISH_FORMAT.write(credentialsOf("ASIADEMO"), OWNER);
    expect(Object.keys(environmentAfter(FISH, before + lines)).toSorted()).toEqual([
      "AWS_ACCESS_KEY_ID",
      "AWS_DEFAULT_REGION",
      "AWS_REGION",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_SESSION_TOKEN",
    ]);
  });

  it("leave a universal variable, which is every shell's", () => {
    const lines = FISH_FORMAT.write(credentialsOf("ASIADEMO"), OWNER);
    expect(environmentAfter(FISH, `set -Ux AWS_PROFILE prod\n${lines}`)).toMatchObject({ AWS_PROFILE: "prod" });
  });

  it.each(AWKWARD_VALUES)("keep a value as it is: %s", (_what, value) => {
    expect(environmentAfter(FISH, FISH_FORMAT.write(awkwardCredentials(value), OWNER))).toMatchObject({
      AWS_SECRET_ACCESS_KEY: value,
      AWS_SESSION_TOKEN: `token${value}`,
      AWS_REGION: "ap-northeast-1",
    });
  });
});
