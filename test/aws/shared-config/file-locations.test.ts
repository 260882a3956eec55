import { describe, expect, it } from "vitest";
import * as v from "valibot";
import { expandPath, fileLocations, type PathSurroundings } from "../../../src/aws/shared-config/file-locations";
import { sharedJson } from "../../shared-data";

const LINUX: PathSurroundings = { variables: { HOME: "/home/ada" }, platform: "linux", fallbackHome: "/fallback" };
const WINDOWS: PathSurroundings = {
  variables: { USERPROFILE: "C:\\Users\\ada" },
  platform: "win32",
  fallbackHome: "C:\\fallback",
};

const locationTests = sharedJson(
  "vectors/smithy-rs/file-location-tests.json",
  v.object({
    tests: v.array(
      v.object({
        name: v.string(),
        environment: v.record(v.string(), v.string()),
        platform: v.picklist(["linux", "windows"]),
        configLocation: v.string(),
        credentialsLocation: v.string(),
      }),
    ),
  }),
);

describe.skipIf(!locationTests)("the file location tests of the AWS SDKs", () => {
  it.each(locationTests?.tests ?? [])(
    "$name ($platform)",
    ({ environment, platform, configLocation, credentialsLocation }) => {
      const { config, credentials } = fileLocations(
        {},
        { variables: environment, platform: platform === "windows" ? "win32" : "linux", fallbackHome: "/nowhere" },
      );
      expect([config.path, credentials.path]).toEqual([configLocation, credentialsLocation]);
    },
  );

  it("are nine", () => expect(locationTests?.tests).toHaveLength(9));
});

const hardCases = sharedJson(
  "cases/hard-cases.json",
  v.object({
    cases: v.array(
      v.object({
        id: v.string(),
        kind: v.string(),
        env: v.optional(v.record(v.string(), v.string()), {}),
        expect: v.optional(v.object({ config_path: v.optional(v.string()) })),
      }),
    ),
  }),
);

// The third case of this kind, files-unreadable, needs a file: test/launcher/read-shared-config.test.ts.
describe.skipIf(!hardCases)("the hard cases of file locations", () => {
  const envOf = (id: string) => {
    const found = hardCases?.cases.find((one) => one.id === id);
    if (!found) throw new Error(`There is no case ${id}`);
    return { variables: found.env, configPath: found.expect?.config_path };
  };

  it("files-env-tilde", () => {
    const { variables, configPath } = envOf("files-env-tilde");
    expect(fileLocations({}, { ...LINUX, variables }).config.path).toBe(configPath);
  });

  it("files-gui-env", () => {
    const { variables, configPath } = envOf("files-gui-env");
    const surroundings = { ...LINUX, variables };
    expect(fileLocations({}, surroundings).config).toMatchObject({
      path: "/fallback/.aws/config",
      shown: configPath,
    });
    expect(fileLocations({ configFile: "~/clients/config" }, surroundings).config.path).toBe(
      "/fallback/clients/config",
    );
  });
});

describe("the shared files are", () => {
  const VARIABLES = { AWS_CONFIG_FILE: "/env/config", AWS_SHARED_CREDENTIALS_FILE: "/env/credentials" };
  const PREFERENCES = { configFile: "/preferred/config", credentialsFile: "/preferred/credentials" };
  const DEFAULT = {
    config: { path: "/home/ada/.aws/config", shown: "~/.aws/config", chosenBy: "default" },
    credentials: { path: "/home/ada/.aws/credentials", shown: "~/.aws/credentials", chosenBy: "default" },
  };
  const BY_VARIABLE = {
    config: { path: "/env/config", shown: "/env/config", chosenBy: "variable" },
    credentials: { path: "/env/credentials", shown: "/env/credentials", chosenBy: "variable" },
  };
  const PREFERRED = {
    config: { path: "/preferred/config", shown: "/preferred/config", chosenBy: "preference" },
    credentials: { path: "/preferred/credentials", shown: "/preferred/credentials", chosenBy: "preference" },
  };

  it.each([
    ["under ~/.aws where nothing else is said", {}, {}, DEFAULT],
    ["where the variables say", {}, VARIABLES, BY_VARIABLE],
    ["where the preferences say, whatever the variables do", PREFERENCES, VARIABLES, PREFERRED],
    [
      "under ~/.aws where the variables are empty",
      {},
      { AWS_CONFIG_FILE: "", AWS_SHARED_CREDENTIALS_FILE: "" },
      DEFAULT,
    ],
    [
      "where the variables say when the preferences are empty",
      { configFile: "", credentialsFile: "" },
      VARIABLES,
      BY_VARIABLE,
    ],
    [
      "where the variables say when the preferences are blank",
      { configFile: " ", credentialsFile: "\t" },
      VARIABLES,
      BY_VARIABLE,
    ],
    [
      "chosen one by one",
      { configFile: "/preferred/config" },
      { AWS_SHARED_CREDENTIALS_FILE: "/env/credentials" },
      { config: PREFERRED.config, credentials: BY_VARIABLE.credentials },
    ],
    [
      "found without the blanks around a preference",
      { configFile: " /preferred/config\n" },
      {},
      { ...DEFAULT, config: PREFERRED.config },
    ],
  ])("%s", (_, preferences, variables, expected) => {
    const surroundings = { ...LINUX, variables: { ...LINUX.variables, ...variables } };
    expect(fileLocations(preferences, surroundings)).toEqual(expected);
  });

  it("shown as they were written, not as they were expanded", () => {
    const { config } = fileLocations({ configFile: "$HOME/clients/config" }, LINUX);
    expect(config).toEqual({ path: "/home/ada/clients/config", shown: "$HOME/clients/config", chosenBy: "preference" });
  });
});

