import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { demoUser } from "./demo-world";
import { assumeRole, getSessionToken, stsClient } from "./sts-client";

const role1 = "arn:aws:iam::222222222222:role/demo-role1";
const role2 = "arn:aws:iam::333333333333:role/demo-role2";

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble();
});
afterEach(() => double.close());

const whoAmI = () => stsClient(double, demoUser).send(new GetCallerIdentityCommand({}));

const mfa = () => ({ SerialNumber: demoUser.mfaSerial, TokenCode: double.mfaCode(demoUser.mfaSerial) });

describe("the demo world", () => {
  it("lets its user reach both roles, one behind the other, with one code", async () => {
    const session = await getSessionToken(double, demoUser, mfa());
    const first = await assumeRole(double, session, { RoleArn: role1 });
    const second = await assumeRole(double, first, { RoleArn: role2 });
    const { Arn } = await stsClient(double, second).send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe("arn:aws:sts::333333333333:assumed-role/demo-role2/specification");
  });

  it("lets its user reach the first role with a code in AssumeRole itself", async () => {
    await expect(assumeRole(double, demoUser, { RoleArn: role1, ...mfa() })).resolves.toBeDefined();
  });

  it("keeps its user out without a code, and from skipping the first role", async () => {
    await expect(assumeRole(double, demoUser, { RoleArn: role1 })).rejects.toMatchObject({ name: "AccessDenied" });
    await expect(assumeRole(double, demoUser, { RoleArn: role2, ...mfa() })).rejects.toMatchObject({
      name: "AccessDenied",
    });
  });
});

describe("recorded calls", () => {
  it("name the key that signed each call, so that a chain can be followed", async () => {
    const session = await getSessionToken(double, demoUser, mfa());
    const first = await assumeRole(double, session, { RoleArn: role1 });
    await assumeRole(double, first, { RoleArn: role2 });
    expect(double.calls.map(({ action, accessKeyId, callerArn }) => [action, accessKeyId, callerArn])).toEqual([
      ["GetSessionToken", demoUser.accessKeyId, demoUser.arn],
      ["AssumeRole", session.accessKeyId, demoUser.arn],
      ["AssumeRole", first.accessKeyId, "arn:aws:sts::222222222222:assumed-role/demo-role1/specification"],
    ]);
  });

  it("hold what was asked and answered, without secrets", async () => {
    const { TokenCode, SerialNumber } = mfa();
    await getSessionToken(double, demoUser, { TokenCode, SerialNumber, DurationSeconds: 900 });
    expect(double.calls).toEqual([
      {
        service: "sts",
        action: "GetSessionToken",
        host: new URL(double.url).host,
        httpMethod: "POST",
        at: expect.any(Date),
        accessKeyId: demoUser.accessKeyId,
        callerArn: demoUser.arn,
        region: "us-east-1",
        parameters: { SerialNumber, TokenCode: "******", DurationSeconds: "900" },
        hasTokenCode: true,
        status: 200,
      },
    ]);
  });

  it("hold refusals", async () => {
    await expect(assumeRole(double, demoUser, { RoleArn: role1 })).rejects.toThrow();
    expect(double.calls).toMatchObject([{ status: 403, errorCode: "AccessDenied", hasTokenCode: false }]);
  });

  it("hold sign-in and console without secrets", async () => {
    const first = await assumeRole(double, demoUser, { RoleArn: role1, ...mfa() });
    const Session = JSON.stringify({
      sessionId: first.accessKeyId,
      sessionKey: first.secretAccessKey,
      sessionToken: first.sessionToken,
    });
    const form = new URLSearchParams({ Action: "getSigninToken", Session });
    const answer = await fetch(`${double.url}/federation`, { method: "POST", body: form });
    const [, SigninToken = ""] = (await answer.text()).match(/"SigninToken":"([^"]+)"/) ?? [];
    const Destination = "https://console.aws.amazon.com/ec2?region=eu-west-1";
    const query = new URLSearchParams({ Action: "login", Destination, SigninToken });
    await fetch(`${double.url}/federation?${query}`);
    expect(double.calls.slice(1)).toMatchObject([
      {
        service: "signin",
        action: "getSigninToken",
        accessKeyId: first.accessKeyId,
        parameters: { Session: "******" },
      },
      { service: "signin", action: "login", parameters: { Destination, SigninToken: "******" }, status: 302 },
      { service: "console", action: "/ec2", host: "console.aws.amazon.com", parameters: { region: "eu-west-1" } },
    ]);
    expect(JSON.stringify(double.calls)).not.toContain(first.secretAccessKey);
  });
});

describe("latency", () => {
  it("is added to every call and can be changed", async () => {
    double.latency = 150;
    const start = performance.now();
    await whoAmI();
    expect(performance.now() - start).toBeGreaterThanOrEqual(149);
  });
});

describe("what no service answers", () => {
  it.each([
    ["GET", "/?Action=GetCallerIdentity"],
    ["PUT", "/"],
    ["GET", "/anything"],
    ["PUT", "/federation"],
  ])("%s %s is not found, and no call", async (method, path) => {
    expect((await fetch(double.url + path, { method })).status).toBe(404);
    expect(double.calls).toEqual([]);
  });
});

it("stops even while a client keeps its connection or waits for an answer", async () => {
  const own = await startAwsDouble({ latency: 60_000 });
  const waiting = expect(fetch(`${own.url}/federation`)).rejects.toThrow();
  await own.close();
  await waiting;
});
