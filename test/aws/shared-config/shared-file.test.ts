import { describe, expect, it } from "vitest";
import { type Diagnostic } from "../../../src/aws/shared-config/diagnostic";
import { type FileKind, type Profile } from "../../../src/aws/shared-config/shared-config";
import { readSharedFile, type SharedFile } from "../../../src/aws/shared-config/shared-file";
import { articleConfig } from "../article-config";

const FILE = "~/.aws/config";

function fileOf(text: string, kind: FileKind = "config", known?: ReadonlyMap<string, Profile>): SharedFile {
  return readSharedFile(kind, { path: FILE, text }, known);
}

/** Names and settings of the profiles, in their order. */
function read(text: string, kind: FileKind = "config"): [name: string, settings: [key: string, value: string][]][] {
  return Array.from(fileOf(text, kind).profiles.values(), ({ name, settings }) => [
    name,
    Array.from(settings, ([key, { value }]) => [key, value]),
  ]);
}

function diagnose(text: string, kind: FileKind = "config"): readonly Diagnostic[] {
  return fileOf(text, kind).diagnostics;
}

describe("profiles", () => {
  it("are those of the article's config, in its order", () => {
    expect(read(articleConfig)).toEqual([
      ["default", [["region", "ap-northeast-1"]]],
      [
        "demo-user",
        [
          ["region", "ap-northeast-1"],
          ["output", "json"],
          ["mfa_serial", "arn:aws:iam::111111111111:mfa/demo-user"],
        ],
      ],
      ["demo-default", [["credential_process", "aws-vault exec demo-user --json --prompt=terminal"]]],
      [
        "demo-role1",
        [
          ["region", "ap-northeast-1"],
          ["source_profile", "demo-default"],
          ["role_arn", "arn:aws:iam::222222222222:role/demo-role1"],
        ],
      ],
      [
        "demo-role2",
        [
          ["region", "ap-northeast-1"],
          ["source_profile", "demo-role1"],
          ["role_arn", "arn:aws:iam::333333333333:role/demo-role2"],
          ["role_session_name", "demo-role2"],
        ],
      ],
    ]);
  });

  it.each([
    ["differ by the case of their names", "base", "Base"],
    ["with a dot are no part of the profile before the dot", "dev.eu", "dev"],
    ["are many in any script", "本番", "Прод"],
    ["may be called like properties of every object", "constructor", "toString"],
    ["may be called like the prototype of every object", "__proto__", "hasOwnProperty"],
  ])("%s", (_, one, other) => {
    expect(read(`[profile ${one}]\nx = 1\n[profile ${other}]\nx = 2`)).toEqual([
      [one, [["x", "1"]]],
      [other, [["x", "2"]]],
    ]);
  });

  it("may have settings that are called like properties of every object", () => {
    const settings = [
      ["__proto__", "1"],
      ["constructor", "2"],
      ["tostring", "3"],
    ];
    expect(read("[profile demo]\n__proto__ = 1\nconstructor = 2\ntoString = 3")).toEqual([["demo", settings]]);
  });

  it("keep nothing from the settings of a broken header", () => {
    expect(read("[profile safe]\nrole_arn = arn:safe\n[profile broken\nrole_arn = arn:broken")).toEqual([
      ["safe", [["role_arn", "arn:safe"]]],
    ]);
  });

  it("keep sub-settings as one value", () => {
    expect(read("[profile demo]\ns3 =\n  max_requests = 20\n  addressing_style = path")).toEqual([
      ["demo", [["s3", "\nmax_requests = 20\naddressing_style = path"]]],
    ]);
  });

  it("know of themselves and each setting where they stand", () => {
    const demo = fileOf("\n[profile demo]\n\nregion = eu-west-1").profiles.get("demo");
    expect(demo).toMatchObject({ name: "demo", file: FILE, line: 2 });
    expect(demo?.settings.get("region")).toEqual({
      value: "eu-west-1",
      file: FILE,
      line: 4,
      origin: "config",
      declaredBy: "demo",
    });
  });
});

