import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { awsEnvironment, expandHome } from "../../src/launcher/aws-environment";

const DEFAULTS = {
  configFile: "~/.aws/config",
  credentialsFile: "~/.aws/credentials",
  stsEndpoint: undefined,
  signInEndpoint: undefined,
};

describe("AWS's environment variables", () => {
  it.each([
    ["nothing is set, as in a launcher started from the desktop", {}, {}],
    ["they are set to nothing", { AWS_CONFIG_FILE: "", AWS_ENDPOINT_URL_STS: "", AWS_ENDPOINT_URL: "" }, {}],
    ["the config file is elsewhere", { AWS_CONFIG_FILE: "~/elsewhere/config" }, { configFile: "~/elsewhere/config" }],
    [
      "the credentials file is elsewhere",
      { AWS_SHARED_CREDENTIALS_FILE: "/run/credentials" },
      { credentialsFile: "/run/credentials" },
    ],
    [
      "there is one endpoint for everything",
      { AWS_ENDPOINT_URL: "http://aws" },
      { stsEndpoint: "http://aws", signInEndpoint: "http://aws" },
    ],
    [
      "a service has an endpoint of its own",
      { AWS_ENDPOINT_URL: "http://aws", AWS_ENDPOINT_URL_STS: "http://sts", AWS_ENDPOINT_URL_SIGNIN: "http://signin" },
      { stsEndpoint: "http://sts", signInEndpoint: "http://signin" },
    ],
    ["there are credentials, which do not count", { AWS_ACCESS_KEY_ID: "AKIA", AWS_PROFILE: "other" }, {}],
  ])("hold when %s", (_, variables, expected) => {
    expect(awsEnvironment(variables)).toEqual({ ...DEFAULTS, ...expected });
  });
});

describe("a path with ~", () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each([
    ["~/.aws/config", "/home/ada/.aws/config"],
    ["~", "/home/ada"],
    ["/etc/aws/config", "/etc/aws/config"],
    ["~other/config", path.resolve("~other/config")],
    ["config", path.resolve("config")],
  ])("%s is %s", (file, expanded) => {
    vi.stubEnv("HOME", "/home/ada");
    expect(expandHome(file)).toBe(expanded);
  });
});
