import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { configuredEndpoint } from "../../../../src/aws/chain/plan/configured-endpoint";
import { type Profile, type SharedConfig } from "../../../../src/aws/shared-config/shared-config";
import { sharedJson } from "../../../shared-data";
import { configOf } from "../../config-of";

const Settings = v.record(v.string(), v.string());
const Suite = v.object({
  profiles: v.record(v.string(), Settings),
  services: v.record(v.string(), v.record(v.string(), Settings)),
  client_configs: v.record(v.string(), v.object({})),
  environments: v.record(v.string(), Settings),
  endpointUrlTests: v.array(
    v.object({
      name: v.string(),
      profile: v.string(),
      client_config: v.string(),
      environment: v.string(),
      service: v.string(),
      output: v.object({ endpointUrl: v.string() }),
    }),
  ),
});

const FILE = "vectors/botocore/configured_endpoint_urls/profile-tests.json";
const [suite] = sharedJson(FILE, v.object({ testSuites: v.array(Suite) }))?.testSuites ?? [];
const all = suite?.endpointUrlTests ?? [];
/** Endpoints that a program gives its client have no counterpart here: plans come from files and environment alone. */
const cases = all.filter(({ client_config }) => client_config === "default");

/** The suite's sections as a config file. */
function suiteText(): string {
  const lines = (settings: Readonly<Record<string, string>>, indent = ""): string[] =>
    Object.entries(settings).map(([key, value]) => `${indent}${key} = ${value}`);
  const profiles = Object.entries(suite?.profiles ?? {}).flatMap(([name, settings]) => [
    `[profile ${name}]`,
    ...lines(settings),
  ]);
  const services = Object.entries(suite?.services ?? {}).flatMap(([name, byService]) => [
    `[services ${name}]`,
    ...Object.entries(byService).flatMap(([service, settings]) => [`${service} =`, ...lines(settings, "  ")]),
  ]);
  return [...profiles, ...services].join("\n");
}

function profileOf(config: SharedConfig, name: string): Profile {
  const profile = config.profiles.get(name);
  if (!profile) throw new Error(`There is no profile ${name}.`);
  return profile;
}

function endpointOf(config: SharedConfig, name: string, service: string): unknown {
  const endpoint = configuredEndpoint(config, profileOf(config, name), service);
  return endpoint && "value" in endpoint ? endpoint.value : endpoint;
}

describe.skipIf(all.length === 0)("botocore's cases of configured endpoints", () => {
  it("are 39, of which 20 have an endpoint or a flag of the program's own", () => {
    expect([all.length, all.length - cases.length]).toEqual([39, 20]);
  });

  it.each(cases)("$name", ({ profile, environment, service, output }) => {
    const config = configOf(suiteText(), undefined, { variables: suite?.environments[environment] ?? {} });
    // AWS's own host says that no configured endpoint counts.
    const isOwn = output.endpointUrl === `https://${service}.fake-region-10.amazonaws.com`;
    expect(endpointOf(config, profile, service)).toBe(isOwn ? undefined : output.endpointUrl);
  });
});

describe("the endpoint of a service", () => {
  const services = "[services s]\nsts =\n  endpoint_url = https://sts\nother =\n  endpoint_url = https://other\n";

  it.each<[what: string, profile: string, variables: Record<string, string>, expected: string | undefined]>([
    ["is AWS's own where nothing is said", "", {}, undefined],
    ["is the profile's", "endpoint_url = https://all\n", {}, "https://all"],
    ["is its own before that of all", "endpoint_url = https://all\nservices = s\n", {}, "https://sts"],
    ["is the variable's first", "services = s\n", { AWS_ENDPOINT_URL: "https://env" }, "https://env"],
    [
      "is that of the service's own variable before the one for all",
      "",
      { AWS_ENDPOINT_URL: "https://env", AWS_ENDPOINT_URL_STS: "https://env-sts" },
      "https://env-sts",
    ],
    ["is not that of an empty variable", "endpoint_url = https://all\n", { AWS_ENDPOINT_URL_STS: "" }, "https://all"],
    ["is none where the profile ignores all", "services = s\nignore_configured_endpoint_urls = TRUE\n", {}, undefined],
    [
      "is none where a variable ignores all",
      "services = s\n",
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true", AWS_ENDPOINT_URL: "https://env" },
      undefined,
    ],
    [
      "counts where the variable takes the profile's word back",
      "services = s\nignore_configured_endpoint_urls = true\n",
      { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false" },
      "https://sts",
    ],
  ])("%s", (_what, profile, variables, expected) => {
    const config = configOf(`[profile a]\n${profile}${services}`, undefined, { variables });
    expect(endpointOf(config, "a", "sts")).toBe(expected);
  });

  it("is told with the line that it stands in", () => {
    const config = configOf(`[profile a]\nservices = s\n${services}`);
    expect(configuredEndpoint(config, profileOf(config, "a"), "sts")).toMatchObject({
      name: "endpoint_url",
      profile: "a",
      setting: { file: "~/.aws/config", line: 5 },
      ofService: { service: "sts", services: "s" },
    });
  });

  it("is nobody's where the section does not exist, even if the profile has one for all", () => {
    const config = configOf(`[profile a]\nendpoint_url = https://all\nservices = nobody\n${services}`);
    expect(configuredEndpoint(config, profileOf(config, "a"), "sts")).toEqual({
      problem: { kind: "unknown-services", profile: "a", services: "nobody", file: "~/.aws/config", line: 3 },
    });
  });

  it("does not need a section that would count for nothing", () => {
    const variables = { AWS_ENDPOINT_URL: "https://env" };
    const config = configOf("[profile a]\nservices = nobody\n", undefined, { variables });
    expect(endpointOf(config, "a", "sts")).toBe("https://env");
  });
});
