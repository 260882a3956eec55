import { describe, expect, it } from "vitest";
import { parseSections } from "../../../src/aws/shared-config/parse-sections";

/** Headers and settings, in the order of the text. */
function read(text: string): [header: string, settings: Record<string, string>][] {
  return parseSections(text, "config").sections.map(({ header, settings }) => [
    header,
    Object.fromEntries(settings.map(({ key, value }) => [key, value])),
  ]);
}

function diagnose(text: string): string[] {
  return parseSections(text, "config").diagnostics.map(
    ({ severity, line, message }) => `${severity} ${line}: ${message}`,
  );
}

describe("a section header", () => {
  it.each([
    ["of the default profile", "[default]", "default"],
    ["of a named profile", "[profile demo]", "profile demo"],
    ["with blanks inside the brackets", "[  profile demo\t]", "profile demo"],
    ["that is indented", "  [profile demo]", "profile demo"],
    ["with a comment behind it", "[profile demo] # production", "profile demo"],
    ["with a comment right behind it", "[profile demo];production", "profile demo"],
    ["with a name in quotes, kept for the loader", '[profile "two words"]', 'profile "two words"'],
    ["with a name beyond ASCII", "[profile prod-é]", "profile prod-é"],
    ["of something else than a profile", "[sso-session corp]", "sso-session corp"],
  ])("%s is read", (_what, line, header) => {
    expect(read(`${line}\nregion = eu-west-1`)).toEqual([[header, { region: "eu-west-1" }]]);
  });

  it("starts a section of its own each time it stands there", () => {
    expect(read("[a]\nx = 1\n[b]\n[a]\nx = 2")).toEqual([
      ["a", { x: "1" }],
      ["b", {}],
      ["a", { x: "2" }],
    ]);
  });

  it.each([
    ["is not closed", "[profile broken", "The section header is not closed"],
    ["is closed in a quote only", "[profile o'brien]", "The section header is not closed"],
    [
      "has text behind the bracket",
      "[profile broken] text",
      "Something other than a comment stands behind the section header",
    ],
    ["is closed twice", "[profile broken]]", "Something other than a comment stands behind the section header"],
  ])("that %s keeps its settings from the section above", (_what, header, flaw) => {
    const text = `[profile safe]\nregion = eu-west-1\n${header}\nrole_arn = arn:broken\n  continued`;
    expect(read(text)).toEqual([["profile safe", { region: "eu-west-1" }]]);
    expect(diagnose(text)).toContain(`error 3: ${flaw}, so the settings below it were left out.`);
  });
});

describe("a setting", () => {
  it.each([
    ["is trimmed", "region \t=  \teu-west-1 \t", { region: "eu-west-1" }],
    ["needs no blanks", "region=eu-west-1", { region: "eu-west-1" }],
    ["has its name in lower case", "Role_ARN = arn:aws:iam::1:role/A", { role_arn: "arn:aws:iam::1:role/A" }],
    ["keeps the case of its value", "role_session_name = Demo", { role_session_name: "Demo" }],
    ["may be empty", "mfa_serial =", { mfa_serial: "" }],
    ["may have equals signs in its value", "external_id = a=b==", { external_id: "a=b==" }],
    ["may be written with a colon, as the AWS CLI accepts", "region: eu-west-1", { region: "eu-west-1" }],
    ["ends its name at the first separator", "role_arn = arn:aws:iam", { role_arn: "arn:aws:iam" }],
    ["keeps quotes", 'region = "eu-west-1"', { region: '"eu-west-1"' }],
    ["may have any text as value", "name = 開発 ☃", { name: "開発 ☃" }],
    ["may be named like a property of every object", "constructor = x", { constructor: "x" }],
  ])("%s", (_what, line, settings) => {
    expect(read(`[profile demo]\n${line}`)).toEqual([["profile demo", settings]]);
  });

  it("that stands twice is given twice, for the loader to choose", () => {
    const [section] = parseSections("[a]\nx = 1\nX = 2", "config").sections;
    expect(section?.settings).toEqual([
      { key: "x", value: "1", line: 2 },
      { key: "x", value: "2", line: 3 },
    ]);
  });
});

