import { describe, expect, it } from "vitest";
import { CONSOLE_SERVICES } from "../../../src/aws/console/console-services";
import { namedDestination } from "../../../src/aws/console/named-destination";
import { articleConfig } from "../article-config";
import { planOf } from "../plan-of";

const COMMERCIAL = planOf(articleConfig, "demo-role2");
const CHINESE = planOf(
  "[profile cn]\nrole_arn = arn:aws-cn:iam::222222222222:role/r\nsource_profile = u\n[profile u]\n",
  "cn",
);

describe("the service that is named", () => {
  it.each([
    ["Lambda", "Lambda"],
    ["cloudwatch-logs", "CloudWatch Logs"],
    ["log groups", "CloudWatch Logs"],
    ["ec2", "EC2"],
    [" stepfunc ", "Step Functions"],
  ])("by %j is %s", (service, name) => {
    expect(namedDestination({ service }, COMMERCIAL).page).toMatchObject({ kind: "service", service: { name } });
  });

  it.each(CONSOLE_SERVICES.map(({ name, id }) => [name, id]))("by its own name %s is no other", (service, id) => {
    expect(namedDestination({ service }, COMMERCIAL).page).toMatchObject({ service: { id } });
    expect(namedDestination({ service: id }, COMMERCIAL).page).toMatchObject({ service: { id } });
  });

  it.each([
    ["eb", '"eb" may be Elastic Beanstalk, EventBridge. Say which one.'],
    ["cloud", /^"cloud" may be Cloud.*(, .*){5} and \d+ more\. Say which one\.$/],
    ["quantum toaster", 'No page of the console is called "quantum toaster". Write its name as the console does.'],
    ["?!", 'No page of the console is called "?!". Write its name as the console does.'],
  ])("by %j is none", (service, sentence) => {
    expect(() => namedDestination({ service }, COMMERCIAL)).toThrow(sentence);
  });
});

describe("the region that is named", () => {
  it.each([
    [COMMERCIAL, "eu-central-1"],
    [COMMERCIAL, " EU-Central-1 "],
    [CHINESE, "cn-north-1"],
  ])("is one of the partition", (plan, region) => {
    expect(namedDestination({ region }, plan).region).toBe(region.trim().toLowerCase());
  });

  it.each([
    [COMMERCIAL, "cn-north-1", "The region cn-north-1 is not in the partition aws, which the profile is in."],
    [CHINESE, "eu-central-1", "The region eu-central-1 is not in the partition aws-cn, which the profile is in."],
    [COMMERCIAL, "xx-nowhere-9", 'No region is called "xx-nowhere-9". Write its id, such as ap-northeast-1.'],
    [COMMERCIAL, "Frankfurt", 'No region is called "frankfurt". Write its id, such as ap-northeast-1.'],
  ])("is none of another", (plan, region, sentence) => {
    expect(() => namedDestination({ region }, plan)).toThrow(sentence);
  });
});

it("leaves open what is not named", () => {
  expect(namedDestination({}, COMMERCIAL)).toEqual({ page: undefined, region: undefined });
  expect(namedDestination({ service: " ", region: " " }, COMMERCIAL)).toEqual({ page: undefined, region: undefined });
});
