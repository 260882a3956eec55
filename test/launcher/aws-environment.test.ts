import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { absolutePath, awsEnvironment } from "../../src/launcher/aws-environment";
import { host } from "../host/host";
import { extension } from "../host/manifest";

const HOME = "/home/ada";
const DEFAULTS = {
  files: {
    config: { path: "/home/ada/.aws/config", shown: "~/.aws/config", chosenBy: "default" },
    credentials: { path: "/home/ada/.aws/credentials", shown: "~/.aws/credentials", chosenBy: "default" },
  },
  inheritsDefault: false,
  variables: {},
  userSessionSeconds: 43_200,
  httpsProxy: undefined,
};
const NETWORK_VARIABLES = {
  AWS_ENDPOINT_URL: "http://aws",
  AWS_ENDPOINT_URL_STS: "http://sts",
  AWS_ENDPOINT_URL_SIGNIN: "http://signin",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
  AWS_USE_FIPS_ENDPOINT: "true",
  AWS_USE_DUALSTACK_ENDPOINT: "true",
  AWS_CA_BUNDLE: "~/ca.pem",
};

afterEach(() => {
  vi.unstubAllEnvs();
  host.reset();
});

describe("AWS's environment variables", () => {
  it.each([
    ["nothing is set, as in a launcher started from the desktop", {}, {}],
    ["they are set to nothing", { AWS_CONFIG_FILE: "", AWS_ENDPOINT_URL_STS: "", AWS_ENDPOINT_URL: "" }, {}],
    [
      "the config file is elsewhere",
      { AWS_CONFIG_FILE: "~/elsewhere/config" },
      {
        files: {
          ...DEFAULTS.files,
          config: { path: "/home/ada/elsewhere/config", shown: "~/elsewhere/config", chosenBy: "variable" },
        },
      },
    ],
    [
      "the credentials file is elsewhere",
      { AWS_SHARED_CREDENTIALS_FILE: "/run/credentials" },
      {
        files: {
          ...DEFAULTS.files,
          credentials: { path: "/run/credentials", shown: "/run/credentials", chosenBy: "variable" },
        },
      },
    ],
    ["calls to AWS travel in another way", NETWORK_VARIABLES, { variables: NETWORK_VARIABLES }],
    ["there are credentials, which do not count", { AWS_ACCESS_KEY_ID: "AKIA", AWS_PROFILE: "other" }, {}],
  ])("hold when %s", (_, variables, expected) => {
    expect(awsEnvironment({ HOME, ...variables })).toEqual({ ...DEFAULTS, ...expected });
  });
});

describe("the preferences", () => {
  it("have defaults in the manifest that leave everything to AWS's own variables", () => {
    expect(host.preferences).toEqual({
      configFile: "",
      credentialsFile: "",
      inheritDefault: false,
      grouping: "source",
      credentialFormat: "bash",
      userSessionHours: "12",
      consoleLength: "longest",
      logOutFirst: false,
      httpsProxy: "",
    });
    expect(awsEnvironment({ HOME })).toEqual(DEFAULTS);
  });

  it("may be left out by a host that leaves out what nobody set", () => {
    host.preferences = { inheritDefault: false };
    expect(awsEnvironment({ HOME })).toEqual(DEFAULTS);
  });

  it("come before the variables", () => {
    host.preferences = { configFile: "~/clients/config", credentialsFile: "$SAFE/credentials", inheritDefault: true };
    const variables = { HOME, SAFE: "/safe", AWS_CONFIG_FILE: "/c", AWS_SHARED_CREDENTIALS_FILE: "/s" };
    expect(awsEnvironment(variables)).toEqual({
      ...DEFAULTS,
      files: {
        config: { path: "/home/ada/clients/config", shown: "~/clients/config", chosenBy: "preference" },
        credentials: { path: "/safe/credentials", shown: "$SAFE/credentials", chosenBy: "preference" },
      },
      inheritsDefault: true,
    });
  });
});

describe("the length of a user's session", () => {
  it.each([
    ["1", 3_600],
    ["12", 43_200],
    ["36", 129_600],
  ])("is %s hours where the preferences say so", (userSessionHours, userSessionSeconds) => {
    host.preferences = { ...host.preferences, userSessionHours };
    expect(awsEnvironment({ HOME })).toEqual({ ...DEFAULTS, userSessionSeconds });
  });

  it("can be chosen among those that GetSessionToken takes only", () => {
    const { data = [] } = extension.manifest.preferences?.find(({ name }) => name === "userSessionHours") ?? {};
    const seconds = data.map(({ value }) => Number(value) * 3_600);
    expect([data.length, Math.min(...seconds) >= 900, Math.max(...seconds)]).toEqual([8, true, 129_600]);
  });
});

describe("the proxy of the preferences", () => {
  it.each([
    ["", undefined],
    ["  ", undefined],
    [" http://proxy.example.com:8080 ", "http://proxy.example.com:8080"],
  ])("is what is written there: %j", (written, httpsProxy) => {
    host.preferences = { ...host.preferences, httpsProxy: written };
    expect(awsEnvironment({ HOME })).toEqual({ ...DEFAULTS, httpsProxy });
  });
});

describe("a path that messages show", () => {
  it.each([
    ["~/.aws/config", "/home/ada/.aws/config"],
    ["$HOME/config", "/home/ada/config"],
    ["/etc/aws/config", "/etc/aws/config"],
    ["config", path.resolve("config")],
  ])("leads to the file: %s is %s", (shown, file) => {
    vi.stubEnv("HOME", HOME);
    expect(absolutePath(shown)).toBe(file);
  });
});
