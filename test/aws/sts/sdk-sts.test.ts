import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "../../../src/aws/secret";
import { createSts } from "../../../src/aws/sts/create-sts";
import { type Sts } from "../../../src/aws/sts/sts";
import { type AwsDouble, startAwsDouble } from "../../aws-double/aws-double";
import { demoUser } from "../../aws-double/demo-world";
import { type FaultKind } from "../../aws-double/fault";

const signer = { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) };

let double: AwsDouble;
let sts: Sts;

beforeEach(async () => {
  double = await startAwsDouble();
  sts = createSts({ region: "eu-west-1", endpoint: double.url });
});

afterEach(() => double.close());

const withCode = () => {
  const mfa = { serial: demoUser.mfaSerial, code: double.mfaCode(demoUser.mfaSerial) };
  return sts.getSessionToken({ signer, durationSeconds: 3600, mfa });
};

describe("an answer of STS that is none", () => {
  it.each<{ fault: FaultKind; reason: string }>([
    { fault: "html-503", reason: "HTTP 503" },
    { fault: "reset", reason: "ECONNRESET" },
    { fault: "lost-reply", reason: "ECONNRESET" },
  ])("is named after $fault: $reason", async ({ fault, reason }) => {
    double.failNext({ service: "sts", as: fault });
    await expect(withCode()).rejects.toMatchObject({ failure: { kind: "silent", reason } });
    expect(double.calls).toHaveLength(1);
  });

  it("is given up on after ten seconds", { timeout: 30_000 }, async () => {
    double.failNext({ service: "sts", as: "hang" });
    await expect(withCode()).rejects.toMatchObject({ failure: { kind: "silent", reason: "ETIMEDOUT" } });
  });
});

it("keeps AWS's code and text of a refusal", async () => {
  const mfa = { serial: demoUser.mfaSerial, code: "000000" };
  await expect(sts.getSessionToken({ signer, durationSeconds: 3600, mfa })).rejects.toMatchObject({
    failure: { kind: "refused", code: "AccessDenied", message: expect.stringContaining("MultiFactorAuthentication") },
  });
});

it("signs for the region, whatever the environment says to the SDK", async () => {
  await sts.getSessionToken({ signer, durationSeconds: 3600, mfa: undefined });
  expect(double.calls.at(-1)).toMatchObject({ region: "eu-west-1", accessKeyId: demoUser.accessKeyId });
});