describe("[profile default] of the config file", () => {
  const bare = "[default]\nx = bare\ny = bare\n";
  const prefixed = "[profile default]\nx = prefixed\n";

  it.each([
    ["below", prefixed + bare, [3], 1],
    ["above", bare + prefixed, [1], 4],
    ["on both sides of", bare + prefixed + bare, [1, 6], 4],
  ])("hides every [default] %s it", (_, text, hiddenLines, line) => {
    expect(read(text)).toEqual([["default", [["x", "prefixed"]]]]);
    expect(diagnose(text)).toEqual(
      hiddenLines.map((hidden) => ({
        severity: "warning",
        file: FILE,
        line: hidden,
        message: `[default] gives way to [profile default] in line ${line}, so the section was left out.`,
        hint: "Keep one of them; the AWS CLI takes the later one.",
      })),
    );
  });

  it("is the same profile as [default]", () => {
    expect(read(bare)).toEqual([
      [
        "default",
        [
          ["x", "bare"],
          ["y", "bare"],
        ],
      ],
    ]);
    expect(diagnose(bare)).toEqual([]);
  });
});

describe("a section that stands twice", () => {
  it("is merged, the later setting winning, and stands where it stood first", () => {
    const text = "[profile demo]\nx = 1\ny = 1\n[profile demo]\nY = 2";
    expect(read(text)).toEqual([
      [
        "demo",
        [
          ["x", "1"],
          ["y", "2"],
        ],
      ],
    ]);
    expect(fileOf(text).profiles.get("demo")).toMatchObject({ line: 1 });
  });

  it.each([
    ["[profile a]", "[profile a]", "config", "the AWS CLI refuses the whole file"],
    ["[default]", "[default]", "config", "the AWS CLI refuses the whole file"],
    ["[a]", "[a]", "credentials", "the AWS CLI refuses the whole file"],
    ["[sso-session a]", "[sso-session a]", "config", "the AWS CLI refuses the whole file"],
    ["[profile a]", '[profile "a"]', "config", "the AWS CLI takes the later one alone"],
    ["[profile 'a']", '[profile "a"]', "config", "the AWS CLI takes the later one alone"],
    ["[profile a]", "[profile  a]", "config", "the AWS CLI takes the later one alone"],
  ] as const)("is a warning: %s and %s of the %s file", (first, second, kind, consequence) => {
    const name = first === "[default]" ? "default" : "a";
    expect(diagnose(`${first}\nx = 1\n\n${second}\nx = 2`, kind)).toEqual([
      {
        severity: "warning",
        file: FILE,
        line: 4,
        profile: name,
        message: `"${name}" stands in line 1 already, so both sections were merged; ${consequence}.`,
        hint: "Move the settings into one section.",
      },
    ]);
  });

  it("is named by where it stood first, each time again", () => {
    expect(diagnose("[profile a]\n[profile a]\n[profile a]").map(({ line, message }) => [line, message])).toEqual([
      [2, expect.stringContaining("in line 1 already")],
      [3, expect.stringContaining("in line 1 already")],
    ]);
  });

  it("says nothing of the settings that both sections have: one warning is enough", () => {
    expect(diagnose("[profile a]\nx = 1\n[profile a]\nx = 2")).toHaveLength(1);
  });

  it("is no profile and session of the same name", () => {
    const { profiles, ssoSessions, diagnostics } = fileOf("[profile a]\n[sso-session a]");
    expect([...profiles.keys(), ...ssoSessions.keys(), ...diagnostics]).toEqual(["a", "a"]);
  });
});

