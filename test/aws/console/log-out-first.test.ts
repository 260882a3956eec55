import { expect, it } from "vitest";
import { logOutFirst } from "../../../src/aws/console/log-out-first";
import { partitionOfRegion } from "../../../src/aws/console/partition";

it.each([
  ["eu-west-1", "https://us-east-1.signin.aws.amazon.com"],
  ["us-east-1", "https://us-east-1.signin.aws.amazon.com"],
  ["cn-north-1", "https://cn-northwest-1.signin.amazonaws.cn"],
  ["us-gov-east-1", "https://us-gov-west-1.signin.amazonaws-us-gov.com"],
  ["eusc-de-east-1", "https://eusc-de-east-1.signin.amazonaws-eusc.eu"],
])("logging out first in %s happens at %s, and what follows is escaped as a whole", (region, origin) => {
  const partition = partitionOfRegion(region);
  if (!partition) throw new Error(`${region} is in no partition`);
  const login = `https://${region}.${partition.signInDomain}/federation?Action=login&Destination=https%3A%2F%2Fx%2F%3Fa%3Db%23c&SigninToken=a%2Bb%3D`;
  const url = logOutFirst(login, { region, partition, network: { signInEndpoint: undefined, useFips: false } });
  expect(url).toBe(`${origin}/oauth?Action=logout&redirect_uri=${encodeURIComponent(login)}`);
});
