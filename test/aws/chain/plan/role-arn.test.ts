import { describe, expect, it } from "vitest";
import { parseRoleArn } from "../../../../src/aws/chain/plan/role-arn";

describe("the ARN of a role", () => {
  it.each([
    ["arn:aws:iam::123456789012:role/Admin", "aws", "123456789012", "Admin"],
    ["arn:aws:iam::012345678901:role/Admin", "aws", "012345678901", "Admin"],
    ["arn:aws-cn:iam::123456789012:role/Admin", "aws-cn", "123456789012", "Admin"],
    ["arn:aws-us-gov:iam::123456789012:role/Admin", "aws-us-gov", "123456789012", "Admin"],
    ["arn:aws:iam::123456789012:role/teams/blue/Admin", "aws", "123456789012", "Admin"],
    ["arn:aws:iam::123456789012:role/a+b=c,d.e@f-g_h", "aws", "123456789012", "a+b=c,d.e@f-g_h"],
  ])("%s is taken apart and kept as written", (arn, partition, accountId, roleName) => {
    expect(parseRoleArn(arn)).toEqual({ arn, partition, accountId, roleName });
  });
});

describe("a text that is no role's ARN", () => {
  it.each([
    ["empty", ""],
    ["a name", "Admin"],
    ["an ARN of a user", "arn:aws:iam::123456789012:user/Admin"],
    ["an ARN of a session", "arn:aws:sts::123456789012:assumed-role/Admin/session"],
    ["without a role name", "arn:aws:iam::123456789012:role/"],
    ["of an account of eleven digits", "arn:aws:iam::12345678901:role/Admin"],
    ["of an account of thirteen digits", "arn:aws:iam::1234567890123:role/Admin"],
    ["with a region", "arn:aws:iam:eu-west-1:123456789012:role/Admin"],
    ["without a partition", "arn::iam::123456789012:role/Admin"],
    ["with a blank in the name", "arn:aws:iam::123456789012:role/Ad min"],
    ["with a blank in the path", "arn:aws:iam::123456789012:role/blue team/Admin"],
    ["with text before it", "role arn:aws:iam::123456789012:role/Admin"],
    ["with a second line", "arn:aws:iam::123456789012:role/Admin\nmore"],
    ["in quotes", '"arn:aws:iam::123456789012:role/Admin"'],
  ])("gives nothing: %s", (_what, text) => {
    expect(parseRoleArn(text)).toBeUndefined();
  });
});
