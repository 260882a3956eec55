import { expect, it } from "vitest";
import { consoleHome } from "../../../src/aws/console/destination";
import { planOf } from "../plan-of";

it.each([
  ["aws", "ap-northeast-1", "https://ap-northeast-1.console.aws.amazon.com/console/home?region=ap-northeast-1"],
  ["aws", "us-east-1", "https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1"],
  ["aws-cn", "cn-north-1", "https://cn-north-1.console.amazonaws.cn/console/home?region=cn-north-1"],
  [
    "aws-us-gov",
    "us-gov-east-1",
    "https://us-gov-east-1.console.amazonaws-us-gov.com/console/home?region=us-gov-east-1",
  ],
])("the console of %s opens in the region %s by its host", (partition, region, url) => {
  const plan = planOf(
    `[profile user]\n[profile a]\nsource_profile = user\nregion = ${region}\nrole_arn = arn:${partition}:iam::111111111111:role/A`,
    "a",
  );
  expect(consoleHome(plan)).toBe(url);
});
