import { describe, expect, it } from "vitest";
import { planChain } from "../../../../src/aws/chain/plan/plan-chain";
import { type AwsVariables } from "../../../../src/aws/shared-config/aws-variables";
import { configOf, inheritingConfigOf } from "../../config-of";
import { planOf } from "../../plan-of";

const FILE = "~/.aws/config";
const NETWORK = {
  stsEndpoint: undefined,
  signInEndpoint: undefined,
  useFips: false,
  useDualStack: false,
  caBundle: undefined,
};

/** The plan of profile `a`, which has these lines. */
const planOfA = (lines: string, variables: AwsVariables = {}) =>
  planOf(`[profile a]\n${lines}`, "a", undefined, { variables });

function problemOfA(lines: string, variables: AwsVariables = {}): unknown {
  const result = planChain(configOf(`[profile a]\n${lines}`, undefined, { variables }), "a");
  return "problem" in result ? result.problem : undefined;
}

describe("the calls of a plan travel", () => {
  it.each<[what: string, lines: string, variables: AwsVariables, expected: Partial<typeof NETWORK> | object]>([
    ["to AWS's own hosts where nothing is said", "", {}, {}],
    ["to AWS's own hosts where a variable is empty", "", { AWS_ENDPOINT_URL_STS: "", AWS_ENDPOINT_URL: "" }, {}],
    [
      "to one endpoint for every service",
      "",
      { AWS_ENDPOINT_URL: "https://aws" },
      { stsEndpoint: "https://aws", signInEndpoint: "https://aws" },
    ],
    [
      "to the profile's endpoint",
      "endpoint_url = https://aws/path",
      {},
      { stsEndpoint: "https://aws/path", signInEndpoint: "https://aws" },
    ],
    [
      "to an endpoint for each service",
      "services = s\n[services s]\nSTS =\n  endpoint_url = https://sts\nsignin =\n  endpoint_url = https://signin",
      {},
      { stsEndpoint: "https://sts", signInEndpoint: "https://signin" },
    ],
    [
      "to a service's own variable before that for every service",
      "",
      {
        AWS_ENDPOINT_URL: "https://aws",
        AWS_ENDPOINT_URL_STS: "https://sts",
        AWS_ENDPOINT_URL_SIGNIN: "https://signin",
      },
      { stsEndpoint: "https://sts", signInEndpoint: "https://signin" },
    ],
    ["to the region's own STS, whatever is said of regions", "sts_regional_endpoints = legacy", {}, {}],
    ["by FIPS", "use_fips_endpoint = True", {}, { useFips: true }],
    ["by FIPS of the environment", "", { AWS_USE_FIPS_ENDPOINT: "true" }, { useFips: true }],
    ["without FIPS where a variable says so", "use_fips_endpoint = true", { AWS_USE_FIPS_ENDPOINT: "false" }, {}],
    ["by dual stack", "use_dualstack_endpoint = true", {}, { useDualStack: true }],
    ["by dual stack of the environment", "", { AWS_USE_DUALSTACK_ENDPOINT: "true" }, { useDualStack: true }],
    ["under the profile's authorities", "ca_bundle = ~/ca.pem", {}, { caBundle: "~/ca.pem" }],
    [
      "under the environment's authorities before the profile's",
      "ca_bundle = ~/ca.pem",
      { AWS_CA_BUNDLE: "$HOME/env.pem" },
      { caBundle: "$HOME/env.pem" },
    ],
    [
      "by FIPS to a sign-in host of one's own",
      "use_fips_endpoint = true\nservices = s\n[services s]\nsignin =\n  endpoint_url = https://signin",
      {},
      { useFips: true, signInEndpoint: "https://signin" },
    ],
  ])("%s", (_what, lines, variables, expected) => {
    const { network, diagnostics } = planOfA(lines, variables);
    expect(network).toEqual({ ...NETWORK, ...expected });
    expect(diagnostics).toEqual([]);
  });

  const role = "role_arn = arn:aws:iam::111111111111:role/A\nsource_profile = b\n[profile b]\n";

  it("as the selected profile says, not those that it starts from", () => {
    expect(planOfA(`${role}endpoint_url = https://aws\nuse_fips_endpoint = true`).network).toEqual(NETWORK);
  });

  it.each([
    ["to every profile", "", { stsEndpoint: "https://aws", signInEndpoint: "https://aws", caBundle: "~/ca.pem" }],
    ["but its services", "endpoint_url = https://own\n", { stsEndpoint: "https://own", signInEndpoint: "https://own" }],
  ])("as [default] says where the user lets it lend, %s", (_what, own, expected) => {
    const services = "[services s]\nsts =\n  endpoint_url = https://lent\n";
    const lent = own === "" ? "endpoint_url = https://aws\n" : "services = s\n";
    const config = inheritingConfigOf(`[default]\n${lent}ca_bundle = ~/ca.pem\n${services}[profile a]\n${own}`);
    expect(planChain(config, "a")).toMatchObject({ plan: { network: { ...expected, caBundle: "~/ca.pem" } } });
  });

  it("to its own endpoint, even where [default] ignores every endpoint", () => {
    const config = inheritingConfigOf(
      "[default]\nignore_configured_endpoint_urls = true\n[profile a]\nendpoint_url = https://own\n",
    );
    expect(planChain(config, "a")).toMatchObject({ plan: { network: { stsEndpoint: "https://own" } } });
  });
});

