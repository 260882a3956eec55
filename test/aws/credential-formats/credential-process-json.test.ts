import { describe, expect, it } from "vitest";
import { JSON_FORMAT } from "../../../src/aws/credential-formats/credential-process-json";
import { credentialsOf } from "../credentials-of";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";

const OWNER = { profile: "demo", region: "ap-northeast-1" };

describe("the answer of a credential_process", () => {
  it("is version 1 with key, token and end", () => {
    expect(JSON.parse(JSON_FORMAT.write(USUAL_CREDENTIALS, OWNER))).toEqual({
      Version: 1,
      AccessKeyId: "ASIADEMO",
      SecretAccessKey: "wJalr/+x",
      SessionToken: "IQoJb3==",
      Expiration: "2026-11-23T12:34:56.000Z",
    });
  });

  it("has no end where none is known", () => {
    expect(JSON.parse(JSON_FORMAT.write(credentialsOf("ASIADEMO"), OWNER))).not.toHaveProperty("Expiration");
  });

  it.each(AWKWARD_VALUES)("keeps a value as it is: %s", (_what, value) => {
    expect(JSON.parse(JSON_FORMAT.write(awkwardCredentials(value), OWNER))).toMatchObject({
      SecretAccessKey: value,
      SessionToken: `token${value}`,
    });
  });

  it("is readable and ends with a line break", () => {
    expect(JSON_FORMAT.write(credentialsOf("ASIADEMO"), OWNER)).toBe(`{
  "Version": 1,
  "AccessKeyId": "ASIADEMO",
  "SecretAccessKey": "secret of ASIADEMO",
  "SessionToken": "token of ASIADEMO"
}
`);
  });
});
