import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { bashExports } from "../../../src/aws/credential-formats/bash";
import { type Credentials } from "../../../src/aws/credentials";
import { Secret } from "../../../src/aws/secret";

/** What a program started from a bash that ran the lines finds in its environment. */
function environmentAfter(lines: string): Record<string, string> {
  const script = `${lines}exec "$NODE" -p 'JSON.stringify(Object.entries(process.env))'`;
  const output = execFileSync("bash", ["--norc", "--noprofile", "-c", script], {
    env: { NODE: process.execPath },
    encoding: "utf8",
  });
  const entries: [string, string][] = JSON.parse(output);
  return Object.fromEntries(entries.filter(([name]) => name.startsWith("AWS_")));
}

function credentials(secret: string, token: string, expiration?: Date): Credentials {
  return {
    accessKeyId: "ASIADEMO",
    secretAccessKey: new Secret(secret),
    sessionToken: new Secret(token),
    expiration,
  };
}

describe("the lines for bash", () => {
  it("set what the AWS CLI and SDKs read, for the programs that bash starts", () => {
    const lines = bashExports(credentials("wJalr/+x", "IQoJb3==", new Date("2026-11-23T12:34:56Z")), "ap-northeast-1");
    expect(environmentAfter(lines)).toEqual({
      AWS_ACCESS_KEY_ID: "ASIADEMO",
      AWS_SECRET_ACCESS_KEY: "wJalr/+x",
      AWS_SESSION_TOKEN: "IQoJb3==",
      AWS_CREDENTIAL_EXPIRATION: "2026-11-23T12:34:56.000Z",
      AWS_REGION: "ap-northeast-1",
      AWS_DEFAULT_REGION: "ap-northeast-1",
    });
  });

  it("say nothing of an end that is not known", () => {
    expect(bashExports(credentials("s", "t"), "us-east-1")).not.toContain("export AWS_CREDENTIAL_EXPIRATION");
  });

  it("take away what would win over them, or outlive them", () => {
    const before = "export AWS_PROFILE=prod AWS_DEFAULT_PROFILE=prod AWS_CREDENTIAL_EXPIRATION=2020-01-01\n";
    const environment = environmentAfter(before + bashExports(credentials("s", "t"), "us-east-1"));
    expect(environment).not.toHaveProperty("AWS_PROFILE");
    expect(environment).not.toHaveProperty("AWS_DEFAULT_PROFILE");
    expect(environment).not.toHaveProperty("AWS_CREDENTIAL_EXPIRATION");
  });

  it("are whole lines, ready to paste", () => {
    expect(bashExports(credentials("s", "t"), "us-east-1"))
      .toBe(`unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CREDENTIAL_EXPIRATION
export AWS_ACCESS_KEY_ID='ASIADEMO'
export AWS_SECRET_ACCESS_KEY='s'
export AWS_SESSION_TOKEN='t'
export AWS_REGION='us-east-1'
export AWS_DEFAULT_REGION='us-east-1'
`);
  });

  it.each([
    ["a single quote", "it's"],
    ["nothing but single quotes", "'''"],
    ["double quotes", '"quoted"'],
    ["a variable", "$HOME ${PATH}"],
    ["a command", "$(echo run) `echo run`"],
    ["a line break", "one\ntwo\n"],
    ["a backslash", "a\\b\\'c\\"],
    ["an exclamation mark", "wow!!"],
    ["a second command", "'; echo run; '"],
    ["blanks, tabs and wildcards", " a\t* ? [b] ~ # c "],
    ["characters beyond ASCII", "鍵 ☃"],
    ["nothing", ""],
  ])("keep a value as it is: %s", (_what, value) => {
    const environment = environmentAfter(bashExports(credentials(value, `token ${value}`), "us-east-1"));
    expect(environment["AWS_SECRET_ACCESS_KEY"]).toBe(value);
    expect(environment["AWS_SESSION_TOKEN"]).toBe(`token ${value}`);
    expect(environment["AWS_REGION"]).toBe("us-east-1");
  });
});
