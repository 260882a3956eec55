import { describe, expect, it } from "vitest";
import { configDiagnostics, diagnosticsReport } from "../../src/aws/config-diagnostics";
import { listProfiles } from "../../src/aws/profiles/profile-list";
import { shownText } from "../../src/aws/shown-text";
import { configOf } from "./config-of";

const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const INDENTED = `\n  aws_secret_access_key = ${SECRET}\n`;

describe("a text of the config in a message", () => {
  it.each([
    ["is whole where it is short", "eu-west-1", "eu-west-1"],
    ["is cut where it is long", "two words ".repeat(7), `${"two words ".repeat(6)}…`],
    ["ends with its first line", "eu-west-1\nkey = value", "eu-west-1…"],
    ["is not there where its first line is empty", "\nkey = value", "…"],
    ["does without what may be a key", `key=${SECRET}`, "…"],
    ["keeps an ARN", "arn:aws:iam::123456789012:group/Admins", "arn:aws:iam::123456789012:group/Admins"],
  ])("%s", (_, text, shown) => {
    expect(shownText(text)).toBe(shown);
  });
});

describe("the report on a config keeps a secret to itself", () => {
  it.each([
    ["indented below a region", `[profile a]\nregion = eu-west-1${INDENTED}`],
    ["indented below an empty region", `[profile a]\nregion =${INDENTED}`],
    [
      "indented below a source",
      `[profile a]\nrole_arn = arn:aws:iam::123456789012:role/A\nsource_profile = b${INDENTED}`,
    ],
    ["indented below an include", `[profile a]\ninclude_profile = b${INDENTED}`],
    ["indented below a session", `[profile a]\nsso_account_id = 1\nsso_session = b${INDENTED}`],
    ["indented below a security key", `[profile a]\nmfa_serial = arn:aws:iam::1:u2f/b${INDENTED}`],
    ["in place of a role", `[profile b]\n[profile a]\nrole_arn = ${SECRET}\nsource_profile = b`],
    ["in place of a region", `[profile a]\nregion = ${SECRET}`],
    ["in place of a credential source", `[profile a]\nrole_arn = x\ncredential_source = ${SECRET}`],
    ["in place of a section", `[${SECRET}]`],
    [
      "indented below a duration",
      `[profile b]\n[profile a]\nrole_arn = arn:aws:iam::123456789012:role/A\nsource_profile = b\nduration_seconds = 900${INDENTED}`,
    ],
  ])("%s", (_, text) => {
    const config = configOf(text);
    const report = diagnosticsReport(configDiagnostics(config, listProfiles(config, new Map(), new Date(0))));
    expect(report).not.toBe("");
    expect(report).not.toContain(SECRET);
  });
});
