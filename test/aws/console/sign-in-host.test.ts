import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { partitionOfRegion } from "../../../src/aws/console/partition";
import { federationUrl, signInOrigin, type SignInPlace } from "../../../src/aws/console/sign-in-host";
import { sharedJson } from "../../shared-data";

const Case = v.object({
  documentation: v.string(),
  params: v.object({
    Region: v.string(),
    UseFIPS: v.boolean(),
    UseDualStack: v.boolean(),
    Endpoint: v.optional(v.string()),
    IsControlPlane: v.optional(v.boolean(), false),
    IsOAuthEndpoint: v.optional(v.boolean(), false),
  }),
  expect: v.union([v.object({ endpoint: v.object({ url: v.string() }) }), v.object({ error: v.string() })]),
});

const FILE = "vectors/botocore/endpoint-rules/signin-endpoint-tests-1.json";
const cases = sharedJson(FILE, v.object({ testCases: v.array(Case) }))?.testCases ?? [];

/** What signing in to a console is about; the others are about the API behind `aws login`. */
const ofTheSite = cases.filter(({ params }) => !params.IsControlPlane && !params.IsOAuthEndpoint);
const ofOneStack = ofTheSite.filter(({ params }) => !params.UseDualStack);

function placeIn(region: string, network: Partial<SignInPlace["network"]> = {}): SignInPlace {
  const partition = partitionOfRegion(region);
  if (!partition) throw new Error(`${region} is in no partition`);
  return { region, partition, network: { signInEndpoint: undefined, useFips: false, ...network } };
}

describe.skipIf(cases.length === 0)("botocore's cases of sign-in hosts", () => {
  it("are 22, of which 2 are about the control plane, 7 about OAuth and 3 about dual stack", () => {
    expect([cases.length, ofTheSite.length, ofOneStack.length]).toEqual([22, 13, 10]);
  });

  it.each(ofOneStack)("are met: $documentation", ({ params, expect: wanted }) => {
    const { Region, UseFIPS: useFips, Endpoint: signInEndpoint } = params;
    expect({ endpoint: { url: signInOrigin(placeIn(Region, { useFips, signInEndpoint })) } }).toEqual(wanted);
  });
});

describe("the sign-in site", () => {
  it.each([
    { region: "us-east-1", origin: "https://us-east-1.signin.aws.amazon.com" },
    { region: "eu-west-1", origin: "https://eu-west-1.signin.aws.amazon.com" },
    { region: "cn-northwest-1", origin: "https://cn-northwest-1.signin.amazonaws.cn" },
    { region: "us-gov-east-1", origin: "https://us-gov-east-1.signin.amazonaws-us-gov.com" },
    { region: "eusc-de-east-1", origin: "https://eusc-de-east-1.signin.amazonaws-eusc.eu" },
    { region: "us-iso-west-1", origin: "https://us-iso-west-1.signin.c2shome.ic.gov" },
    { region: "us-isob-east-1", origin: "https://us-isob-east-1.signin.sc2shome.sgov.gov" },
    { region: "eu-isoe-west-1", origin: "https://eu-isoe-west-1.signin.csphome.adc-e.uk" },
    { region: "us-isof-south-1", origin: "https://us-isof-south-1.signin.csphome.hci.ic.gov" },
  ])("of $region is $origin", ({ region, origin }) => {
    expect(signInOrigin(placeIn(region))).toBe(origin);
  });

  it.each([
    { region: "us-gov-west-1", origin: "https://signin-fips.amazonaws-us-gov.com" },
    { region: "us-gov-east-1", origin: "https://us-gov-east-1.signin-fips.amazonaws-us-gov.com" },
    { region: "us-east-2", origin: "https://signin-fips.us-east-2.amazonaws.com" },
    { region: "cn-north-1", origin: "https://signin-fips.cn-north-1.amazonaws.com.cn" },
  ])("of $region for FIPS is $origin", ({ region, origin }) => {
    expect(signInOrigin(placeIn(region, { useFips: true }))).toBe(origin);
  });
});

describe("sessions are exchanged", () => {
  it.each([
    ["at the bare host in us-east-1", "us-east-1", {}, "https://signin.aws.amazon.com/federation"],
    ["at the region's own host elsewhere", "eu-west-1", {}, "https://eu-west-1.signin.aws.amazon.com/federation"],
    [
      "at the region's own host in other partitions",
      "us-gov-west-1",
      {},
      "https://us-gov-west-1.signin.amazonaws-us-gov.com/federation",
    ],
    ["at the FIPS host", "us-east-1", { useFips: true }, "https://signin-fips.us-east-1.amazonaws.com/federation"],
    [
      "at an endpoint of one's own",
      "us-east-1",
      { signInEndpoint: "http://127.0.0.1:1" },
      "http://127.0.0.1:1/federation",
    ],
  ])("%s", (_, region, network, url) => {
    expect(federationUrl(placeIn(region, network)).href).toBe(url);
  });
});