describe("a comment", () => {
  it.each([
    ["on a line of its own", "# comment\nregion = eu-west-1\n; comment", "eu-west-1"],
    ["on a line of its own, indented", "region = eu-west-1\n   # comment\n\t; comment", "eu-west-1"],
    ["behind a value", "region = eu-west-1 # a ; b", "eu-west-1"],
    ["behind a value, with a semicolon", "region = eu-west-1\t; a # b", "eu-west-1"],
    ["that is empty", "region = eu-west-1 ;", "eu-west-1"],
    ["instead of a value", "region =# eu-west-1", ""],
  ])("%s is left out", (_where, lines, region) => {
    expect(read(`[profile demo]\n${lines}`)).toEqual([["profile demo", { region }]]);
  });

  it.each(["https://corp.awsapps.com/start#/", "abc;def", "abc# def"])("does not begin inside a word: %s", (value) => {
    expect(read(`[profile demo]\nsetting = ${value}`)).toEqual([["profile demo", { setting: value }]]);
  });
});

describe("a line that is indented deeper than the setting above", () => {
  it.each([
    ["continues the value", "x = one\n  two\n\tthree ", "one\ntwo\nthree"],
    ["keeps what looks like a comment behind it", "x = one\n  two # three", "one\ntwo # three"],
    ["continues past blank lines", "x = one\n \t\n  two", "one\ntwo"],
    [
      "holds the settings of a group",
      "x =\n  max_requests = 20\n  signature = s3v4",
      "\nmax_requests = 20\nsignature = s3v4",
    ],
  ])("%s", (_what, lines, value) => {
    expect(read(`[profile demo]\n${lines}`)).toEqual([["profile demo", { x: value }]]);
  });

  it("ends with the group: the next setting is the section's again", () => {
    expect(read("[profile demo]\ns3 =\n  max_requests = 20\nregion = eu-west-1")).toEqual([
      ["profile demo", { s3: "\nmax_requests = 20", region: "eu-west-1" }],
    ]);
  });

  it("is a setting like its neighbours where the whole section is indented", () => {
    expect(read("[profile demo]\n  mfa_serial =\n  role_arn = arn:a\n  source_profile = base")).toEqual([
      ["profile demo", { mfa_serial: "", role_arn: "arn:a", source_profile: "base" }],
    ]);
  });

  it("continues nothing across a header", () => {
    expect(read("[a]\nx = 1\n[b]\n  continued")).toEqual([
      ["a", { x: "1" }],
      ["b", {}],
    ]);
    expect(diagnose("[a]\nx = 1\n[b]\n  continued")).toEqual([
      "error 4: The line is neither a section, a setting nor a comment, so it was left out.",
    ]);
  });
});

describe("lines", () => {
  it.each([
    ["Unix", "\n"],
    ["Windows", "\r\n"],
    ["old Mac", "\r"],
  ])("may end as %s ends them", (_system, lineBreak) => {
    const { sections } = parseSections(
      ["# comment", "[profile demo]", "", "region = eu-west-1"].join(lineBreak),
      "config",
    );
    expect(sections).toEqual([
      { header: "profile demo", line: 2, settings: [{ key: "region", value: "eu-west-1", line: 4 }] },
    ]);
  });

  it.each([
    ["empty", ""],
    ["blank", " \n\t\n"],
    ["nothing but comments", "# one\n; two"],
  ])("of a file that is %s give no section and no diagnostic", (_what, text) => {
    expect(parseSections(text, "config")).toEqual({ sections: [], diagnostics: [] });
  });
});

describe("a line that cannot be used", () => {
  it.each([
    [
      "has no separator",
      "region",
      "error 2: The line is neither a section, a setting nor a comment, so it was left out.",
    ],
    ["has no name", "= value", "error 2: The line is neither a section, a setting nor a comment, so it was left out."],
  ])("because it %s is left out, and its neighbours stay", (_what, line, message) => {
    const text = `[profile demo]\n${line}\noutput = json`;
    expect(read(text)).toEqual([["profile demo", { output: "json" }]]);
    expect(diagnose(text)).toEqual([message]);
  });

  it("takes the indented lines below it along, and leaves the setting before it alone", () => {
    expect(read("[profile demo]\nregion = eu-west-1\ngarbage\n  more")).toEqual([
      ["profile demo", { region: "eu-west-1" }],
    ]);
  });

  it("because no section stands above is left out", () => {
    expect(read("region = eu-west-1\n[profile demo]")).toEqual([["profile demo", {}]]);
    expect(diagnose("region = eu-west-1\n[profile demo]")).toEqual([
      "warning 1: The setting stands under no section, so it was left out; the AWS CLI refuses the whole file.",
    ]);
  });

  it("is reported with file, line and remedy, without its value", () => {
    expect(parseSections("aws_secret_access_key = wJalrXUtnFEMI", "~/.aws/credentials").diagnostics).toEqual([
      {
        severity: "warning",
        file: "~/.aws/credentials",
        line: 1,
        message: "The setting stands under no section, so it was left out; the AWS CLI refuses the whole file.",
        hint: "Move it below a [profile …] header.",
      },
    ]);
  });
});
