import { describe, expect, it } from "vitest";
import { type Diagnostic } from "../../../src/aws/shared-config/diagnostic";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { settingOf } from "../../../src/aws/shared-config/shared-config";
import { articleConfig } from "../article-config";
import { configOf } from "../config-of";

/** Names and settings of the profiles, in their order. */
function read(config: string, credentials?: string): [name: string, settings: Record<string, string>][] {
  return [...configOf(config, credentials).profiles.values()].map(({ name, settings }) => [
    name,
    Object.fromEntries([...settings].map(([key, { value }]) => [key, value])),
  ]);
}

describe("profiles of the config file", () => {
  it("are those of the article's config, in its order", () => {
    expect(read(articleConfig)).toEqual([
      ["default", { region: "ap-northeast-1" }],
      [
        "demo-user",
        { region: "ap-northeast-1", output: "json", mfa_serial: "arn:aws:iam::111111111111:mfa/demo-user" },
      ],
      ["demo-default", { credential_process: "aws-vault exec demo-user --json --prompt=terminal" }],
      [
        "demo-role1",
        {
          region: "ap-northeast-1",
          source_profile: "demo-default",
          role_arn: "arn:aws:iam::222222222222:role/demo-role1",
        },
      ],
      [
        "demo-role2",
        {
          region: "ap-northeast-1",
          source_profile: "demo-role1",
          role_arn: "arn:aws:iam::333333333333:role/demo-role2",
          role_session_name: "demo-role2",
        },
      ],
    ]);
  });

  it.each([
    ["with a dot", "[profile dev.eu]", "dev.eu"],
    ["like an e-mail address", "[profile me@example.com]", "me@example.com"],
    ["with every character that the specification lists", "[profile a-b_c/d.e%f@g:h+1]", "a-b_c/d.e%f@g:h+1"],
    ["beyond ASCII", "[profile prod-é]", "prod-é"],
    ["with a space, in double quotes", '[profile "two words"]', "two words"],
    ["with a space, in single quotes", "[profile 'two words']", "two words"],
    ["behind a tab", "[profile\tdemo]", "demo"],
    ["behind several blanks", "[profile   demo]", "demo"],
    ["like a property of every object", "[profile constructor]", "constructor"],
    ["like the prototype of every object", "[profile __proto__]", "__proto__"],
  ])("may have a name %s", (_what, header, name) => {
    expect(read(`${header}\n[profile other]`)).toEqual([
      [name, {}],
      ["other", {}],
    ]);
  });

  it("differ by the case of their names", () => {
    expect(read("[profile base]\nx = 1\n[profile Base]\nx = 2")).toEqual([
      ["base", { x: "1" }],
      ["Base", { x: "2" }],
    ]);
  });

  it("with a dot are no part of the profile before the dot", () => {
    expect(read("[profile dev.eu]\nx = 1\n[profile dev]\nx = 2")).toEqual([
      ["dev.eu", { x: "1" }],
      ["dev", { x: "2" }],
    ]);
  });

  it("merge where they stand twice, the later setting winning", () => {
    expect(read("[profile demo]\nx = 1\ny = 1\n[profile demo]\nY = 2")).toEqual([["demo", { x: "1", y: "2" }]]);
  });

  it("take an empty setting as absent", () => {
    const demo = configOf("[profile demo]\nmfa_serial =\nx = 1").profiles.get("demo");
    expect(demo && [settingOf(demo, "mfa_serial"), settingOf(demo, "x")?.value]).toEqual([undefined, "1"]);
  });

  it("keep nothing from the settings of a broken header", () => {
    expect(read("[profile safe]\nrole_arn = arn:safe\n[profile broken\nrole_arn = arn:broken")).toEqual([
      ["safe", { role_arn: "arn:safe" }],
    ]);
  });
});

describe("[profile default]", () => {
  it.each([
    ["above", "[profile default]\nx = prefixed\n[default]\nx = bare\ny = bare"],
    ["below", "[default]\nx = bare\ny = bare\n[profile default]\nx = prefixed"],
  ])("hides [default] when it stands %s it", (_where, config) => {
    expect(read(config)).toEqual([["default", { x: "prefixed" }]]);
  });

  it("does not hide [default] of the credentials file", () => {
    expect(read("[profile default]\nx = 1", "[default]\ny = 2")).toEqual([["default", { x: "1", y: "2" }]]);
  });

  it("is no other profile than [default]", () => {
    expect(read("[default]\nx = 1")).toEqual([["default", { x: "1" }]]);
  });
});

describe("both files together", () => {
  it("merge key by key, the credentials file winning", () => {
    expect(read("[profile demo]\nx = config\ny = config", "[demo]\nx = credentials\nz = credentials")).toEqual([
      ["demo", { x: "credentials", y: "config", z: "credentials" }],
    ]);
  });

  it("leave nothing of the config's key where the credentials file brings one", () => {
    const key = "aws_access_key_id = ID\naws_secret_access_key = s\n";
    const { profiles } = loadSharedConfig({
      config: { path: "~/.aws/config", text: `[profile demo]\n${key}aws_session_token = t` },
      credentials: { path: "~/.aws/credentials", text: `[demo]\n${key}` },
    });
    expect([...(profiles.get("demo")?.secrets.keys() ?? [])]).toEqual(["aws_secret_access_key"]);
  });

  it("list the profiles of the config file first", () => {
    expect(read("[profile b]\n[profile c]", "[a]\n[c]").map(([name]) => name)).toEqual(["b", "c", "a"]);
  });

  it.each([
    ["no file", {}, []],
    ["no config file", { credentials: { path: "~/.aws/credentials", text: "[demo]" } }, ["demo"]],
    ["no credentials file", { config: { path: "~/.aws/config", text: "[profile demo]" } }, ["demo"]],
    ["an empty file", { config: { path: "~/.aws/config", text: "" } }, []],
  ])("are what there is of them: %s", (_what, files, names) => {
    const { profiles, diagnostics } = loadSharedConfig(files);
    expect([...profiles.keys()]).toEqual(names);
    expect(diagnostics).toEqual([]);
  });
});

