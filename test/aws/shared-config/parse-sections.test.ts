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
    ["with a bracket in quotes", '[profile "a]b"]', 'profile "a]b"'],
    ["with an opening bracket", "[profile a[b]", "profile a[b"],
    ["of thousands of characters", `[profile ${"x".repeat(5000)}]`, `profile ${"x".repeat(5000)}`],
    ["of nothing", "[]", ""],
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
    ["is not closed for thousands of characters", `[profile ${"x".repeat(5000)}`, "The section header is not closed"],
  ])("that %s keeps its settings from the section above", (_what, header, flaw) => {
    const text = `[profile safe]\nregion = eu-west-1\n${header}\nrole_arn = arn:broken\n  continued`;
    expect(read(text)).toEqual([["profile safe", { region: "eu-west-1" }]]);
    expect(parseSections(text, "config").diagnostics).toEqual([
      {
        severity: "error",
        file: "config",
        line: 3,
        message: `${flaw}, so the settings below it were left out.`,
        hint: flaw.endsWith("closed")
          ? "Write it as [profile NAME]; a quote in a name wants the other kind of quotes around it."
          : "Write it as [profile NAME], or put # before what follows.",
      },
    ]);
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
    ["ends its name at the first separator, be it a colon", "x: a=b", { x: "a=b" }],
    ["keeps quotes", 'region = "eu-west-1"', { region: '"eu-west-1"' }],
    ["may have any text as value", "name = 開発 ☃", { name: "開発 ☃" }],
    ["may be named like a property of every object", "constructor = x", { constructor: "x" }],
    ["may be named in any script", "リージョン = eu-west-1", { リージョン: "eu-west-1" }],
    ["may have thousands of characters", `x = ${"é".repeat(5000)}`, { x: "é".repeat(5000) }],
    ["may have NUL characters in its value", "x = a\0b", { x: "a\0b" }],
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

  it.each([
    [String.raw`sh -c "echo \"a ; b\" ; c"`, " # comment"],
    [String.raw`'C:\dir\' "x # y" z`, " ; comment"],
    [String.raw`tool --name O\'Neil --more`, " # that's it"],
  ])("does not begin inside the quotes of a command: %s", (command, comment) => {
    expect(read(`[profile demo]\ncredential_process = ${command}${comment}`)).toEqual([
      ["profile demo", { credential_process: command }],
    ]);
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

  it.each([
    ["a setting", "output = json\n  role_arn = arn:aws:iam::123456789012:role/Admin"],
    ["a setting without a value", "output =\n  source_profile = base"],
    ["a secret", "output = json\n\tAWS_SECRET_ACCESS_KEY=s"],
  ])("is told where it looks like %s of its own, which it is not", (_, text) => {
    expect(diagnose(`[profile demo]\n${text}`)).toEqual([
      "warning 3: The line is indented, so it continues the setting above, as in the AWS CLI; it looks like a setting of its own.",
    ]);
  });

  it.each(["s3 =\n  max_concurrent_requests = 10", "credential_process = tool\n  --region=eu-west-1"])(
    "is no complaint where it is meant: %j",
    (text) => {
      expect(diagnose(`[profile demo]\n${text}`)).toEqual([]);
    },
  );

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
  const NEITHER = {
    severity: "error",
    message: "The line is neither a section, a setting nor a comment, so it was left out.",
    hint: "Write it as key = value, or put # before it.",
  };
  const KEY = {
    severity: "error",
    message: "The name of the setting holds characters that no setting has, so it was left out.",
    hint: "Write it as key = value; a key has letters, digits and _ - . only.",
  };

  it.each([
    ["has no separator", "region", NEITHER],
    ["has no name", "= value", NEITHER],
    ["has no name before its colon", ": value", NEITHER],
    ["has a blank in its name", "in valid = value", KEY],
    ["has quotes around its name", '"region" = value', KEY],
    ["has NUL characters in its name", "re\0gion = value", KEY],
    ["begins with a damaged character", "\uFFFDregion = value", KEY],
    ["has a name of thousands of characters that are none", `${"!".repeat(5000)} = value`, KEY],
  ])("because it %s is left out, and its neighbours stay", (_what, line, diagnostic) => {
    const text = `[profile demo]\nregion = eu-west-1\n${line}\noutput = json`;
    expect(read(text)).toEqual([["profile demo", { region: "eu-west-1", output: "json" }]]);
    expect(parseSections(text, "~/.aws/config").diagnostics).toEqual([
      { ...diagnostic, file: "~/.aws/config", line: 3 },
    ]);
  });

  it.each(["garbage", "in valid = value"])("takes the indented lines below it along: %s", (line) => {
    const text = `[profile demo]\nregion = eu-west-1\n${line}\n  more`;
    expect(read(text).map(([header, { region }]) => [header, region])).toEqual([["profile demo", "eu-west-1"]]);
  });

  it("because no section stands above is left out", () => {
    expect(read("region = eu-west-1\n[profile demo]")).toEqual([["profile demo", {}]]);
  });

  it("because no section stands above is reported with file, line and remedy, without its value", () => {
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

  it.each([
    ["has no separator", "[a]\ns3 =\n  x = 1\n  garbage", { s3: "\nx = 1" }, 4],
    ["has a colon for one", "[a]\ns3 =\n  garbage: 1\n  x = 1", { s3: "\nx = 1" }, 3],
    ["has no name", "[a]\ns3 =\n  = 1", { s3: "" }, 3],
    ["stands below a comment in place of a value", "[a]\ns3 = # comment\n  garbage", { s3: "" }, 3],
  ])("in a group of sub-settings is left out alone: it %s", (_, text, settings, line) => {
    expect(read(text)).toEqual([["a", settings]]);
    expect(parseSections(text, "config").diagnostics).toEqual([
      {
        severity: "error",
        file: "config",
        line,
        message: "The line below a setting without a value is no sub-setting, so it was left out.",
        hint: "Write it as key = value, or move it to the left.",
      },
    ]);
  });
});

describe("what other AWS SDKs read otherwise is read, with a warning", () => {
  it.each([
    [
      "a header that is indented deeper than the setting above",
      "[a]\nx = 1\n  [b]",
      "The section header is indented; the AWS CLI takes it for a part of the setting above.",
      "Remove the blanks before the bracket.",
    ],
    [
      "a colon for an equals sign",
      "[a]\n\nx: 1",
      "The setting is written with a colon, which the AWS CLI takes; other AWS SDKs refuse it.",
      "Write it as key = value.",
    ],
    [
      "a section that is indented as a whole",
      "[a]\n\n  x = 1\n  y = 2",
      "The settings of this section are indented, which the AWS CLI takes; other AWS SDKs may refuse it.",
      "Remove the blanks before them.",
    ],
  ])("%s", (_, text, message, hint) => {
    expect(parseSections(text, "config").diagnostics).toEqual([
      { severity: "warning", file: "config", line: 3, message, hint },
    ]);
  });

  it("once for each section that is indented", () => {
    expect(diagnose("[a]\n x = 1\n y = 2\n[b]\n x = 1")).toEqual([
      expect.stringMatching(/^warning 2: The settings of this section are indented/),
      expect.stringMatching(/^warning 5: The settings of this section are indented/),
    ]);
  });

  it.each([
    ["that is indented where no setting stands above", "  [a]\n  [b]"],
    ["that is indented no deeper than the setting above", "[a]\n  x = 1\n  [b]"],
  ])("but not a header %s", (_, text) => {
    expect(diagnose(text).filter((said) => said.includes("header"))).toEqual([]);
  });
});
