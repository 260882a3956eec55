import { describe, expect, it } from "vitest";
import { partitionOfArn, partitionOfRegion } from "../../../src/aws/console/partition";

describe("the partition of a region", () => {
  it.each([
    ["us-east-1", "aws"],
    ["ap-northeast-1", "aws"],
    ["eu-central-2", "aws"],
    ["il-central-1", "aws"],
    ["mx-central-1", "aws"],
    ["cn-north-1", "aws-cn"],
    ["cn-northwest-1", "aws-cn"],
    ["us-gov-west-1", "aws-us-gov"],
    ["us-gov-east-1", "aws-us-gov"],
  ])("%s is %s", (region, partition) => {
    expect(partitionOfRegion(region)?.id).toBe(partition);
  });

  it("that AWS opens tomorrow is commercial", () => {
    expect(partitionOfRegion("xy-central-1")?.id).toBe("aws");
  });

  it.each([
    "",
    "aws-global",
    "us-iso-east-1",
    "eusc-de-east-1",
    "evil.example/us-east-1",
    "us-east-1.evil",
    "US-EAST-1",
  ])("is none for what is no region of these partitions: '%s'", (region) => {
    expect(partitionOfRegion(region)).toBeUndefined();
  });
});

describe("the partition that an ARN names", () => {
  it.each([
    ["aws", "us-east-1", "signin.aws.amazon.com", "console.aws.amazon.com"],
    ["aws-cn", "cn-northwest-1", "signin.amazonaws.cn", "console.amazonaws.cn"],
    ["aws-us-gov", "us-gov-west-1", "signin.amazonaws-us-gov.com", "console.amazonaws-us-gov.com"],
  ])("%s has its own default region and hosts", (id, defaultRegion, signInDomain, consoleDomain) => {
    expect(partitionOfArn(id)).toMatchObject({ id, defaultRegion, signInDomain, consoleDomain });
  });

  it.each(["aws", "aws-cn", "aws-us-gov"])("%s has its default region among its regions", (id) => {
    const partition = partitionOfArn(id);
    expect(partitionOfRegion(partition?.defaultRegion ?? "")).toBe(partition);
  });

  it.each(["aws-iso", "aws-eusc", "AWS", "constructor", ""])("is none that is not supported: '%s'", (id) => {
    expect(partitionOfArn(id)).toBeUndefined();
  });
});