describe("a setting that stands twice", () => {
  it.each([
    ["in the same spelling", "region = eu-west-1", "region = eu-west-2"],
    ["in another case", "region = eu-west-1", "REGION = eu-west-2"],
    ["the first time without a value", "region =", "region = eu-west-2"],
    ["the second time without a value", "region = eu-west-1", "region ="],
    ["as a secret", "aws_secret_access_key = one", "aws_secret_access_key = two"],
    ["as a secret, the first time without a value", "aws_secret_access_key =", "aws_secret_access_key = two"],
    ["as a secret, the second time without a value", "aws_secret_access_key = one", "aws_secret_access_key ="],
    ["as a token", "aws_session_token = one", "aws_session_token = two"],
    ["as a token by its other name", "aws_security_token = one", "aws_security_token = two"],
    ["like a property of every object", "constructor = one", "constructor = two"],
  ])("is a warning: %s", (_, first, second) => {
    expect(diagnose(`[profile demo]\n${first}\noutput = json\n${second}`)).toEqual([
      {
        severity: "warning",
        file: FILE,
        line: 4,
        profile: "demo",
        message: "The setting stands in line 2 already, so this one counts; the AWS CLI refuses the whole file.",
        hint: "Remove one of them.",
      },
    ]);
  });

  it("counts as it stands the last time", () => {
    const { profiles } = fileOf(
      "[profile a]\nx = 1\nx = 2\naws_secret_access_key = one\naws_secret_access_key = two\naws_session_token = t\naws_session_token =",
    );
    const a = profiles.get("a");
    expect(a?.settings.get("x")).toMatchObject({ value: "2", line: 3 });
    expect(a?.secrets.get("aws_secret_access_key")?.secret.reveal()).toBe("two");
    expect(a?.secrets.get("aws_secret_access_key")).toMatchObject({ line: 5 });
    expect(a?.secrets.has("aws_session_token")).toBe(false);
  });

  it.each([
    ["aws_session_token", "aws_security_token"],
    ["aws_security_token", "aws_session_token"],
  ])("is a warning of its own where a token has both names: %s, then %s", (first, second) => {
    const text = `[demo]\n${first} = one\n${second} = two`;
    expect(diagnose(text, "credentials")).toEqual([
      {
        severity: "warning",
        file: FILE,
        line: 3,
        profile: "demo",
        message:
          "The session token stands in line 2 already under its other name, so this one counts; the AWS CLI takes aws_security_token.",
        hint: "Keep aws_session_token.",
      },
    ]);
    const { profiles } = fileOf(text, "credentials");
    expect(profiles.get("demo")?.secrets.get("aws_session_token")?.secret.reveal()).toBe("two");
  });
});

it("a token that tools write under both of its names is no complaint", () => {
  expect(diagnose("[demo]\naws_session_token = one\naws_security_token = one", "credentials")).toEqual([]);
});

describe("quotes around a value", () => {
  it.each([
    ["double ones", '"eu-west-1"', "eu-west-1"],
    ["single ones", "'eu-west-1'", "eu-west-1"],
    ["the outer ones alone", `"'a'"`, "'a'"],
    ["ones around nothing", '""', ""],
    ["ones around blanks, which stay", '" a "', " a "],
    ["ones around several lines", '"a\n  b"', "a\nb"],
  ])("are left out, with a warning: %s", (_, written, value) => {
    const text = `[profile demo]\nregion = ${written}`;
    expect(read(text)).toEqual([["demo", [["region", value]]]]);
    expect(diagnose(text)).toEqual([
      {
        severity: "warning",
        file: FILE,
        line: 2,
        profile: "demo",
        message: "The quotes around the value were left out; the AWS CLI and most SDKs take them as part of it.",
        hint: "Remove the quotes.",
      },
    ]);
  });

  it.each([
    ["one alone", 'x = "', '"'],
    ["one that is not closed", 'x = "a', '"a'],
    ["different ones", `x = "a'`, `"a'`],
    ["some inside", 'x = a "b" c', 'a "b" c'],
    ["two pairs", 'x = "a" "b"', '"a" "b"'],
    ["an inner one of the same kind", 'x = "a"b"', '"a"b"'],
    ["those of a command", 'credential_process = "/opt/my tool"', '"/opt/my tool"'],
    ["those of another command", "mfa_process = 'oath tool'", "'oath tool'"],
  ])("are part of it: %s", (_, line, value) => {
    const text = `[profile demo]\n${line}`;
    expect(read(text)).toEqual([["demo", [[line.split(" ")[0], value]]]]);
    expect(diagnose(text)).toEqual([]);
  });

  it("are left out around a secret too", () => {
    const text = '[demo]\naws_secret_access_key = "wJalr"';
    const secrets = fileOf(text, "credentials").profiles.get("demo")?.secrets;
    expect(secrets?.get("aws_secret_access_key")?.secret.reveal()).toBe("wJalr");
    expect(diagnose(text, "credentials")).toMatchObject([{ line: 2, profile: "demo", hint: "Remove the quotes." }]);
  });
});

