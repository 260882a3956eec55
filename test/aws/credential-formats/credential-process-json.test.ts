import { describe, expect, it } from "vitest";
import { credentialProcessJson } from "../../../src/aws/credential-formats/credential-process-json";
import { Secret } from "../../../src/aws/secret";
import { credentialsOf } from "../credentials-of";

describe("the answer of a credential_process", () => {
  it("is version 1 with key, token and end", () => {
    const credentials = credentialsOf("ASIADEMO", new Date("2026-11-23T12:34:56Z"));
    expect(JSON.parse(credentialProcessJson(credentials))).toEqual({
      Version: 1,
      AccessKeyId: "ASIADEMO",
      SecretAccessKey: "secret of ASIADEMO",
      SessionToken: "token of ASIADEMO",
      Expiration: "2026-11-23T12:34:56.000Z",
    });
  });

  it("has no end where none is known", () => {
    expect(JSON.parse(credentialProcessJson(credentialsOf("ASIADEMO")))).not.toHaveProperty("Expiration");
  });

  it("keeps quotes, backslashes and line breaks of a secret", () => {
    const text = 'a"b\\c\nd';
    const credentials = { ...credentialsOf("ASIADEMO"), secretAccessKey: new Secret(text) };
    expect(JSON.parse(credentialProcessJson(credentials))).toMatchObject({ SecretAccessKey: text });
  });

  it("is readable and ends with a line break", () => {
    expect(credentialProcessJson(credentialsOf("ASIADEMO"))).toBe(`{
  "Version": 1,
  "AccessKeyId": "ASIADEMO",
  "SecretAccessKey": "secret of ASIADEMO",
  "SessionToken": "token of ASIADEMO"
}
`);
  });
});
