import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { get } from "node:https";
import { type Socket } from "node:net";
import { connect } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingTools } from "../required-tools";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { type ConnectProxy, startConnectProxy } from "./connect-proxy";

describe.skipIf(missingTools("the CONNECT proxy", "openssl").length > 0)("the CONNECT proxy", () => {
  let double: AwsDouble;
  let proxy: ConnectProxy;

  beforeAll(async () => {
    double = await startAwsDouble();
    proxy = await startConnectProxy(double.url);
  });
  afterAll(async () => {
    await proxy.close();
    await double.close();
  });

  /** Asks the proxy for a tunnel. */
  function tunnelTo(path: string): Promise<{ status: number | undefined; socket: Socket }> {
    const { hostname, port } = new URL(proxy.url);
    return new Promise((resolve, reject) => {
      request({ method: "CONNECT", hostname, port, path })
        .on("connect", ({ statusCode }, socket) => resolve({ status: statusCode, socket }))
        .on("error", reject)
        .end();
    });
  }

  /** GETs a page of an AWS host through the proxy, trusting nobody but the proxy's authority. */
  async function getThroughProxy(host: string, path: string): Promise<number | undefined> {
    const { socket } = await tunnelTo(`${host}:443`);
    const ca = await readFile(proxy.caFile);
    return new Promise((resolve, reject) => {
      const createConnection = () => connect({ socket, servername: host, ca });
      get({ host, path, headers: { host }, createConnection }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on("error", reject);
    });
  }

  it.each(["signin.aws.amazon.com", "eu-west-1.signin.aws.amazon.com", "signin.amazonaws.cn"])(
    "leads %s to the stand-in, with a certificate and the Host header of that name",
    async (host) => {
      expect(await getThroughProxy(host, "/federation?Action=login")).toBe(400);
      expect(double.calls.at(-1)).toMatchObject({ service: "signin", action: "login", host });
      expect(proxy.requests.at(-1)).toEqual({ kind: "forwarded", host, method: "GET", status: 400 });
    },
  );

  it("shows a dropped connection as dropped", async () => {
    double.failNext({ service: "signin", as: "reset" });
    await expect(getThroughProxy("signin.aws.amazon.com", "/federation")).rejects.toThrow("socket hang up");
  });

  it.each(["example.com:443", "evilamazonaws.com:443", "sts.amazonaws.com.evil.example:443", "sts.amazonaws.com:80"])(
    "refuses %s",
    async (target) => {
      expect((await tunnelTo(target)).status).toBe(403);
      expect(proxy.requests.at(-1)).toEqual({ kind: "refused", host: target });
    },
  );

  it("refuses requests that ask for no tunnel", async () => {
    expect((await fetch(proxy.url)).status).toBe(405);
  });
});
