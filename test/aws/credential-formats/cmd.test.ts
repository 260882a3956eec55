import { describe, expect, it } from "vitest";
import { CMD_FORMAT } from "../../../src/aws/credential-formats/cmd";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { afterSetLines } from "./cmd-prompt";
import { refusalOf } from "./refusal-of";

const OWNER = { profile: "demo", region: "ap-northeast-1" };
const CONTROL = /\p{Cc}/u;
const writable = AWKWARD_VALUES.filter(([, value]) => !CONTROL.test(value));
const unwritable = AWKWARD_VALUES.filter(([, value]) => CONTROL.test(value));

describe("the lines for cmd.exe", () => {
  it("are whole lines as Windows ends them, that take away what would win over them", () => {
    expect(CMD_FORMAT.write(USUAL_CREDENTIALS, OWNER).split("\r\n")).toEqual([
      "set AWS_PROFILE=",
      "set AWS_DEFAULT_PROFILE=",
      "set AWS_CREDENTIAL_EXPIRATION=",
      "set AWS_ACCESS_KEY_ID=ASIADEMO",
      "set AWS_SECRET_ACCESS_KEY=wJalr/+x",
      "set AWS_SESSION_TOKEN=IQoJb3==",
      "set AWS_CREDENTIAL_EXPIRATION=2026-11-23T12:34:56.000Z",
      "set AWS_REGION=ap-northeast-1",
      "set AWS_DEFAULT_REGION=ap-northeast-1",
      "",
    ]);
  });

  it.each(writable)("keep a value as it is, by the prompt's rules: %s", (_what, value) => {
    const variables = { PATH: "C:\\Windows", AWS_PROFILE: "prod" };
    const { PATH, ...environment } = afterSetLines(CMD_FORMAT.write(awkwardCredentials(value), OWNER), variables);
    expect(PATH).toBe("C:\\Windows");
    expect(environment).toEqual({
      AWS_ACCESS_KEY_ID: "ASIADEMO",
      ...(value !== "" && { AWS_SECRET_ACCESS_KEY: value }),
      AWS_SESSION_TOKEN: `token${value}`,
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
    });
  });

  it("put a caret before everything, so that no name of a variable is left between two percent signs", () => {
    expect(CMD_FORMAT.write(awkwardCredentials('%Path%"&'), OWNER)).toContain(
      'set AWS_SECRET_ACCESS_KEY=^%^P^a^t^h^%^"^&\r\n',
    );
  });

  it.each(unwritable)("are not written where the prompt would take a character for a key: %s", (_what, value) => {
    expect(refusalOf(CMD_FORMAT, awkwardCredentials(value))).toEqual({
      kind: "unwritable-credentials",
      profile: "demo",
      format: "Command Prompt",
      part: "AWS_SECRET_ACCESS_KEY",
    });
  });
});
