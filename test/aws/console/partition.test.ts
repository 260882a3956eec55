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
    expect(partitionOfRegion(region).id).toBe(partition);
  });

  it.each(["xy-central-1", "aws-global", ""])("that nobody knows yet is commercial: '%s'", (region) => {
    expect(partitionOfRegion(region).id).toBe("aws");
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