describe("secrets", () => {
  const demo = fileOf(
    "[demo]\naws_access_key_id = AKIADEMO\nAWS_Secret_Access_Key = wJalr;x#y\naws_session_token = IQoJb3==",
    "credentials",
  ).profiles.get("demo");

  it("are kept whole, apart from the settings, with their places", () => {
    expect(demo?.secrets.get("aws_secret_access_key")?.secret.reveal()).toBe("wJalr;x#y");
    expect(demo?.secrets.get("aws_secret_access_key")).toMatchObject({ file: FILE, line: 3 });
    expect(demo?.secrets.get("aws_session_token")?.secret.reveal()).toBe("IQoJb3==");
    expect([...(demo?.settings.keys() ?? [])]).toEqual(["aws_access_key_id"]);
  });

  it("do not print with the profile", () => {
    const printed = JSON.stringify([demo, ...(demo?.settings ?? []), ...(demo?.secrets ?? [])]);
    expect(printed).not.toMatch(/wJalr|IQoJb3/);
  });

  it("may have the name that old tools write", () => {
    const { profiles, diagnostics } = fileOf("[demo]\naws_security_token = IQoJb3", "credentials");
    expect(profiles.get("demo")?.secrets.get("aws_session_token")?.secret.reveal()).toBe("IQoJb3");
    expect([...(profiles.get("demo")?.settings.keys() ?? []), ...diagnostics]).toEqual([]);
  });

  it("are absent where nothing stands behind their separator", () => {
    const { profiles, diagnostics } = fileOf("[demo]\naws_secret_access_key =\naws_session_token = # none");
    expect([profiles.get("demo")?.secrets.size ?? 0, diagnostics.length]).toEqual([0, 1]);
  });

  it("of one profile are no other's", () => {
    const { profiles } = fileOf("[a]\naws_secret_access_key = one\n[b]\n[c]\naws_session_token = two", "credentials");
    expect(Array.from(profiles.values(), ({ secrets }) => [...secrets.keys()])).toEqual([
      ["aws_secret_access_key"],
      [],
      ["aws_session_token"],
    ]);
  });
});

