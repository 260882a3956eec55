import { describe, expect, it } from "vitest";
import { partitionOfArn } from "../../../src/aws/console/partition";
import { type PastedUrl, readPastedUrl } from "../../../src/aws/console/pasted-url";

function pasted(text: string, region = "eu-west-1", partitionId = "aws"): PastedUrl {
  const partition = partitionOfArn(partitionId);
  if (!partition) throw new Error(`No partition ${partitionId}`);
  return readPastedUrl(text, { region, partition });
}

describe("an address of the console", () => {
  it.each([
    [
      "as it stands",
      "https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
      "https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
    ],
    [
      "without the session of a multi-session console",
      "https://222222222222-abcdefgh.us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
      "https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
    ],
    [
      "with the region that its query names, where its host names none",
      "https://console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
      "https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
    ],
    [
      "with the profile's region, where nothing names one",
      "https://console.aws.amazon.com/s3/buckets",
      "https://eu-west-1.console.aws.amazon.com/s3/buckets",
    ],
    [
      "with the profile's region, where the query names what is none",
      "https://console.aws.amazon.com/s3/buckets?region=evil.example/&prefix=a",
      "https://eu-west-1.console.aws.amazon.com/s3/buckets?region=eu-west-1&prefix=a",
    ],
    [
      "with the profile's region, where the query names one of another partition",
      "https://console.aws.amazon.com/ec2?region=cn-north-1#a",
      "https://eu-west-1.console.aws.amazon.com/ec2?region=eu-west-1#a",
    ],
    [
      "out of angle brackets",
      "<https://us-west-2.console.aws.amazon.com/#a>",
      "https://us-west-2.console.aws.amazon.com/#a",
    ],
    [
      "without https in front of it",
      "us-west-2.console.aws.amazon.com/ec2",
      "https://us-west-2.console.aws.amazon.com/ec2",
    ],
    [
      "with https instead of http",
      "http://us-west-2.console.aws.amazon.com/",
      "https://us-west-2.console.aws.amazon.com/",
    ],
    [
      "without a session of other letters",
      "https://222222222222-a_b.us-west-2.console.aws.amazon.com/",
      "https://us-west-2.console.aws.amazon.com/",
    ],
    [
      "on a host of its own",
      "https://s3.console.aws.amazon.com/s3/buckets/b?prefix=a%20b/",
      "https://s3.console.aws.amazon.com/s3/buckets/b?prefix=a%20b/",
    ],
    [
      "with a backslash as what browsers take it for",
      "https://us-west-2.console.aws.amazon.com\\\\@evil.example/",
      "https://us-west-2.console.aws.amazon.com//@evil.example/",
    ],
    [
      "with blanks around it",
      "  https://us-west-2.console.aws.amazon.com/\n",
      "https://us-west-2.console.aws.amazon.com/",
    ],
    [
      "with everything behind a sharp",
      "https://eu-central-1.console.aws.amazon.com/athena/home?region=eu-central-1#/query-editor/history?x=1&y=2",
      "https://eu-central-1.console.aws.amazon.com/athena/home?region=eu-central-1#/query-editor/history?x=1&y=2",
    ],
  ])("is taken %s", (_, text, url) => {
    expect(pasted(text)).toEqual({ kind: "console", url });
  });

  it.each([
    ["aws-cn", "https://cn-north-1.console.amazonaws.cn/s3/home"],
    ["aws-us-gov", "https://us-gov-west-1.console.amazonaws-us-gov.com/s3/home"],
    ["aws-eusc", "https://eusc-de-east-1.console.amazonaws-eusc.eu/s3/home"],
  ])("is taken in its own partition: %s", (partition, url) => {
    expect(pasted(url, "x", partition)).toEqual({ kind: "console", url });
  });
});

describe("an address elsewhere", () => {
  it.each([
    ["https://evil.example/console.aws.amazon.com", "evil.example"],
    ["https://evilconsole.aws.amazon.com/", "evilconsole.aws.amazon.com"],
    ["https://console.aws.amazon.com.evil.example/", "console.aws.amazon.com.evil.example"],
    ["https://console.aws.amazon.com:8443/", "console.aws.amazon.com:8443"],
    ["https://cn-north-1.console.aws.amazon.com/", "cn-north-1.console.aws.amazon.com"],
    ["evil.example/console.aws.amazon.com", "evil.example"],
    ["https://console.amazonaws.cn/", "console.amazonaws.cn"],
    ["https://signin.aws.amazon.com/oauth?Action=logout", "signin.aws.amazon.com"],
  ])("is refused by its host: %s", (text, host) => {
    expect(pasted(text)).toEqual({ kind: "foreign", host });
  });

  it.each([
    "",
    "ec2",
    "https://user@console.aws.amazon.com/",
    "javascript:alert(1)",
    "file:///etc/passwd",
    "arn:aws:s3:::b",
  ])("is none at all: '%s'", (text) => {
    expect(pasted(text)).toEqual({ kind: "no-url" });
  });
});
