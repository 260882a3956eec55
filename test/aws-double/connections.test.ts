import { readFile } from "node:fs/promises";
import { Agent } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { missingTools } from "../required-tools";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { type FaultKind } from "./fault";
import { askRaw } from "./raw-http";
import { createTestCa, type TestCa } from "./test-ca";

/** A moment that is not now, so that the machine's clock cannot pass for the stand-in's. */
const moment = new Date("2031-05-06T07:08:09Z");

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble({ clock: { now: () => moment, advance: () => undefined } });
});
afterEach(() => double.close());

describe("a connection probe", () => {
  it.each([
    ["HEAD", "127.0.0.1"],
    ["GET", "127.0.0.1"],
    ["HEAD", "sts.eu-west-1.amazonaws.com"],
    ["HEAD", "signin.aws.amazon.com"],
  ])("%s / of %s is redirected, counted, and no call", async (method, host) => {
    const answer = await askRaw(double.url, { method, headers: { host } });
    expect(answer).toMatchObject({ status: 302, body: "", complete: true });
    expect(answer.headers).toMatchObject({ location: "https://aws.amazon.com/iam", date: moment.toUTCString() });
    expect(double.connectionProbes).toBe(1);
    expect(double.calls).toEqual([]);
  });

  it("waits for no latency", async () => {
    double.latency = 3_600_000;
    expect((await askRaw(double.url, { method: "HEAD" })).status).toBe(302);
  });

  it("uses up no fault", async () => {
    double.failNext({ service: "sts", as: "html-503" });
    expect((await askRaw(double.url, { method: "HEAD" })).status).toBe(302);
    expect((await askRaw(double.url, { method: "POST" })).status).toBe(503);
  });
});

describe("the count of connections", () => {
  it("stays at one for a client that keeps its connection", async () => {
    const agent = new Agent({ keepAlive: true });
    await askRaw(double.url, { method: "HEAD", agent });
    await askRaw(double.url, { method: "POST", agent });
    await askRaw(`${double.url}/federation`, { agent });
    agent.destroy();
    expect(double.connections).toBe(1);
  });

  it("rises with every call of a client that does not", async () => {
    await askRaw(double.url, { method: "HEAD", agent: false });
    await askRaw(double.url, { method: "POST", agent: false });
    expect(double.connections).toBe(2);
  });
});

describe("the Date header", () => {
  it.each([
    ["GET", "/"],
    ["POST", "/"],
    ["GET", "/federation?Action=getSigninToken"],
    ["GET", "/console/console.aws.amazon.com/"],
    ["GET", "/anything"],
  ])("of %s %s tells the stand-in's time", async (method, path) => {
    expect((await askRaw(double.url + path, { method })).headers.date).toBe(moment.toUTCString());
  });

  it.each<FaultKind>(["throttle", "500", "html-503", "truncated", "wrong-content-type"])(
    "of the fault %s tells it, too",
    async (as) => {
      double.failNext({ service: "sts", as });
      expect((await askRaw(double.url, { method: "POST" })).headers.date).toBe(moment.toUTCString());
    },
  );
});

describe.skipIf(missingTools("the stand-in over TLS", "openssl").length > 0)("over TLS", () => {
  let tls: TestCa;
  let ca: Buffer;
  beforeAll(async () => {
    tls = await createTestCa();
    ca = await readFile(tls.certificateFile);
  });
  afterAll(() => tls.remove());

  let secure: AwsDouble;
  beforeEach(async () => {
    secure = await startAwsDouble({ tls });
  });
  afterEach(() => secure.close());

  it.each(["127.0.0.1", "localhost"])("a client that trusts the authority gets through to %s", async (name) => {
    const servername = name === "127.0.0.1" ? "" : name;
    expect(new URL(secure.url).protocol).toBe("https:");
    expect((await askRaw(`${secure.url}/federation`, { ca, servername })).status).toBe(400);
    expect(secure.calls).toHaveLength(1);
    expect(secure.connections).toBe(1);
  });

  it.each([
    ["does not know the authority", () => ({}), "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
    [
      "believes to talk to another host",
      () => ({ ca, servername: "sts.amazonaws.com" }),
      "ERR_TLS_CERT_ALTNAME_INVALID",
    ],
  ])("a client that %s opens a connection and makes no call", async (_what, options, code) => {
    await expect(askRaw(`${secure.url}/federation`, options())).rejects.toMatchObject({ code });
    expect(secure.calls).toEqual([]);
    expect(secure.connections).toBe(1);
  });
});
