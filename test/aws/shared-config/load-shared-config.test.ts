import { describe, expect, it } from "vitest";
import { type Diagnostic } from "../../../src/aws/shared-config/diagnostic";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { settingOf } from "../../../src/aws/shared-config/shared-config";
import { configOf } from "../config-of";
import { profilesOf, stated } from "./sections";

const KEY = "aws_access_key_id = ID\naws_secret_access_key = s\n";

function read(config: string, credentials: string) {
  return profilesOf(configOf(config, credentials));
}

describe("both files together", () => {
  it("merge key by key, the credentials file winning", () => {
    expect(read("[profile demo]\nx = config\ny = config", "[demo]\nX = credentials\nz = credentials")).toEqual(
      stated({ demo: { x: "credentials", y: "config", z: "credentials" } }),
    );
  });

  it.each([
    ["as it is", "[profile default]", "[default]", "default"],
    ["in quotes", '[profile "a"]', "[a]", "a"],
    ["with a blank, which `aws configure` quotes in one file only", '[profile "a b"]', "[a b]", "a b"],
    ["with a blank, quoted in both", "[profile 'a b']", '["a b"]', "a b"],
    ["in another script", "[profile 本番]", "[本番]", "本番"],
    ["like the prototype of every object", "[profile __proto__]", "[__proto__]", "__proto__"],
    ["like the constructor of every object", "[profile constructor]", "[constructor]", "constructor"],
  ])("know a profile by its name: %s", (_, inConfig, inCredentials, name) => {
    const { profiles, diagnostics } = configOf(`${inConfig}\nx = 1`, `${inCredentials}\ny = 2`);
    expect([...profiles.keys(), ...diagnostics]).toEqual([name]);
    expect([...(profiles.get(name)?.settings.keys() ?? [])]).toEqual(["x", "y"]);
  });

  it("know no profile of theirs by a name with a blank that only the credentials file has", () => {
    const { profiles, diagnostics } = configOf("[profile a]", "[a b]\nx = 1");
    expect([...profiles.keys(), ...diagnostics.map(({ severity }) => severity)]).toEqual(["a", "error"]);
  });

  it("say of every profile and setting where it stands", () => {
    const { profiles } = configOf("\n[profile demo]\nregion = eu-west-1\nx = 1", "[demo]\nx = 2\n[keys]");
    expect(profiles.get("demo")).toMatchObject({ file: "~/.aws/config", line: 2 });
    expect(profiles.get("keys")).toMatchObject({ file: "~/.aws/credentials", line: 3 });
    expect([...(profiles.get("demo")?.settings.values() ?? [])]).toEqual([
      { value: "eu-west-1", file: "~/.aws/config", line: 3, origin: "config", declaredBy: "demo" },
      { value: "2", file: "~/.aws/credentials", line: 2, origin: "credentials", declaredBy: "demo" },
    ]);
  });

  it("list the profiles of the config file first", () => {
    expect([...read("[profile b]\n[profile c]", "[a]\n[c]").keys()]).toEqual(["b", "c", "a"]);
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

  it("do not hide [default] of the one by [profile default] of the other", () => {
    expect(read("[profile default]\nx = 1", "[default]\ny = 2")).toEqual(stated({ default: { x: "1", y: "2" } }));
  });

  it("have the config file's sessions: the credentials file holds none", () => {
    const { ssoSessions } = configOf("[sso-session corp]\nx = 1", "[sso-session corp]\nx = 2\n[sso-session other]");
    expect([...ssoSessions.keys(), ssoSessions.get("corp")?.settings.get("x")?.value]).toEqual(["corp", "1"]);
  });
});

describe("an empty value", () => {
  it("counts as absent", () => {
    const demo = configOf("[profile demo]\nmfa_serial =\nregion = # none\noutput = json").profiles.get("demo");
    const values = ["mfa_serial", "region", "output", "role_arn"].map((key) => demo && settingOf(demo, key)?.value);
    expect(values).toEqual([undefined, undefined, "json", undefined]);
  });

  it("counts as absent in a session too", () => {
    const corp = configOf("[sso-session corp]\nsso_region =").ssoSessions.get("corp");
    expect(corp && [corp.settings.get("sso_region")?.value, settingOf(corp, "sso_region")]).toEqual(["", undefined]);
  });

  it("of the credentials file hides the config's", () => {
    const demo = configOf("[profile demo]\nregion = eu-west-1", "[demo]\nregion =").profiles.get("demo");
    expect(demo && [demo.settings.get("region")?.value, settingOf(demo, "region")]).toEqual(["", undefined]);
  });

  it("of the config file hides nothing", () => {
    expect(read("[profile demo]\nregion =", "[demo]\nregion = eu-west-1")).toEqual(
      stated({ demo: { region: "eu-west-1" } }),
    );
  });

  it("of a secret hides nothing: the config's key stays whole", () => {
    expect(read(`[profile demo]\n${KEY}`, "[demo]\naws_secret_access_key =")).toEqual(
      stated({ demo: { aws_access_key_id: "ID", aws_secret_access_key: "s" } }),
    );
  });
});

describe("keys of both files", () => {
  it.each([
    ["leave nothing of the config's token", `${KEY}aws_session_token = t`, KEY],
    ["leave nothing of the config's token by its other name", `${KEY}aws_security_token = t`, KEY],
  ])("%s", (_, inConfig, inCredentials) => {
    const { profiles } = configOf(`[profile demo]\n${inConfig}`, `[demo]\n${inCredentials}`);
    expect([...(profiles.get("demo")?.secrets.keys() ?? [])]).toEqual(["aws_secret_access_key"]);
  });

  it("leave nothing of the config's secret beside half a key", () => {
    const { profiles } = configOf(`[profile demo]\n${KEY}`, "[demo]\naws_access_key_id = OTHER");
    expect(profiles.get("demo")?.secrets.size).toBe(0);
  });

  it("leave the config's alone where the credentials file has none", () => {
    expect(read(`[profile demo]\n${KEY}`, "[demo]\nregion = eu-west-1")).toEqual(
      stated({ demo: { aws_access_key_id: "ID", aws_secret_access_key: "s", region: "eu-west-1" } }),
    );
  });
});

describe("diagnostics", () => {
  it("are those of either file, the config's first", () => {
    const { diagnostics } = configOf("[profile demo]\nregion", "[demo\n");
    expect(diagnostics.map(({ severity, file, line }) => [severity, file, line])).toEqual([
      ["error", "~/.aws/config", 2],
      ["error", "~/.aws/credentials", 1],
    ]);
  });

  it("name what was wrong with a file's encoding before what was wrong with its lines", () => {
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

  it.each([100, 101, 250])("are 100 a file at most, and the rest is counted: %i of them", (count) => {
    const { diagnostics } = configOf("stray\n".repeat(count), "[stray\n".repeat(count));
    const of = (file: string) => diagnostics.filter((one) => one.file === file);
    for (const file of ["~/.aws/config", "~/.aws/credentials"]) {
      expect(of(file).flatMap(({ line }) => line ?? [])).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
      expect(of(file).filter(({ line }) => line === undefined)).toEqual(
        count === 100
          ? []
          : [
              {
                severity: "error",
                file,
                message: `${count - 100} more complaints about the file are left out here.`,
                hint: "Correct the ones above first, or choose another file.",
              },
            ],
      );
    }
  });
});

describe("what counts beside the files", () => {
  it("is passed on", () => {
    const options = { inheritsDefault: true, variables: { AWS_CA_BUNDLE: "/ca.pem" }, userSessionSeconds: 3_600 };
    expect(loadSharedConfig({}, options)).toMatchObject(options);
  });

  it("is by default nothing but twelve hours for a user's session", () => {
    expect(loadSharedConfig({})).toMatchObject({ inheritsDefault: false, variables: {}, userSessionSeconds: 43_200 });
  });
});
