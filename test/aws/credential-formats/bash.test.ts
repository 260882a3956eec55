import { describe, expect, it } from "vitest";
import { BASH_FORMAT } from "../../../src/aws/credential-formats/bash";
import { missingTools } from "../../required-tools";
import { credentialsOf } from "../credentials-of";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { BASH, environmentAfter, ZSH, ZSH_RC_QUOTES } from "./shells";

const OWNER = { profile: "demo", region: "ap-northeast-1" };
const hasZsh = missingTools("the lines for zsh", "zsh").length === 0;

describe("the lines for bash and zsh", () => {
  it("are whole lines, ready to paste, that say nothing of an end that is not known", () => {
    expect(BASH_FORMAT.write(credentialsOf("ASIADEMO"), OWNER))
      .toBe(`unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CREDENTIAL_EXPIRATION
export AWS_ACCESS_KEY_ID='ASIADEMO'
export AWS_SECRET_ACCESS_KEY='secret of ASIADEMO'
export AWS_SESSION_TOKEN='token of ASIADEMO'
export AWS_REGION='ap-northeast-1'
export AWS_DEFAULT_REGION='ap-northeast-1'
`);
  });
});

describe.each(hasZsh ? [BASH, ZSH, ZSH_RC_QUOTES] : [BASH])("the lines in $title", (shell) => {
  it("set what the AWS CLI and SDKs read, for the programs that it starts", () => {
    expect(environmentAfter(shell, BASH_FORMAT.write(USUAL_CREDENTIALS, OWNER))).toEqual({
      AWS_ACCESS_KEY_ID: "ASIADEMO",
      AWS_SECRET_ACCESS_KEY: "wJalr/+x",
      AWS_SESSION_TOKEN: "IQoJb3==",
      AWS_CREDENTIAL_EXPIRATION: "2026-11-23T12:34:56.000Z",
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
    });
  });

  it("take away what would win over them, or outlive them", () => {
    const before = "export AWS_PROFILE=prod AWS_DEFAULT_PROFILE=prod AWS_CREDENTIAL_EXPIRATION=2020-01-01\n";
    const lines = BASH_FORMAT.write(credentialsOf("ASIADEMO"), OWNER);
    expect(Object.keys(environmentAfter(shell, before + lines)).toSorted()).toEqual([
      "AWS_ACCESS_KEY_ID",
      "AWS_DEFAULT_REGION",
      "AWS_REGION",
      "AWS_SECRET_ACCESS_KEY",
      "AWS_SESSION_TOKEN",
    ]);
  });

  it.each(AWKWARD_VALUES)("keep a value as it is: %s", (_what, value) => {
    expect(environmentAfter(shell, BASH_FORMAT.write(awkwardCredentials(value), OWNER))).toMatchObject({
      AWS_SECRET_ACCESS_KEY: value,
      AWS_SESSION_TOKEN: `token${value}`,
      AWS_REGION: "ap-northeast-1",
    });
  });
});
