import { expect, it } from "vitest";
import { deviceName } from "../../../../src/aws/chain/plan/device-name";

it.each([
  ["arn:aws:iam::111111111111:mfa/ada", "ada", "ada in 111111111111"],
  ["arn:aws:iam::111111111111:mfa/ada", "work", "ada in 111111111111, named by work"],
  ["arn:aws:iam::111111111111:mfa/teams/db/ada", "ada", "ada in 111111111111"],
  ["arn:aws-us-gov:iam::111111111111:mfa/ada", "ada", "ada in 111111111111"],
  ["GAHT12345678", "ada", "GAHT12345678, named by ada"],
  ["arn:aws:iam::1111:mfa/ada", "ada", "arn:aws:iam::1111:mfa/ada, named by ada"],
])("the device %s of %s is called %s", (serial, declaredBy, name) => {
  expect(deviceName({ serial, declaredBy, process: undefined, file: "~/.aws/config", line: 1 })).toBe(name);
});
