import { describe, expect, it } from "vitest";
import { CONSOLE_HOME, consoleUrl, withRegion } from "../../../src/aws/console/console-url";
import { partitionOfRegion } from "../../../src/aws/console/partition";

function placeIn(region: string) {
  const partition = partitionOfRegion(region);
  if (!partition) throw new Error(`${region} is in no partition`);
  return { region, partition };
}

describe("a page of the console", () => {
  it.each([
    ["ap-northeast-1", "https://ap-northeast-1.console.aws.amazon.com/console/home?region=ap-northeast-1"],
    ["us-east-1", "https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1"],
    ["cn-north-1", "https://cn-north-1.console.amazonaws.cn/console/home?region=cn-north-1"],
    ["us-gov-east-1", "https://us-gov-east-1.console.amazonaws-us-gov.com/console/home?region=us-gov-east-1"],
    ["eusc-de-east-1", "https://eusc-de-east-1.console.amazonaws-eusc.eu/console/home?region=eusc-de-east-1"],
    ["us-iso-east-1", "https://us-iso-east-1.console.c2shome.ic.gov/console/home?region=us-iso-east-1"],
  ])("opens in %s by its host", (region, url) => {
    expect(consoleUrl(CONSOLE_HOME, placeIn(region))).toBe(url);
  });

  it.each([
    ["eu-west-1", "https://us-east-1.console.aws.amazon.com/iam/home"],
    ["cn-north-1", "https://cn-northwest-1.console.amazonaws.cn/iam/home"],
    ["us-gov-east-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/iam/home"],
  ])("that belongs to no region is asked for none: %s", (region, url) => {
    expect(consoleUrl({ path: "/iam/home", isGlobal: true }, placeIn(region))).toBe(url);
  });
});

describe("the region of an address", () => {
  it.each([
    ["/ec2/home", "/ec2/home?region=eu-west-1"],
    ["/ec2/home?", "/ec2/home?region=eu-west-1"],
    ["/ec2/home#Instances:", "/ec2/home?region=eu-west-1#Instances:"],
    ["/s3/buckets?prefix=a%20b&x", "/s3/buckets?region=eu-west-1&prefix=a%20b&x"],
    ["/s3/buckets?region=us-east-1&x=1", "/s3/buckets?region=eu-west-1&x=1"],
    ["/s3/buckets?x=1&region=us-east-1#a?region=b&c", "/s3/buckets?region=eu-west-1&x=1#a?region=b&c"],
    ["/x?regions=all", "/x?region=eu-west-1&regions=all"],
    [
      "/cloudwatch/home#logsV2:log-groups/log-group/$252Faws$252Flambda?a=1",
      "/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/$252Faws$252Flambda?a=1",
    ],
    ["https://h.example/p#f", "https://h.example/p?region=eu-west-1#f"],
  ])("stands in the query, not in the fragment: %s", (path, expected) => {
    expect(withRegion(path, "eu-west-1")).toBe(expected);
  });
});
