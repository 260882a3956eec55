import { describe, expect, it } from "vitest";
import { type ConsoleService } from "../../../src/aws/console/console-service";
import { type Destination, destinationUrl } from "../../../src/aws/console/destination";
import { planOf } from "../plan-of";

const LOGS: ConsoleService = {
  id: "cloudwatch-logs",
  name: "CloudWatch Logs",
  path: "/cloudwatch/home#logsV2:log-groups",
  isGlobal: false,
  aliases: [],
};
const IAM: ConsoleService = { id: "iam", name: "IAM", path: "/iam/home", isGlobal: true, aliases: [] };
const PASTED = "https://222222222222-abcdefgh.us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:";

function planIn(region: string, partition = "aws") {
  return planOf(
    `[profile user]\n[profile a]\nsource_profile = user\nregion = ${region}\nrole_arn = arn:${partition}:iam::111111111111:role/A`,
    "a",
  );
}

describe("a destination", () => {
  it.each<[string, Destination, string]>([
    [
      "is the console's home",
      { kind: "home" },
      "https://eu-west-1.console.aws.amazon.com/console/home?region=eu-west-1",
    ],
    [
      "is the home of another region",
      { kind: "home", region: "us-east-2" },
      "https://us-east-2.console.aws.amazon.com/console/home?region=us-east-2",
    ],
    [
      "is a service in the profile's region",
      { kind: "service", service: LOGS },
      "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups",
    ],
    [
      "is a service in another region",
      { kind: "service", service: LOGS, region: "sa-east-1" },
      "https://sa-east-1.console.aws.amazon.com/cloudwatch/home?region=sa-east-1#logsV2:log-groups",
    ],
    [
      "is a service of no region, whatever the region",
      { kind: "service", service: IAM, region: "sa-east-1" },
      "https://us-east-1.console.aws.amazon.com/iam/home",
    ],
    [
      "is an address in the region that it names",
      { kind: "url", url: PASTED },
      "https://us-west-2.console.aws.amazon.com/ec2/home?region=us-west-2#Instances:",
    ],
    [
      "is an address in another region",
      { kind: "url", url: PASTED, region: "sa-east-1" },
      "https://sa-east-1.console.aws.amazon.com/ec2/home?region=sa-east-1#Instances:",
    ],
    [
      "is an address in another region on a host that has none",
      { kind: "url", url: "https://s3.console.aws.amazon.com/s3/buckets", region: "sa-east-1" },
      "https://s3.console.aws.amazon.com/s3/buckets?region=sa-east-1",
    ],
  ])("%s", (_, destination, url) => {
    expect(destinationUrl(destination, planIn("eu-west-1"))).toBe(url);
  });

  it("in another partition is refused in a sentence that says which hosts are meant", () => {
    const url = "https://console.aws.amazon.com/s3/home";
    expect(() => destinationUrl({ kind: "url", url }, planIn("us-gov-west-1", "aws-us-gov"))).toThrow(
      'console.aws.amazon.com is not in the console of "a", so nothing was opened. Paste one that begins with https:// and whose host ends with console.amazonaws-us-gov.com.',
    );
  });

  it("that is no address is refused without repeating it", () => {
    expect(() => destinationUrl({ kind: "url", url: "hunter2" }, planIn("eu-west-1"))).toThrow(
      "The text is no address, so nothing was opened. Paste one that begins with https:// and whose host ends with console.aws.amazon.com.",
    );
  });
});
