import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, bob, chen, roleArn, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getSessionToken, stsClient } from "./sts-client";

const MINUTE = 60_000;

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble({ world: specificationWorld });
});
afterEach(() => double.close());

function whoAmI(credentials: Credentials, config = {}) {
  return stsClient(double, credentials, config).send(new GetCallerIdentityCommand({}));
}

/** Sends a valid request after changing it behind the signer's back. */
function whoAmIChanged(change: (request: { headers: Record<string, string>; body: string }) => void) {
  const client = stsClient(double, ada);
  client.middlewareStack.add(
    (next) => (call) => {
      const { request } = call;
      if (isTextRequest(request)) change(request);
      return next(call);
    },
    { step: "deserialize", priority: "low" },
  );
  return client.send(new GetCallerIdentityCommand({}));
}

function isTextRequest(request: unknown): request is { headers: Record<string, string>; body: string } {
  return typeof request === "object" && request !== null && "headers" in request && "body" in request;
}

describe("a signature (rule 1)", () => {
  it("tells who makes the call", async () => {
    expect(await whoAmI(ada)).toMatchObject({ Account: "111111111111", Arn: ada.arn });
  });

  it("may be made for any region of the partition", async () => {
    await expect(whoAmI(ada, { region: "ap-southeast-2" })).resolves.toMatchObject({ Arn: ada.arn });
    await expect(whoAmI(chen, { region: "cn-north-1" })).resolves.toMatchObject({ Account: "444444444444" });
  });

  it.each([
    ["a wrong secret", { ...ada, secretAccessKey: bob.secretAccessKey }, {}, "SignatureDoesNotMatch"],
    ["an unknown key", { ...ada, accessKeyId: "AKIANOBODY0000000000" }, {}, "InvalidClientTokenId"],
    ["a token that long-term keys do not have", { ...ada, sessionToken: "made-up" }, {}, "InvalidClientTokenId"],
    ["a region of another partition", ada, { region: "cn-north-1" }, "InvalidClientTokenId"],
    ["a key of another partition", chen, {}, "InvalidClientTokenId"],
  ])("is refused with %s", async (_what, credentials, config, name) => {
    await expect(whoAmI(credentials, config)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 403 } });
  });

  it("is refused when the body was changed", async () => {
    const changed = whoAmIChanged((request) => (request.body = request.body.split("&").reverse().join("&")));
    await expect(changed).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  });

  it("is refused when a signed header was changed", async () => {
    const changed = whoAmIChanged((request) => (request.headers["amz-sdk-invocation-id"] = "another"));
    await expect(changed).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  });

  it("is refused when an AWS header was added", async () => {
    const changed = whoAmIChanged((request) => (request.headers["x-amz-meta-more"] = "1"));
    await expect(changed).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  });

  it("is refused when its scope is another service", async () => {
    const changed = whoAmIChanged((request) => {
      request.headers["authorization"] = request.headers["authorization"]?.replace("/sts/", "/iam/") ?? "";
    });
    await expect(changed).rejects.toMatchObject({ name: "SignatureDoesNotMatch", message: /correct service: 'sts'/ });
  });

  /** What a client without a secret could claim. */
  const claim = (scope: string, timestamp: string) => ({
    authorization: `AWS4-HMAC-SHA256 Credential=${ada.accessKeyId}/${scope}, SignedHeaders=host;x-amz-date, Signature=0`,
    "x-amz-date": timestamp,
  });
  const noon = "20260101T120000Z";

  it.each([
    ["nothing", {}, 403, "MissingAuthenticationToken"],
    ["another scheme", { authorization: "Basic AAAA" }, 400, "IncompleteSignature"],
    [
      "only a key",
      { authorization: "AWS4-HMAC-SHA256 Credential=A/20260101/r/sts/aws4_request" },
      400,
      "IncompleteSignature",
    ],
    ["a scope of five elements", claim("20260101/us-east-1/sts/aws4_request/more", noon), 400, "IncompleteSignature"],
    ["a time that is none", claim("20260101/us-east-1/sts/aws4_request", "20260101-noon"), 400, "ISO-8601"],
    [
      "a time outside its scope",
      claim("20260102/us-east-1/sts/aws4_request", noon),
      403,
      "Credential scope does not match",
    ],
  ])("is refused when the request carries %s", async (_what, headers, status, text) => {
    const body = new URLSearchParams({ Action: "GetCallerIdentity", Version: "2011-06-15" });
    const answer = await fetch(double.url, { method: "POST", headers: Object.entries(headers), body });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(text);
  });
});

describe("the time of a signature (rule 2)", () => {
  it.each([14, -14])("may be %i minutes off", async (minutes) => {
    await expect(whoAmI(ada, { systemClockOffset: minutes * MINUTE })).resolves.toMatchObject({ Arn: ada.arn });
  });

  it("is refused when it is 20 minutes old", async () => {
    await expect(whoAmI(ada, { systemClockOffset: -20 * MINUTE })).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
      message: expect.stringMatching(/^Signature expired: \d{8}T\d{6}Z is now earlier than \S+ \(\S+ - 15 min\.\)$/),
    });
  });

  it("is refused when it is 20 minutes ahead", async () => {
    await expect(whoAmI(ada, { systemClockOffset: 20 * MINUTE })).rejects.toMatchObject({
      name: "SignatureDoesNotMatch",
      message: expect.stringMatching(/^Signature not yet current: \S+ is still later than \S+ \(\S+ \+ 15 min\.\)$/),
    });
  });

  it.each([120, 20, -20, -120])(
    "is judged by the stand-in's clock, %i minutes off, which the Date header tells, so that a client can correct its own",
    async (minutes) => {
      double.clock.advance(minutes * MINUTE);
      await expect(whoAmI(ada)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
      await expect(whoAmI(ada, { maxAttempts: 2 })).resolves.toMatchObject({ Arn: ada.arn });
      double.clock.advance(-minutes * MINUTE);
      await expect(whoAmI(ada)).resolves.toMatchObject({ Arn: ada.arn });
    },
  );
});

describe("a session token (rules 1 and 10)", () => {
  it.each([
    ["missing", () => undefined],
    ["tampered", (token: string) => `${token.slice(0, -8)}AAAAAAAA`],
  ])("is refused when it is %s", async (_how, change) => {
    const { accessKeyId, secretAccessKey, sessionToken } = await getSessionToken(double, ada);
    const changed = change(sessionToken);
    const credentials = { accessKeyId, secretAccessKey, ...(changed !== undefined && { sessionToken: changed }) };
    await expect(whoAmI(credentials)).rejects.toMatchObject({ name: "InvalidClientTokenId" });
  });

  it("is refused with the key of another session", async () => {
    const session = await getSessionToken(double, ada);
    const { sessionToken } = await getSessionToken(double, ada);
    await expect(whoAmI({ ...session, sessionToken })).rejects.toMatchObject({ name: "InvalidClientTokenId" });
  });

  it("is refused once it has expired", async () => {
    const session = await assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds: 900 });
    double.clock.advance(899_000 - 1000);
    const systemClockOffset = 899_000;
    await expect(whoAmI(session, { systemClockOffset })).resolves.toMatchObject({ Account: "222222222222" });
    double.clock.advance(2000);
    await expect(whoAmI(session, { systemClockOffset })).rejects.toMatchObject({
      name: "ExpiredToken",
      message: "The security token included in the request is expired",
      $metadata: { httpStatusCode: 403 },
    });
  });
});
