import { describe, expect, it } from "vitest";
import {
  isAwsHost,
  parseSignInHost,
  partitionOfConsoleHost,
  partitionOfRegion,
  partitions,
  regionInFront,
} from "./partition";

const places = [
  { partition: "aws", region: "us-east-1", signIn: "signin.aws.amazon.com", console: "console.aws.amazon.com" },
  { partition: "aws-cn", region: "cn-north-1", signIn: "signin.amazonaws.cn", console: "console.amazonaws.cn" },
  {
    partition: "aws-us-gov",
    region: "us-gov-west-1",
    signIn: "signin.amazonaws-us-gov.com",
    console: "console.amazonaws-us-gov.com",
  },
  {
    partition: "aws-eusc",
    region: "eusc-de-east-1",
    signIn: "signin.amazonaws-eusc.eu",
    console: "console.amazonaws-eusc.eu",
  },
  { partition: "aws-iso", region: "us-iso-east-1", signIn: "signin.c2shome.ic.gov", console: "console.c2shome.ic.gov" },
  {
    partition: "aws-iso-b",
    region: "us-isob-east-1",
    signIn: "signin.sc2shome.sgov.gov",
    console: "console.sc2shome.sgov.gov",
  },
  {
    partition: "aws-iso-e",
    region: "eu-isoe-west-1",
    signIn: "signin.csphome.adc-e.uk",
    console: "console.csphome.adc-e.uk",
  },
  {
    partition: "aws-iso-f",
    region: "us-isof-south-1",
    signIn: "signin.csphome.hci.ic.gov",
    console: "console.csphome.hci.ic.gov",
  },
] as const;

describe("a partition", () => {
  it("is in this table", () => {
    expect(places.map(({ partition }) => partition)).toEqual(partitions);
  });

  it.each(places)("$partition has the region $region, and hosts with and without it", (place) => {
    const { partition, region, signIn, console } = place;
    expect(partitionOfRegion(region)).toBe(partition);
    expect(parseSignInHost(signIn)).toEqual({ partition, domain: signIn, region: undefined });
    expect(parseSignInHost(`${region}.${signIn}`)).toEqual({ partition, domain: signIn, region });
    expect([console, `${region}.${console}`].map(partitionOfConsoleHost)).toEqual([partition, partition]);
    expect(regionInFront(`${region}.${console}`)).toBe(region);
    expect([signIn, console].every(isAwsHost)).toBe(true);
  });
});

describe("a sign-in host", () => {
  it.each([
    {
      host: "signin-fips.us-east-1.amazonaws.com",
      partition: "aws",
      domain: "signin-fips.us-east-1.amazonaws.com",
      region: undefined,
    },
    {
      host: "signin-fips.amazonaws-us-gov.com",
      partition: "aws-us-gov",
      domain: "signin-fips.amazonaws-us-gov.com",
      region: undefined,
    },
    {
      host: "us-gov-east-1.signin-fips.amazonaws-us-gov.com",
      partition: "aws-us-gov",
      domain: "signin-fips.amazonaws-us-gov.com",
      region: "us-gov-east-1",
    },
    // A region of another partition is a label like any other.
    { host: "cn-north-1.signin.aws.amazon.com", partition: "aws", domain: "signin.aws.amazon.com", region: undefined },
  ])("with FIPS or a foreign region: $host", ({ host, ...parts }) => {
    expect(parseSignInHost(host)).toEqual(parts);
  });

  it.each([
    "127.0.0.1:8080",
    "signin-fips.us-west-2.amazonaws.com",
    "evilsignin.aws.amazon.com",
    "a.b.signin.amazonaws.cn",
  ])("is not %s", (host) => {
    expect(parseSignInHost(host)).toBeUndefined();
  });
});

describe("the region in front of a host", () => {
  it.each([
    ["ap-southeast-2.console.aws.amazon.com", "ap-southeast-2"],
    ["s3.console.aws.amazon.com", undefined],
    ["console.aws.amazon.com", undefined],
    ["localhost", undefined],
  ])("of %s is %s", (host, region) => {
    expect(regionInFront(host)).toBe(region);
  });
});

describe("a host of AWS", () => {
  it.each([
    "sts.us-east-1.amazonaws.com",
    "sts.cn-north-1.amazonaws.com.cn",
    "sts.us-gov-west-1.amazonaws.com",
    "sts.eusc-de-east-1.amazonaws.eu",
    "sts.us-iso-east-1.c2s.ic.gov",
    "sts.us-isob-east-1.sc2s.sgov.gov",
    "sts.eu-isoe-west-1.cloud.adc-e.uk",
    "sts.us-isof-south-1.csp.hci.ic.gov",
    "111111111111-abcdefgh.us-east-1.console.aws.amazon.com",
    "d-1234567890.awsapps.com",
  ])("is %s", (host) => {
    expect(isAwsHost(host)).toBe(true);
  });

  it.each([
    "amazonaws.com",
    "evilamazonaws.com",
    "amazonaws.com.evil.example",
    "aws.amazon.com@evil.example",
    "google.com",
  ])("is not %s", (host) => {
    expect(isAwsHost(host)).toBe(false);
  });
});