describe("an endpoint is no URL to send calls to", () => {
  it.each(["sts", "localhost:4566", "ftp://aws", "file:///etc", "https://", "//aws"])("%s", (value) => {
    expect(problemOfA(`endpoint_url = ${value}`)).toEqual({
      kind: "broken-endpoint",
      profile: "a",
      value,
      file: FILE,
      line: 2,
    });
    expect(problemOfA("", { AWS_ENDPOINT_URL_SIGNIN: value })).toEqual({
      kind: "broken-endpoint-variable",
      profile: "a",
      variable: "AWS_ENDPOINT_URL_SIGNIN",
      value,
    });
  });

  it.each(["https://ada:hunter2@aws", "https:ada:hunter2@aws", "https://hunter2@aws"])(
    "with a password, which nobody gets to see: %s",
    (value) => {
      expect(problemOfA(`endpoint_url = ${value}`)).toMatchObject({ kind: "broken-endpoint", value: "…@aws" });
    },
  );

  it("in a services section", () => {
    expect(problemOfA("services = s\n[services s]\nsignin =\n\n  endpoint_url = aws")).toEqual({
      kind: "broken-endpoint",
      profile: "a",
      value: "aws",
      ofService: { service: "signin", services: "s" },
      file: FILE,
      line: 6,
    });
  });

  it("that [default] lends", () => {
    const result = planChain(inheritingConfigOf("[default]\nendpoint_url = aws\n[profile a]\n"), "a");
    expect(result).toMatchObject({ problem: { kind: "broken-endpoint", profile: "default", selected: "a", line: 2 } });
  });
});

describe("FIPS and dual stack go with no STS endpoint of one's own", () => {
  const fips = { wanted: "FIPS", flag: "use_fips_endpoint" };

  it.each<[what: string, lines: string, variables: AwsVariables, problem: object]>([
    [
      "in the profile",
      "endpoint_url = https://sts\nuse_fips_endpoint = true",
      {},
      { kind: "endpoint-conflict", ...fips, endpoint: "endpoint_url", file: FILE, line: 3 },
    ],
    [
      "in a profile and a variable",
      "use_fips_endpoint = true",
      { AWS_ENDPOINT_URL: "https://sts" },
      { kind: "endpoint-conflict", ...fips, endpoint: "AWS_ENDPOINT_URL", file: FILE, line: 2 },
    ],
    [
      "in a variable and a profile",
      "endpoint_url = https://sts",
      { AWS_USE_DUALSTACK_ENDPOINT: "true" },
      {
        kind: "endpoint-conflict",
        wanted: "dual stack",
        flag: "AWS_USE_DUALSTACK_ENDPOINT",
        endpoint: "endpoint_url",
        file: FILE,
        line: 2,
      },
    ],
    [
      "in two variables",
      "",
      { AWS_USE_FIPS_ENDPOINT: "true", AWS_ENDPOINT_URL_STS: "https://sts" },
      {
        kind: "endpoint-variable-conflict",
        wanted: "FIPS",
        flag: "AWS_USE_FIPS_ENDPOINT",
        endpoint: "AWS_ENDPOINT_URL_STS",
        variable: "AWS_USE_FIPS_ENDPOINT",
      },
    ],
  ])("%s", (_what, lines, variables, problem) => {
    expect(problemOfA(lines, variables)).toEqual({ profile: "a", ...problem });
  });

  it("is not taken for something that [default] could mend", () => {
    const config = configOf(
      "[default]\nignore_configured_endpoint_urls = true\n[profile a]\nuse_fips_endpoint = true",
      undefined,
      { variables: { AWS_ENDPOINT_URL: "https://sts" } },
    );
    expect(planChain(config, "a")).toMatchObject({ problem: { kind: "endpoint-conflict" } });
  });
});

describe("credentials that would travel unencrypted", () => {
  it.each(["http://127.0.0.1:4566", "http://127.9.9.9", "http://127.1", "http://[::1]:80", "http://LOCALHOST:1"])(
    "are safe on the machine itself: %s",
    (url) => {
      expect(planOfA(`endpoint_url = ${url}`).diagnostics).toEqual([]);
    },
  );

  it.each(["http://aws.internal", "http://10.0.0.1:4566", "http://127.0.0.1.example.com", "http://[::2]"])(
    "are warned of, once for both services: %s",
    (url) => {
      const message = `endpoint_url = ${url} is a URL without TLS, so credentials travel unencrypted.`;
      const hint = "Write it with https.";
      expect(planOfA(`endpoint_url = ${url}`).diagnostics).toEqual([
        { severity: "warning", profile: "a", file: FILE, line: 2, message, hint },
      ]);
    },
  );

  it("are warned of with the variable, for it stands in no file", () => {
    expect(planOfA("", { AWS_ENDPOINT_URL_SIGNIN: "http://aws" }).diagnostics).toEqual([
      {
        severity: "warning",
        variable: "AWS_ENDPOINT_URL_SIGNIN",
        message: "AWS_ENDPOINT_URL_SIGNIN = http://aws is a URL without TLS, so credentials travel unencrypted.",
        hint: "Write it with https.",
      },
    ]);
  });
});

it.each([
  ["use_fips_endpoint = yes", {}, { profile: "a", file: FILE, line: 2 }],
  ["", { AWS_USE_FIPS_ENDPOINT: "yes" }, { variable: "AWS_USE_FIPS_ENDPOINT" }],
])("a flag is not on by any other word, and that is told: %s %j", (lines, variables: AwsVariables, place) => {
  const { network, diagnostics } = planOfA(lines, variables);
  expect(network.useFips).toBe(false);
  expect(diagnostics).toEqual([
    {
      severity: "warning",
      ...place,
      message: expect.stringMatching(/ = yes is neither true nor false, so it counts as false\.$/),
      hint: "Write true or false.",
    },
  ]);
});
