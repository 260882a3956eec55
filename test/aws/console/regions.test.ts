import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { partitionOfArn } from "../../../src/aws/console/partition";
import { CONSOLE_REGIONS, regionName } from "../../../src/aws/console/regions";
import { sharedJson } from "../../shared-data";

describe("the name of a region", () => {
  it.each([
    ["us-east-1", "US East (N. Virginia)"],
    ["us-west-2", "US West (Oregon)"],
    ["eu-central-1", "Europe (Frankfurt)"],
    ["eu-west-1", "Europe (Ireland)"],
    ["ap-northeast-1", "Asia Pacific (Tokyo)"],
    ["sa-east-1", "South America (São Paulo)"],
    ["cn-north-1", "China (Beijing)"],
    ["us-gov-west-1", "AWS GovCloud (US-West)"],
    ["eusc-de-east-1", "AWS European Sovereign Cloud (Germany)"],
    ["us-iso-east-1", "US ISO East"],
  ])("%s is %s", (id, name) => {
    expect(regionName(id)).toBe(name);
  });

  it.each(["", "aws-global", "aws-cn-global", "US-EAST-1", "eu-central", "xy-central-1", "constructor"])(
    "is none for what is no known region: '%s'",
    (id) => {
      expect(regionName(id)).toBeUndefined();
    },
  );

  it.each(["aws", "aws-cn", "aws-us-gov"])("is known of the region that %s falls back to", (partition) => {
    expect(regionName(partitionOfArn(partition)?.defaultRegion ?? "")).toBeDefined();
  });
});

it("lists no region and no name twice", () => {
  expect(new Set(CONSOLE_REGIONS.map(({ id }) => id)).size).toBe(CONSOLE_REGIONS.length);
  expect(new Set(CONSOLE_REGIONS.map(({ name }) => name)).size).toBe(CONSOLE_REGIONS.length);
});

const botocore = sharedJson(
  "vectors/botocore/partitions.json",
  v.object({
    partitions: v.array(v.object({ regions: v.record(v.string(), v.object({ description: v.string() })) })),
  }),
);

const theirs = (botocore?.partitions ?? [])
  .flatMap(({ regions }) => Object.entries(regions))
  .map(([id, { description }]) => ({ id, description }))
  .filter(({ id }) => !id.endsWith("-global"));

describe.skipIf(!botocore)("the regions of botocore", () => {
  it("are those listed, no more and no fewer", () => {
    expect(CONSOLE_REGIONS.map(({ id }) => id).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
  });

  // It writes neither accents nor capitals as the console does: "Sao Paulo", "US ISO WEST".
  const plain = (name = "") =>
    name
      .normalize("NFD")
      .replaceAll(/\p{Mark}/gu, "")
      .toLowerCase();

  it.each(theirs)("$id bears the same name, accents and capitals aside", ({ id, description }) => {
    expect(plain(regionName(id))).toBe(plain(description));
  });
});
