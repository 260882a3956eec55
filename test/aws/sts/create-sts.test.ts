import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "../../../src/aws/secret";
import { createSts } from "../../../src/aws/sts/create-sts";
import { type Sts } from "../../../src/aws/sts/sts";
import { type AwsDouble, startAwsDouble } from "../../aws-double/aws-double";
import { demoUser } from "../../aws-double/demo-world";
import { type FaultKind } from "../../aws-double/fault";
import { straightConnection } from "../../straight-connection";

const signer = { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) };

let double: AwsDouble;
let sts: Sts;

beforeEach(async () => {
  double = await startAwsDouble();
  sts = createSts({
    region: "eu-west-1",
    endpoint: double.url,
    connection: straightConnection({ request: 300 }),
    now: () => new Date(),
  });
});

afterEach(() => double.close());

const withCode = () => {
  const mfa = { serial: demoUser.mfaSerial, code: double.mfaCode(demoUser.mfaSerial) };
  return sts.getSessionToken({ signer, durationSeconds: 3600, mfa });
};

describe("an answer of STS that is none", () => {
  it.each<{ fault: FaultKind; cause: string; reason: string }>([
    { fault: "500", cause: "server-error", reason: "HTTP 500" },
    { fault: "html-503", cause: "server-error", reason: "HTTP 503" },
    { fault: "reset", cause: "connection-lost", reason: "ECONNRESET" },
    { fault: "lost-reply", cause: "connection-lost", reason: "ECONNRESET" },
    { fault: "truncated", cause: "connection-lost", reason: "ECONNRESET" },
    { fault: "wrong-content-type", cause: "unreadable-answer", reason: "HTTP 200" },
    { fault: "hang", cause: "timeout", reason: "ETIMEDOUT" },
  ])("is named after $fault: $cause, and its code is not sent again", async ({ fault, cause, reason }) => {
    double.failNext({ service: "sts", as: fault });
    await expect(withCode()).rejects.toMatchObject({ failure: { kind: "silent", failure: { cause, reason } } });
    expect(double.calls).toHaveLength(1);
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

describe("a clock that is off", () => {
  it.each([
    ["slow", 20],
    ["fast", -20],
  ])("is %s by %d minutes: the call is signed by AWS's time and its end told in this machine's", async (_, minutes) => {
    double.clock.advance(minutes * 60_000);
    const { expiration } = await sts.getSessionToken({ signer, durationSeconds: 3600, mfa: undefined });
    expect(Math.round(sts.clockBehindMs() / 60_000)).toBe(minutes);
    const secondsLeft = ((expiration?.getTime() ?? 0) - Date.now()) / 1000;
    expect(secondsLeft).toBeGreaterThan(3590);
    expect(secondsLeft).toBeLessThanOrEqual(3601);
  });

  it("is known before a call with a code, which can be sent only once, if the connection was opened before", async () => {
    double.clock.advance(20 * 60_000);
    await sts.connect();
    await withCode();
    expect(double.calls).toHaveLength(1);
  });
});

it("opens the connection that the call then uses", async () => {
  await sts.connect();
  await withCode();
  expect({ probes: double.connectionProbes, connections: double.connections }).toEqual({ probes: 1, connections: 1 });
});
