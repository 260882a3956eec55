import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { DOTENV_FORMAT } from "../../../src/aws/credential-formats/dotenv";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { refusalOf } from "./refusal-of";

const OWNER = { profile: "demo", region: "ap-northeast-1" };
const EXPECTED = {
  AWS_ACCESS_KEY_ID: "ASIADEMO",
  AWS_SECRET_ACCESS_KEY: "wJalr/+x",
  AWS_SESSION_TOKEN: "IQoJb3==",
  AWS_CREDENTIAL_EXPIRATION: "2026-11-23T12:34:56.000Z",
  AWS_REGION: "ap-northeast-1",
  AWS_DEFAULT_REGION: "ap-northeast-1",
};

/** As `docker run --env-file` reads it: all that stands behind the first `=` of a line. */
function asDockerReads(text: string): Record<string, string> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]));
}

describe("the .env file", () => {
  const text = DOTENV_FORMAT.write(USUAL_CREDENTIALS, OWNER);

  it("is read alike by Node and by docker run --env-file", () => {
    expect({ ...parseEnv(text) }).toEqual(EXPECTED);
    expect(asDockerReads(text)).toEqual(EXPECTED);
  });

  it("ends its last line", () => {
    expect(text.endsWith("\nAWS_DEFAULT_REGION=ap-northeast-1\n")).toBe(true);
  });

  it.each(AWKWARD_VALUES)("is not written where its readers would differ: %s", (_what, value) => {
    expect(refusalOf(DOTENV_FORMAT, awkwardCredentials(value))).toEqual({
      kind: "unwritable-credentials",
      profile: "demo",
      format: ".env File",
      part: "AWS_SECRET_ACCESS_KEY",
    });
  });
});