describe("a section that is left out", () => {
  it.each([
    [
      "[foo]",
      "config",
      "warning",
      "[foo] is no profile, so the section was left out.",
      "In the config file a profile is written [profile foo].",
    ],
    [
      "[foo bar]",
      "config",
      "warning",
      "[foo bar] is no profile, so the section was left out.",
      "The config file knows [profile NAME], [sso-session NAME] and [services NAME].",
    ],
    [
      "[]",
      "config",
      "error",
      "[] is empty, and the AWS CLI refuses the whole file, so the section was left out.",
      "Give it a name.",
    ],
    ["[profile ]", "config", "warning", "[profile] is no profile, so the section was left out.", "Give it a name."],
    [
      "[sso-session]",
      "config",
      "warning",
      "[sso-session] is no profile, so the section was left out.",
      "Give it a name.",
    ],
    [
      "[profilefoo]",
      "config",
      "warning",
      "[profilefoo] is no profile, so the section was left out.",
      "Put a blank behind profile: [profile foo].",
    ],
    [
      "[sso-sessionfoo]",
      "config",
      "warning",
      "[sso-sessionfoo] is no profile, so the section was left out.",
      "Put a blank behind sso-session: [sso-session foo].",
    ],
    [
      "[DEFAULT]",
      "config",
      "warning",
      "[DEFAULT] is no profile, though the AWS CLI applies its settings to every profile, so the section was left out.",
      "Write [default] in lower case, or move the settings to the profiles they are for.",
    ],
    [
      "[DEFAULT]",
      "credentials",
      "warning",
      "[DEFAULT] is no profile, though the AWS CLI applies its settings to every profile, so the section was left out.",
      "Write [default] in lower case, or move the settings to the profiles they are for.",
    ],
    [
      "[profile two words]",
      "config",
      "error",
      "[profile two words] has a name that is not allowed, so the section was left out.",
      'Put the name into quotes, as the AWS CLI has it: [profile "two words"].',
    ],
    [
      "[sso-session two words]",
      "config",
      "error",
      "[sso-session two words] has a name that is not allowed, so the section was left out.",
      'Put the name into quotes, as the AWS CLI has it: [sso-session "two words"].',
    ],
    [
      '[profile "a" "b"]',
      "config",
      "error",
      '[profile "a" "b"] has a name that is not allowed, so the section was left out.',
      "Put the whole name into one pair of quotes.",
    ],
    [
      '[profile ""]',
      "config",
      "error",
      '[profile ""] has a name that is not allowed, so the section was left out.',
      "Give it a name.",
    ],
    [
      "[two words]",
      "credentials",
      "error",
      "[two words] has a name that is not allowed, so the section was left out.",
      'Name it in the config file too, as the AWS CLI does: [profile "two words"].',
    ],
    [
      "[]",
      "credentials",
      "error",
      "[] has a name that is not allowed, so the section was left out.",
      "Give it a name.",
    ],
    [
      "[profile foo]",
      "credentials",
      "warning",
      "[profile foo] belongs in the config file, so the section was left out.",
      "In the credentials file a profile is written without the word profile.",
    ],
    [
      "[sso-session foo]",
      "credentials",
      "warning",
      "[sso-session foo] belongs in the config file, so the section was left out.",
      "Move it to the config file, where [sso-session …] sections stand.",
    ],
    [
      "[services foo]",
      "credentials",
      "warning",
      "[services foo] belongs in the config file, so the section was left out.",
      "Move it to the config file, where [services …] sections stand.",
    ],
  ] as const)("is reported: %s of the %s file", (header, kind, severity, message, hint) => {
    const safe = kind === "config" ? "[profile safe]" : "[safe]";
    const { profiles, ssoSessions, diagnostics } = fileOf(`${safe}\n${header}\nrole_arn = arn:leak`, kind);
    expect([...profiles.keys(), ...ssoSessions.keys()]).toEqual(["safe"]);
    expect(profiles.get("safe")?.settings.size).toBe(0);
    expect(diagnostics).toEqual([{ severity, file: FILE, line: 2, message, hint }]);
  });

  it.each(["[plugins]", "[preview]"])("is not reported where it is for others: %s", (header) => {
    const { profiles, ssoSessions, diagnostics } = fileOf(`${header}\nx = 1`);
    expect([profiles.size, ssoSessions.size, diagnostics]).toEqual([0, 0, []]);
  });

  it.each([
    ["a name that is not allowed", `[profile ${"x ".repeat(4000)}y]`, "config"],
    ["no type", `[${"x-".repeat(2000)}]`, "config"],
    ["a type that runs into it", `[profile${"x-".repeat(2000)}]`, "config"],
    ["another file's type", `[profile ${"x-".repeat(2000)}]`, "credentials"],
    ["a name that is not allowed there", `[${"x ".repeat(4000)}y]`, "credentials"],
  ] as const)("is named by the beginning of a header of thousands of characters with %s", (_, header, kind) => {
    for (const { message, hint } of diagnose(header, kind)) {
      expect(message.startsWith(`${header.slice(0, 61)}…] `)).toBe(true);
      expect(message.length + hint.length).toBeLessThan(300);
    }
  });
});

