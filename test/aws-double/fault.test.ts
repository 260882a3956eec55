import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { demoUser } from "./demo-world";
import { type Service } from "./fault";
import { askRaw, type RawAnswer } from "./raw-http";
import { getSessionToken, stsClient } from "./sts-client";

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble();
});
afterEach(() => double.close());

const whoAmI = (maxAttempts = 1) => stsClient(double, demoUser, { maxAttempts }).send(new GetCallerIdentityCommand({}));

const mfa = () => ({ SerialNumber: demoUser.mfaSerial, TokenCode: double.mfaCode(demoUser.mfaSerial) });

/** An unsigned call, which each service refuses with a page or document of its own when nothing else goes wrong. */
function askUnsigned(service: Exclude<Service, "console">): Promise<RawAnswer> {
  if (service === "signin") return askRaw(`${double.url}/federation?Action=getSigninToken`);
  const body = new URLSearchParams({ Action: "GetCallerIdentity", Version: "2011-06-15" });
  return askRaw(double.url, { method: "POST", body });
}

describe("a fault (rule 11)", () => {
  it.each([
    ["throttle", { name: "Throttling", message: "Rate exceeded", $metadata: { httpStatusCode: 400 } }, 400],
    ["500", { name: "InternalFailure", $metadata: { httpStatusCode: 500 } }, 500],
    ["html-503", { $metadata: { httpStatusCode: 503 } }, 503],
    ["reset", { code: "ECONNRESET" }, 0],
    ["lost-reply", { code: "ECONNRESET" }, 0],
    ["truncated", { code: "ECONNRESET", message: expect.stringContaining("aborted") }, 200],
    ["wrong-content-type", { $metadata: { httpStatusCode: 200 } }, 200],
  ] as const)("%s reaches a client of STS once", async (as, error, status) => {
    double.failNext({ service: "sts", as });
    await expect(whoAmI()).rejects.toMatchObject(error);
    await expect(whoAmI()).resolves.toBeDefined();
    expect(double.calls.map((call) => call.status)).toEqual([status, 200]);
  });

  it.each([
    ["throttle", 429, "<h1>HTTP Status 429 - Too Many Requests</h1>"],
    ["500", 500, "<h1>HTTP Status 500 - Internal Server Error</h1>"],
    ["html-503", 503, "<h1>503 Service Unavailable</h1>"],
    ["wrong-content-type", 200, "<title>Log in to the guest network</title>"],
  ] as const)("%s reaches a client of the sign-in service as a page with status %i", async (as, status, text) => {
    double.failNext({ service: "signin", as });
    const answer = await askUnsigned("signin");
    expect(answer).toMatchObject({ status, body: expect.stringContaining(text), complete: true });
    expect(answer.headers["content-type"]).toContain("text/html");
    expect((await askUnsigned("signin")).status).toBe(400);
    expect(double.calls.map((call) => call.status)).toEqual([status, 400]);
  });

  it.each(["reset", "lost-reply"] as const)("%s drops the connection of the sign-in service, too", async (as) => {
    double.failNext({ service: "signin", as });
    await expect(askUnsigned("signin")).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(double.calls).toMatchObject([{ service: "signin", status: 0 }]);
  });

  it("hits the named action as often as told, and a client that retries gets through", async () => {
    double.failNext({ service: "sts", action: "GetCallerIdentity", as: "500", times: 2 });
    await expect(getSessionToken(double, demoUser)).resolves.toBeDefined();
    await expect(whoAmI(3)).resolves.toBeDefined();
    expect(double.calls.map(({ status }) => status)).toEqual([200, 500, 500, 200]);
  });
});

describe("truncated", () => {
  it.each(["sts", "signin"] as const)("announces the whole answer of %s and sends half of it", async (service) => {
    const whole = await askUnsigned(service);
    double.failNext({ service, as: "truncated" });
    const cut = await askUnsigned(service);
    expect(whole.complete).toBe(true);
    expect(cut).toMatchObject({ status: whole.status, complete: false });
    expect(cut.headers["content-length"]).toBe(String(whole.body.length));
    expect(cut.body).toHaveLength(Math.floor(whole.body.length / 2));
  });
});

describe("hang", () => {
  it.each(["sts", "signin"] as const)(
    "leaves a client of %s without an answer for as long as it waits",
    async (service) => {
      double.failNext({ service, as: "hang" });
      const ended = vi.fn();
      const waiting = askUnsigned(service).then(ended, ended);
      await vi.waitUntil(() => double.calls.length === 1);
      await askUnsigned(service);
      expect(ended).not.toHaveBeenCalled();
      await double.close();
      await waiting;
      double = await startAwsDouble();
    },
  );
});

describe("a code that came with a call that failed", () => {
  it.each(["throttle", "500", "html-503", "reset"] as const)(
    "%s leaves unused, so that a retry succeeds",
    async (as) => {
      double.failNext({ service: "sts", action: "GetSessionToken", as });
      const code = mfa();
      await expect(getSessionToken(double, demoUser, code)).rejects.toThrow();
      await expect(getSessionToken(double, demoUser, code)).resolves.toBeDefined();
    },
  );

  it.each(["lost-reply", "truncated", "wrong-content-type"] as const)(
    "%s spends, because the call was made, so that a retry is in vain",
    async (as) => {
      double.failNext({ service: "sts", action: "GetSessionToken", as });
      const code = mfa();
      await expect(getSessionToken(double, demoUser, code)).rejects.toThrow();
      await expect(getSessionToken(double, demoUser, code)).rejects.toMatchObject({
        message: expect.stringContaining("invalid MFA one time pass code"),
      });
    },
  );
});
