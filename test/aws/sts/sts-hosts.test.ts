import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { type Connection } from "../../../src/aws/network/connection";
import { Secret } from "../../../src/aws/secret";
import { createSts, type StsOptions } from "../../../src/aws/sts/create-sts";
import { straightConnection } from "../../straight-connection";
import { sharedJson } from "../../shared-data";

const Case = v.object({
  documentation: v.string(),
  params: v.optional(
    v.strictObject({
      Region: v.optional(v.string()),
      UseFIPS: v.boolean(),
      UseDualStack: v.boolean(),
      Endpoint: v.optional(v.string()),
      UseGlobalEndpoint: v.optional(v.boolean(), false),
    }),
  ),
  expect: v.union([v.object({ endpoint: v.object({ url: v.string() }) }), v.object({ error: v.string() })]),
});

const FILE = "vectors/botocore/endpoint-rules/sts-endpoint-tests-1.json";
const cases = sharedJson(FILE, v.object({ testCases: v.array(Case) }))?.testCases ?? [];

type StsPlace = Pick<StsOptions, "region" | "endpoint" | "useFips" | "useDualStack">;

/** The cases in which a region is named: a plan always has one. */
const ofRegions = cases.flatMap(({ documentation, params, expect: wanted }) => {
  if (params?.Region === undefined) return [];
  const { Region: region, UseFIPS: useFips, UseDualStack: useDualStack, Endpoint: endpoint } = params;
  const options: StsPlace = { region, endpoint, useFips, useDualStack };
  const isLegacy = params.UseGlobalEndpoint && endpoint === undefined;
  return [{ documentation, options, isLegacy, wanted }];
});
const regional = ofRegions.filter(({ isLegacy }) => !isLegacy);
const legacy = ofRegions.filter(({ isLegacy, options }) => isLegacy && options.region !== "aws-global");

/** Where STS is called with such options; nothing is sent. */
async function hostOf(place: StsPlace): Promise<string | undefined> {
  let host: string | undefined;
  const connection: Connection = {
    ...straightConnection(),
    handle({ protocol, hostname }) {
      host = `${protocol}//${hostname}`;
      return Promise.reject(new Error("not sent"));
    },
  };
  const signer = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: new Secret("example") };
  const sts = createSts({ ...place, connection, now: () => new Date() });
  await sts.getSessionToken({ signer, durationSeconds: undefined, mfa: undefined }).catch(() => undefined);
  return host;
}

describe.skipIf(cases.length === 0)("botocore's cases of STS hosts", () => {
  it("are 69, of which three name no region and one is of no region that a plan can have", () => {
    expect([cases.length, ofRegions.length, regional.length, legacy.length]).toEqual([69, 66, 49, 16]);
  });

  it.each(regional)("are called or refused as they say: $documentation", async ({ options, wanted }) => {
    // A plan with such options has a problem instead: see the network settings.
    expect(await hostOf(options)).toBe("endpoint" in wanted ? wanted.endpoint.url : undefined);
  });

  it.each(legacy)("are the region's own where the legacy setting would have none: $documentation", async (one) => {
    expect(await hostOf(one.options)).toBe(`https://sts.${one.options.region}.amazonaws.com`);
  });
});

describe("STS is called", () => {
  it.each([
    ["at the region's own host", {}, "https://sts.eu-west-1.amazonaws.com"],
    ["at that for FIPS", { useFips: true }, "https://sts-fips.eu-west-1.amazonaws.com"],
    ["at that for dual stack", { useDualStack: true }, "https://sts.eu-west-1.api.aws"],
    ["at an endpoint of one's own", { endpoint: "http://127.0.0.1:1" }, "http://127.0.0.1"],
  ])("%s", async (_, options, host) => {
    expect(await hostOf({ region: "eu-west-1", endpoint: undefined, ...options })).toBe(host);
  });
});
