import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { demoUser } from "./demo-world";
import { assumeRole, getFederationToken, getSessionToken, stsClient } from "./sts-client";

const RoleArn = "arn:aws:iam::222222222222:role/demo-role1";
const region = "eu-west-1";

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble({ disabledRegions: [region] });
});
afterEach(() => double.close());

const mfa = () => ({ SerialNumber: demoUser.mfaSerial, TokenCode: double.mfaCode(demoUser.mfaSerial) });

const disabled = {
  name: "RegionDisabledException",
  message:
    "STS is not activated in this region for account:111111111111. Your account administrator can activate STS in this region using the IAM Console.",
  $metadata: { httpStatusCode: 403 },
};

describe("a region in which STS is not activated", () => {
  it.each([
    ["GetSessionToken", () => getSessionToken(double, demoUser, mfa(), { region })],
    ["AssumeRole", () => assumeRole(double, demoUser, { RoleArn, ...mfa() }, { region })],
    ["GetFederationToken", () => getFederationToken(double, demoUser, undefined, { region })],
  ])("refuses %s", async (action, call) => {
    await expect(call()).rejects.toMatchObject(disabled);
    expect(double.calls).toMatchObject([{ action, region, status: 403, errorCode: "RegionDisabledException" }]);
  });

  it("refuses by the account of the caller, also on the way to another", async () => {
    const role = await assumeRole(double, demoUser, { RoleArn, ...mfa() });
    const next = assumeRole(double, role, { RoleArn: "arn:aws:iam::333333333333:role/demo-role2" }, { region });
    await expect(next).rejects.toMatchObject({ message: expect.stringContaining("account:222222222222.") });
  });

  it("tells everybody who they are", async () => {
    const who = stsClient(double, demoUser, { region }).send(new GetCallerIdentityCommand({}));
    await expect(who).resolves.toMatchObject({ Arn: demoUser.arn });
  });

  it("refuses a wrong signature as such", async () => {
    const stranger = { ...demoUser, secretAccessKey: "anotherSecretKey00000000000000000000000" };
    await expect(getSessionToken(double, stranger, {}, { region })).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
    });
  });

  it("spends no code, so that another region takes it", async () => {
    const code = mfa();
    await expect(getSessionToken(double, demoUser, code, { region })).rejects.toMatchObject(disabled);
    await expect(getSessionToken(double, demoUser, code, { region: "eu-west-2" })).resolves.toBeDefined();
  });

  it("may be activated later", async () => {
    double.disabledRegions = [];
    await expect(getSessionToken(double, demoUser, mfa(), { region })).resolves.toBeDefined();
  });
});
