import { array, object, record, string, unknown } from "valibot";
import { describe, expect, it } from "vitest";
import { partitionOfArn, partitionOfConsoleHost, partitionOfRegion } from "../../../src/aws/console/partition";
import { sharedJson } from "../../shared-data";

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
    ["eusc-de-east-1", "aws-eusc"],
    ["us-iso-east-1", "aws-iso"],
    ["us-isob-west-1", "aws-iso-b"],
    ["eu-isoe-west-1", "aws-iso-e"],
    ["us-isof-south-1", "aws-iso-f"],
  ])("%s is %s", (region, partition) => {
    expect(partitionOfRegion(region)?.id).toBe(partition);
  });

  it("that AWS opens tomorrow is commercial", () => {
    expect(partitionOfRegion("xy-central-1")?.id).toBe("aws");
  });

  it.each(["", "aws-global", "eusc-east-1", "us-isox-east-1", "evil.example/us-east-1", "us-east-1.evil", "US-EAST-1"])(
    "is none for what is no region of these partitions: '%s'",
    (region) => {
      expect(partitionOfRegion(region)).toBeUndefined();
    },
  );
});

const BotocorePartitions = object({
  partitions: array(
    object({
      id: string(),
      outputs: object({ dnsSuffix: string(), implicitGlobalRegion: string() }),
      regions: record(string(), unknown()),
    }),
  ),
});
const botocore = sharedJson("vectors/botocore/partitions.json", BotocorePartitions)?.partitions ?? [];

describe.skipIf(botocore.length === 0)("botocore's partitions", () => {
  it("are these eight", () => {
    expect(botocore.map(({ id }) => partitionOfArn(id)?.id)).toEqual(botocore.map(({ id }) => id));
    expect(botocore).toHaveLength(8);
  });

  it.each(botocore)("$id: regions, default region and DNS suffix", ({ id, outputs, regions }) => {
    const { dnsSuffix, implicitGlobalRegion: defaultRegion } = outputs;
    expect(partitionOfArn(id)).toMatchObject({ dnsSuffix, defaultRegion });
    // "aws-global" and its like are no places.
    for (const region of Object.keys(regions).filter((name) => !name.endsWith("-global"))) {
      expect(`${region}: ${partitionOfRegion(region)?.id}`).toBe(`${region}: ${id}`);
    }
  });
});

describe("the partition that an ARN names", () => {
  it.each([
    ["aws", "us-east-1", "signin.aws.amazon.com", "console.aws.amazon.com"],
    ["aws-cn", "cn-northwest-1", "signin.amazonaws.cn", "console.amazonaws.cn"],
    ["aws-us-gov", "us-gov-west-1", "signin.amazonaws-us-gov.com", "console.amazonaws-us-gov.com"],
    ["aws-eusc", "eusc-de-east-1", "signin.amazonaws-eusc.eu", "console.amazonaws-eusc.eu"],
    ["aws-iso", "us-iso-east-1", "signin.c2shome.ic.gov", "console.c2shome.ic.gov"],
  ])("%s has its own default region and hosts", (id, defaultRegion, signInDomain, consoleDomain) => {
    expect(partitionOfArn(id)).toMatchObject({ id, defaultRegion, signInDomain, consoleDomain });
    expect(partitionOfRegion(defaultRegion)?.id).toBe(id);
  });

  it.each(["aws-tomorrow", "AWS", "constructor", ""])("is none that is not known: '%s'", (id) => {
    expect(partitionOfArn(id)).toBeUndefined();
  });
});

describe("the partition of a console host", () => {
  it.each([
    ["console.aws.amazon.com", "aws"],
    ["eu-west-1.console.aws.amazon.com", "aws"],
    ["222222222222-abcdefgh.eu-west-1.console.aws.amazon.com", "aws"],
    ["cn-north-1.console.amazonaws.cn", "aws-cn"],
    ["evilconsole.aws.amazon.com", undefined],
    ["console.aws.amazon.com.evil.example", undefined],
    ["aws.amazon.com", undefined],
  ])("%s is %s", (host, partition) => {
    expect(partitionOfConsoleHost(host)?.id).toBe(partition);
  });
});
