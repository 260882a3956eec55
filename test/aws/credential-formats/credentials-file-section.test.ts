import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CREDENTIALS_FILE_FORMAT } from "../../../src/aws/credential-formats/credentials-file-section";
import { AwsCli } from "../../aws-double/aws-cli";
import { missingTools } from "../../required-tools";
import { configOf } from "../config-of";
import { awkwardCredentials, USUAL_CREDENTIALS } from "./sample-credentials";
import { AWKWARD_VALUES } from "./awkward-values";
import { refusalOf } from "./refusal-of";

const NAMES = ["demo-role2", "default", "dev.eu@example.com", "two words", 'it\'s "quoted"', "a #b ;c = d", "日本"];

const sectionOf = (profile: string): string =>
  CREDENTIALS_FILE_FORMAT.write(USUAL_CREDENTIALS, { profile, region: "ap-northeast-1" });

describe("the section of a credentials file", () => {
  it("is under the profile's name", () => {
    expect(sectionOf("demo-role2")).toBe(`[demo-role2]
aws_access_key_id = ASIADEMO
aws_secret_access_key = wJalr/+x
aws_session_token = IQoJb3==
`);
  });

  it("is read by this extension as temporary keys", () => {
    const config = configOf("", sectionOf("demo-role2"));
    const { settings, secrets } = config.profiles.get("demo-role2") ?? {};
    expect(settings?.get("aws_access_key_id")?.value).toBe("ASIADEMO");
    expect(secrets?.get("aws_secret_access_key")?.secret.reveal()).toBe("wJalr/+x");
    expect(secrets?.get("aws_session_token")?.secret.reveal()).toBe("IQoJb3==");
    expect(config.diagnostics).toEqual([]);
  });

  it.each([
    ["a bracket", "a]b"],
    ["a bracket at its beginning", "[a"],
    ["a line break", "a\nb"],
    ["a blank at its end", "a "],
    ["Python's name for every section", "DEFAULT"],
  ])("is not written for a name that would make another section: %s", (_what, profile) => {
    expect(refusalOf(CREDENTIALS_FILE_FORMAT, USUAL_CREDENTIALS, profile)).toEqual({
      kind: "unwritable-credentials",
      profile,
      format: "Credentials File Section",
      part: "the profile's name",
    });
  });

  it.each(AWKWARD_VALUES)("is not written where its readers would differ: %s", (_what, value) => {
    expect(refusalOf(CREDENTIALS_FILE_FORMAT, awkwardCredentials(value))?.part).toBe("aws_secret_access_key");
  });
});

const hasCli = missingTools("the section of a credentials file, read by the AWS CLI", "aws").length === 0;

describe.runIf(hasCli)("the section of a credentials file, read by the AWS CLI", { timeout: 60_000 }, () => {
  let cli: AwsCli;

  beforeAll(async () => {
    cli = await AwsCli.inNewHome({ credentials: NAMES.map(sectionOf).join("\n") });
  });

  afterAll(() => cli.removeHome());

  it.each(NAMES)("gives its credentials: %s", async (name) => {
    const { stdout, stderr } = await cli.run(["configure", "export-credentials", "--profile", name]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      Version: 1,
      AccessKeyId: "ASIADEMO",
      SecretAccessKey: "wJalr/+x",
      SessionToken: "IQoJb3==",
    });
  });
});