it("names a profile of thousands of characters by its beginning where it stands twice", () => {
  const name = "x-".repeat(2000);
  expect(diagnose(`[profile ${name}]\n[profile ${name}]`)).toMatchObject([
    { profile: name, message: expect.stringMatching(/^"(?:x-){30}…" stands in line 1 already/) },
  ]);
});

it.each([60, 61])("cuts no character in two: %i keys", (count) => {
  const keys = "🔑".repeat(count);
  const shown = count === 60 ? keys : `${"🔑".repeat(60)}…`;
  expect(diagnose(`[${keys}]`)[0]?.message).toBe(`[${shown}] is no profile, so the section was left out.`);
});

describe("a name that needs quotes", () => {
  const known = fileOf('[profile "two words"]\n[profile "a!"]').profiles;

  it("may do without in the credentials file where the config file knows it", () => {
    const { profiles, diagnostics } = fileOf("[two words]\nx = 1\n[a!]\n[other words]", "credentials", known);
    expect([...profiles.keys()]).toEqual(["two words", "a!"]);
    expect(diagnostics.map(({ line }) => line)).toEqual([4]);
  });

  it("may have them there too", () => {
    expect(read('["two words"]\nx = 1', "credentials")).toEqual([["two words", [["x", "1"]]]]);
  });
});

describe("sessions of IAM Identity Center", () => {
  it("are kept apart from profiles", () => {
    const { profiles, ssoSessions } = fileOf(
      "[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start#/\nSSO_Region = eu-west-1\n[profile demo]",
    );
    expect([...profiles.keys()]).toEqual(["demo"]);
    expect(ssoSessions.get("corp")).toMatchObject({ name: "corp", file: FILE, line: 1 });
    expect(ssoSessions.get("corp")?.settings).toEqual(
      new Map([
        [
          "sso_start_url",
          {
            value: "https://corp.awsapps.com/start#/",
            file: FILE,
            line: 2,
            origin: "config",
            declaredBy: "corp",
          },
        ],
        ["sso_region", { value: "eu-west-1", file: FILE, line: 3, origin: "config", declaredBy: "corp" }],
      ]),
    );
  });

  it("merge where they stand twice", () => {
    const { ssoSessions } = fileOf("[sso-session corp]\nx = 1\n[sso-session corp]\ny = 2");
    expect([...(ssoSessions.get("corp")?.settings.keys() ?? [])]).toEqual(["x", "y"]);
  });
});

describe("diagnostics", () => {
  it("come in the order of their lines, those about the text first", () => {
    const ofText: Diagnostic = { severity: "warning", file: FILE, line: 1, message: "Marked.", hint: "Save." };
    const text = "stray\n[profile a]\nx = 1\nx = 2\nbroken\n[foo]\n[profile b\n[profile a]";
    const { diagnostics } = readSharedFile("config", { path: FILE, text, diagnostics: [ofText] });
    expect(diagnostics[0]).toBe(ofText);
    expect(diagnostics.map(({ line }) => line)).toEqual([1, 1, 4, 5, 6, 7, 8]);
  });

  it.each([
    ["without a section", "VALUE = VALUE"],
    ["without a separator", "[profile a]\nVALUE"],
    ["without a key", "[profile a]\n= VALUE"],
    ["with a key that is none", "[profile a]\nx VALUE = VALUE"],
    ["with a colon", "[profile a]\nx: VALUE"],
    ["indented", "[profile a]\n  x = VALUE"],
    ["twice", "[profile a]\nx = VALUE\nx = VALUE2"],
    ["in quotes", '[profile a]\nx = "VALUE"'],
    ["below an empty one", "[profile a]\nx =\n  VALUE"],
    ["above an indented header", "[profile a]\nx = VALUE\n  [profile b]"],
    ["below a broken header", "[profile a\nx = VALUE"],
    ["below a section that is left out", "[a]\nx = VALUE"],
    ["of a section that stands twice", "[profile a]\nx = VALUE\n[profile a]\nx = VALUE2"],
    ["of a secret that stands twice", "[profile a]\naws_secret_access_key = VALUE\naws_secret_access_key = VALUE2"],
    ["of a token of two names", "[profile a]\naws_session_token = VALUE\naws_security_token = VALUE2"],
    ["of a secret in quotes", "[profile a]\naws_secret_access_key = 'VALUE'"],
    ["of a secret with a colon", "[profile a]\naws_secret_access_key: VALUE"],
    ["of a secret without a section", "aws_secret_access_key = VALUE"],
    ["of a secret with a typing error in its key", "[profile a]\naws secret_access_key = VALUE"],
  ])("quote no value: of a line %s", (_, text) => {
    expect(diagnose(text)).not.toEqual([]);
    expect(JSON.stringify(diagnose(text))).not.toContain("VALUE");
  });
});

