import { describe, expect, it } from "vitest";
import { CONSOLE_SERVICES } from "../../../src/aws/console/console-services";
import { findServices } from "../../../src/aws/console/find-services";
import { byPopularity, POPULAR_SERVICES } from "../../../src/aws/console/popular-services";

const found = (query: string): string[] => findServices(query, CONSOLE_SERVICES).map(({ name }) => name);

describe("the first page that is found", () => {
  it.each([
    ["ec2", "EC2"],
    ["EC2", "EC2"],
    [" ec2 ", "EC2"],
    ["s3", "S3"],
    ["rds", "RDS"],
    ["ses", "SES"],
    ["sqs", "SQS"],
    ["vpc", "VPC"],
    ["iam", "IAM"],
    ["ecs", "ECS"],
    ["sg", "EC2 Security Groups"],
    ["ebs", "EBS Volumes"],
    ["cw", "CloudWatch"],
    ["cw logs", "CloudWatch Logs"],
    ["log groups", "CloudWatch Logs"],
    ["cloud watch", "CloudWatch"],
    ["cloudwatchlogs", "CloudWatch Logs"],
    ["stepfunctions", "Step Functions"],
    ["step", "Step Functions"],
    ["event bridge", "EventBridge"],
    ["sso", "IAM Identity Center"],
    ["r53", "Route 53"],
    ["dx", "Direct Connect"],
    ["ddb", "DynamoDB"],
    ["lamb", "Lambda"],
    ["sec hub", "Security Hub"],
    ["securityhub", "Security Hub"],
    ["api gw", "API Gateway"],
    ["auto scaling", "Auto Scaling"],
    ["identity center", "IAM Identity Center"],
    ["users iam", "IAM Users"],
  ])("by %j is %s", (query, name) => {
    expect(found(query)[0]).toBe(name);
  });

  it.each([
    ["eb", ["Elastic Beanstalk", "EventBridge"]],
    ["sm", ["SageMaker AI", "Secrets Manager"]],
  ])("by %j may be one of two", (query, names) => {
    expect(found(query).slice(0, 2)).toEqual(names);
  });
});

describe("a search", () => {
  it("of nothing gives everything as it was", () => {
    expect(findServices("  ", CONSOLE_SERVICES)).toBe(CONSOLE_SERVICES);
  });

  it("gives what has all its words, and nothing else", () => {
    expect(found("iam roles")).toContain("IAM Roles");
    expect(found("iam roles")).not.toContain("IAM Users");
    expect(found("no such service")).toEqual([]);
    expect(found("é'\"(")).toEqual([]);
  });

  it("finds three letters anywhere, two only where a word begins", () => {
    expect(found("watch")).toContain("CloudWatch");
    expect(found("tc")).not.toContain("CloudWatch");
  });

  it("keeps the order of what matches alike", () => {
    const reversed = CONSOLE_SERVICES.toReversed();
    expect(
      findServices("eb", reversed)
        .slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(["EventBridge", "Elastic Beanstalk"]);
  });
});

describe("popular services", () => {
  it("are in the catalogue", () => {
    expect(POPULAR_SERVICES.filter((id) => !CONSOLE_SERVICES.some((service) => service.id === id))).toEqual([]);
  });

  it("come first, in their own order, and the others in theirs", () => {
    const sorted = CONSOLE_SERVICES.toSorted(byPopularity).map(({ id }) => id);
    const others = CONSOLE_SERVICES.map(({ id }) => id).filter((id) => !POPULAR_SERVICES.includes(id));
    expect(sorted).toEqual([...POPULAR_SERVICES, ...others]);
  });
});