describe("places", () => {
  it("say of every profile and setting where it stands", () => {
    const demo = configOf("\n[profile demo]\nregion = eu-west-1\nx = 1", "[demo]\nx = 2").profiles.get("demo");
    expect(demo).toMatchObject({ file: "~/.aws/config", line: 2 });
    expect(demo?.settings.get("region")).toEqual({
      value: "eu-west-1",
      file: "~/.aws/config",
      line: 3,
      origin: "config",
      declaredBy: "demo",
    });
    expect(demo?.settings.get("x")).toEqual({
      value: "2",
      file: "~/.aws/credentials",
      line: 2,
      origin: "credentials",
      declaredBy: "demo",
    });
  });

  it("of a profile that stands twice is the first", () => {
    expect(configOf("[profile demo]\n[profile demo]").profiles.get("demo")?.line).toBe(1);
  });
});

describe("secrets", () => {
  const config = configOf(
    "",
    "[demo]\naws_access_key_id = AKIADEMO\nAWS_Secret_Access_Key = wJalr;x#y\naws_session_token = IQoJb3==",
  );
  const demo = config.profiles.get("demo");

  it("are kept whole, apart from the settings", () => {
    expect(demo?.secrets.get("aws_secret_access_key")?.secret.reveal()).toBe("wJalr;x#y");
    expect(demo?.secrets.get("aws_session_token")?.secret.reveal()).toBe("IQoJb3==");
    expect([...(demo?.settings.keys() ?? [])]).toEqual(["aws_access_key_id"]);
  });

  it("do not print with the profile", () => {
    const printed = JSON.stringify([...(demo?.settings ?? []), ...(demo?.secrets ?? [])]);
    expect(printed).not.toMatch(/wJalr|IQoJb3/);
  });
});

describe("sections that are no profile", () => {
  it.each([
    [
      "[foo]",
      "[foo] is no profile, so the section was left out.",
      "In the config file a profile is written [profile foo].",
    ],
    [
      "[DEFAULT]",
      "[DEFAULT] is no profile, though the AWS CLI applies its settings to every profile, so the section was left out.",
      "Write [default] in lower case, or move the settings to the profiles they are for.",
    ],
    [
      "[profilefoo]",
      "[profilefoo] is no profile, so the section was left out.",
      "Put a blank behind profile: [profile foo].",
    ],
  ])("are left out with a warning: %s of the config file", (header, message, hint) => {
    const { profiles, diagnostics } = configOf(`[profile demo]\n${header}\nrole_arn = arn:leak`);
    expect([...profiles.keys()]).toEqual(["demo"]);
    expect(profiles.get("demo")?.settings.size).toBe(0);
    expect(diagnostics).toEqual([{ severity: "warning", file: "~/.aws/config", line: 2, message, hint }]);
  });

  it("are left out with a warning: [profile foo] of the credentials file", () => {
    const { profiles, diagnostics } = configOf("", "[profile foo]\nx = 1");
    expect([...profiles.keys()]).toEqual([]);
    expect(diagnostics).toEqual([
      {
        severity: "warning",
        file: "~/.aws/credentials",
        line: 1,
        message: "[profile foo] belongs into the config file, so the section was left out.",
        hint: "In the credentials file a profile is written without the word profile.",
      },
    ]);
  });

  it.each(["[sso-session corp]", "[services local]", "[plugins]", "[preview]"])(
    "have a meaning of their own, so nobody is warned: %s",
    (header) => {
      const { profiles, diagnostics } = configOf(`${header}\nx = 1`);
      expect(profiles.size).toBe(0);
      expect(diagnostics).toEqual([]);
    },
  );
});

it("passes on what was wrong with the lines of either file", () => {
  const { diagnostics } = configOf("[profile demo]\nregion", "[demo\n");
  expect(diagnostics.map(({ severity, file, line }) => [severity, file, line])).toEqual([
    ["error", "~/.aws/config", 2],
    ["error", "~/.aws/credentials", 1],
  ]);
});

it("puts what was wrong with a file's encoding before what was wrong with its lines", () => {
  const encoding: Diagnostic = {
    severity: "warning",
    file: "~/.aws/config",
    line: 1,
    message: "Marked.",
    hint: "Save.",
  };
  const { diagnostics } = loadSharedConfig({
    config: { path: "~/.aws/config", text: "region", diagnostics: [encoding] },
    credentials: { path: "~/.aws/credentials", text: "[demo" },
  });
  expect(diagnostics.map(({ file, line, message }) => [file, line, message])).toEqual([
    ["~/.aws/config", 1, "Marked."],
    ["~/.aws/config", 1, expect.any(String)],
    ["~/.aws/credentials", 1, expect.any(String)],
  ]);
});