describe("a path", () => {
  const VARIABLES = { CLIENT: "acme", EMPTY: "", TILDE: "~/x", LATER: "$CLIENT", "ProgramFiles(x86)": "C:\\Programs" };

  it.each([
    ["~", "/home/ada"],
    ["~/.aws/config", "/home/ada/.aws/config"],
    ["~/two words/config", "/home/ada/two words/config"],
    ["/etc/~/config", "/etc/~/config"],
    ["~other/config", "~other/config"],
    ["~\\config", "~\\config"],
    ["config", "config"],
    ["", ""],
    ["/$CLIENT/config", "/acme/config"],
    ["/${CLIENT}/config", "/acme/config"],
    ["/${CLIENT}s/$CLIENT.ini", "/acmes/acme.ini"],
    ["/$CLIENT$CLIENT", "/acmeacme"],
    ["/$EMPTY/config", "//config"],
    ["$TILDE/config", "/home/ada/x/config"],
    ["~/$CLIENT", "/home/ada/acme"],
    ["$LATER", "$CLIENT"],
    ["/$UNKNOWN/${UNKNOWN}", "/$UNKNOWN/${UNKNOWN}"],
    ["/$constructor/${__proto__}", "/$constructor/${__proto__}"],
    ["/a$/${}/${CLIENT", "/a$/${}/${CLIENT"],
    ["/%CLIENT%/config", "/%CLIENT%/config"],
  ])("%s is %s", (written, expanded) => {
    expect(expandPath(written, { ...LINUX, variables: { ...LINUX.variables, ...VARIABLES } })).toBe(expanded);
  });

  it.each([
    ["~", "C:\\Users\\ada"],
    ["~/.aws/config", "C:\\Users\\ada\\.aws\\config"],
    ["~\\.aws\\config", "C:\\Users\\ada\\.aws\\config"],
    ["~other\\config", "~other\\config"],
    ["%USERPROFILE%\\.aws\\config", "C:\\Users\\ada\\.aws\\config"],
    ["%ProgramFiles(x86)%\\aws", "C:\\Programs\\aws"],
    ["D:\\$CLIENT\\${CLIENT}", "D:\\acme\\acme"],
    ["%UNKNOWN%\\%CLIENT%", "%UNKNOWN%\\acme"],
    ["C:\\100%\\%", "C:\\100%\\%"],
  ])("%s is %s on Windows", (written, expanded) => {
    expect(expandPath(written, { ...WINDOWS, variables: { ...WINDOWS.variables, ...VARIABLES } })).toBe(expanded);
  });
});

describe("the home folder is", () => {
  const everyVariable = { HOME: "/h", USERPROFILE: "C:\\u", HOMEDRIVE: "D:", HOMEPATH: "\\p" };

  it.each([
    ["HOME", LINUX, everyVariable, "/h"],
    ["the fallback where HOME is missing, since the others are Windows's", LINUX, { USERPROFILE: "/u" }, "/fallback"],
    ["the fallback where HOME is empty", LINUX, { HOME: "" }, "/fallback"],
    ["HOME on Windows too", WINDOWS, { ...everyVariable, HOME: "C:\\h" }, "C:\\h"],
    ["USERPROFILE on Windows without HOME", WINDOWS, { ...everyVariable, HOME: "" }, "C:\\u"],
    ["HOMEDRIVE and HOMEPATH on Windows without either", WINDOWS, { HOMEDRIVE: "D:", HOMEPATH: "\\p" }, "D:\\p"],
    ["the fallback on Windows without HOMEPATH", WINDOWS, { HOMEDRIVE: "D:" }, "C:\\fallback"],
  ])("%s", (_, surroundings, variables, home) => {
    expect(expandPath("~", { ...surroundings, variables })).toBe(home);
  });
});
