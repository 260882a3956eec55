import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/aws/shared-config/decode-text";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { sharedBytes, sharedFiles } from "../../shared-data";
import { profilesOf, ssoSessionsOf, stated } from "./sections";

const FOLDER = "vectors/botocore/unit-cfg";

interface Statement {
  readonly profiles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly ssoSessions?: Statement["profiles"];
  /** Severity and line of every diagnostic. */
  readonly findings?: readonly string[];
}

const key = (aws_access_key_id: string, aws_secret_access_key: string) => ({
  aws_access_key_id,
  aws_secret_access_key,
});

/** What each of botocore's own test files gives, read as a config file. */
const STATEMENTS = new Map<string, Statement>([
  [
    "aws_bad_profile",
    {
      profiles: {
        default: key("default", "default"),
        "my profile": key("default", "default"),
        personal1: key("access_personal1", "key_personal1"),
      },
      findings: ["error 6", "error 16"],
    },
  ],
  [
    "aws_config",
    { profiles: { default: key("foo", "bar"), personal: { ...key("fie", "baz"), aws_session_token: "fiebaz" } } },
  ],
  ["aws_config_bad", { profiles: { personal: key("fie", "baz") }, findings: ["warning 1", "warning 2"] }],
  [
    "aws_config_nested",
    {
      profiles: {
        default: {
          ...key("foo", "bar"),
          s3: "\nsignature_version = s3v4\naddressing_style = path",
          cloudwatch: "\nsignature_version = v4",
          region: "us-west-2",
        },
      },
    },
  ],
  [
    "aws_config_nested_bad",
    {
      profiles: {
        default: { ...key("foo", "bar"), s3: "", cloudwatch: "\nsignature_version = v4", region: "us-west-2" },
      },
      findings: ["error 5"],
    },
  ],
  ["aws_config_nocreds", { profiles: { default: { region: "us-west-2" } } }],
  [
    "aws_config_other",
    {
      profiles: {
        default: key("other_foo", "other_bar"),
        personal: { ...key("fie", "baz"), aws_session_token: "fiebaz" },
      },
    },
  ],
  ["aws_credentials", { profiles: {}, findings: ["warning 1", "warning 2"] }],
  [
    "aws_services_config",
    { profiles: { default: { endpoint_url: "https://localhost:1234/", services: "my-services" } } },
  ],
  [
    "aws_sso_session_config",
    {
      profiles: { default: { sso_session: "sso" } },
      ssoSessions: { sso: { sso_start_url: "https://example.com", sso_region: "us-east-1" } },
    },
  ],
  [
    "aws_third_config",
    {
      profiles: {
        default: key("third_foo", "third_bar"),
        third: { ...key("third_fie", "third_baz"), aws_session_token: "third_fiebaz" },
      },
    },
  ],
  ["boto_config", { profiles: {}, findings: ["warning 1"] }],
  ["boto_config_empty", { profiles: {}, findings: ["warning 1"] }],
  ["foo_config", { profiles: { default: { ...key("foo", "bar"), foo_region: "us-west-1" }, foo: key("fie", "baz") } }],
]);

/** Random bytes, which are no text at all. */
const BAD_BYTES = "aws_config_badbytes";

function read(file: string) {
  return loadSharedConfig({ config: decodeText(sharedBytes(`${FOLDER}/${file}`) ?? new Uint8Array(), file) });
}

const files = sharedFiles(FOLDER);

describe.skipIf(files.length === 0)("botocore's own test files", () => {
  it("all have a statement below", () => {
    expect(files.toSorted()).toEqual([...STATEMENTS.keys(), BAD_BYTES].toSorted());
  });

  it.each([...STATEMENTS])("are read: %s", (file, { profiles, ssoSessions = {}, findings = [] }) => {
    const config = read(file);
    expect(profilesOf(config)).toEqual(stated(profiles));
    expect(ssoSessionsOf(config)).toEqual(stated(ssoSessions));
    expect(config.diagnostics.map(({ severity, line }) => `${severity} ${line}`)).toEqual(findings);
  });

  it("are read even where they hold no text", () => {
    const { profiles, diagnostics } = read(BAD_BYTES);
    expect([profiles.size, diagnostics.length]).toEqual([0, 101]);
    expect(diagnostics[0]).toMatchObject({ severity: "error", line: 1, hint: "Save it as UTF-8." });
  });
});