describe("settings of single services", () => {
  /** By section, each setting with its line. */
  function servicesOf(text: string): unknown {
    return Array.from(fileOf(text).services.values(), ({ name, settings }) => [
      name,
      Array.from(settings, ([key, { value, line }]) => [key, value, line]),
    ]);
  }

  it.each<[what: string, text: string, expected: unknown]>([
    [
      "stand below their service",
      "[services s]\nsts =\n  endpoint_url = https://sts\ns3 =\n  endpoint_url = https://s3\n  addressing_style = path",
      [
        "s",
        [
          ["sts.endpoint_url", "https://sts", 3],
          ["s3.endpoint_url", "https://s3", 5],
          ["s3.addressing_style", "path", 6],
        ],
      ],
    ],
    [
      "are compared without case",
      "[services s]\nSTS =\n  Endpoint_URL = https://sts",
      ["s", [["sts.endpoint_url", "https://sts", 3]]],
    ],
    [
      "keep their lines behind blank ones and comments",
      "[services s]\nsts =\n\n  # local\n  endpoint_url = https://sts # not AWS",
      ["s", [["sts.endpoint_url", "https://sts", 5]]],
    ],
    ["may be empty", "[services s]\nsts =\n  endpoint_url =", ["s", [["sts.endpoint_url", "", 3]]]],
    ["are none where nothing stands below", "[services s]\nsts =\nregion = eu-west-1", ["s", []]],
    ["continue no setting that has a value", "[services s]\nsts = x\n  endpoint_url = https://sts", ["s", []]],
  ])("%s", (_what, text, expected) => {
    expect(servicesOf(text)).toEqual([expected]);
    expect(diagnose(text)).toEqual([]);
  });

  it("are those of all sections of a name, and the later counts", () => {
    const text = "[services s]\nsts =\n  endpoint_url = https://one\n[services s]\nsts =\n  endpoint_url = https://two";
    expect(servicesOf(text)).toEqual([["s", [["sts.endpoint_url", "https://two", 6]]]]);
    expect(diagnose(text)).toMatchObject([
      { line: 4, message: expect.stringMatching(/^"s" stands in line 1 already/) },
    ]);
  });

  it("lose their quotes, as other settings do", () => {
    const text = '[services s]\nsts =\n  endpoint_url = "https://sts"';
    expect(servicesOf(text)).toEqual([["s", [["sts.endpoint_url", "https://sts", 3]]]]);
    expect(diagnose(text)).toMatchObject([{ line: 3, hint: "Remove the quotes." }]);
  });

  it("are missed where an endpoint stands below no service", () => {
    const text = "[services s]\nsts =\nendpoint_url = https://sts";
    expect(servicesOf(text)).toEqual([["s", []]]);
    expect(diagnose(text)).toEqual([
      {
        severity: "warning",
        file: FILE,
        line: 3,
        message: "endpoint_url of [services s] stands below no service, so it counts for none, as in every AWS SDK.",
        hint: "Indent it below the line of a service, such as sts =.",
      },
    ]);
  });

  it("are no profile's and no session's", () => {
    const { profiles, ssoSessions } = fileOf("[services s]\nsts =\n  endpoint_url = https://sts");
    expect([profiles.size, ssoSessions.size]).toEqual([0, 0]);
  });
});
