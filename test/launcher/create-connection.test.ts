import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { type Connection } from "../../src/aws/network/connection";
import { type NetworkFailure, networkFailureOf } from "../../src/aws/network/network-failure";
import { Secret } from "../../src/aws/secret";
import { createSts } from "../../src/aws/sts/create-sts";
import { type Sts } from "../../src/aws/sts/sts";
import { type ConnectionOptions, createConnection } from "../../src/launcher/create-connection";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import { type ConnectProxy, startConnectProxy } from "../aws-double/connect-proxy";
import { demoUser } from "../aws-double/demo-world";
import { createTestCa, type TestCa } from "../aws-double/test-ca";
import { projectAwsSdk } from "../project-aws-sdk";
import { missingTools } from "../required-tools";

const REGION = "eu-west-1";
const STS_HOST = "sts.eu-west-1.amazonaws.com";
const PATIENT = { connect: 10_000, request: 10_000, idle: 10_000 };
const SESSION_WITHOUT_CODE = {
  signer: { accessKeyId: demoUser.accessKeyId, secretAccessKey: new Secret(demoUser.secretAccessKey) },
  durationSeconds: 3600,
  mfa: undefined,
};

const IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111111111111:user/ada</Arn><UserId>AIDA</UserId><Account>111111111111</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`;
const answer: RequestListener = (_request, response) =>
  void response.setHeader("content-type", "text/xml").end(IDENTITY);

function connection(options: Partial<ConnectionOptions> = {}): Connection {
  const made = createConnection({
    sdk: projectAwsSdk(),
    httpsProxy: undefined,
    variables: {},
    ca: undefined,
    deadlines: PATIENT,
    ...options,
  });
  onTestFinished(() => made.destroy());
  return made;
}

/** Calls STS with a client of its own, as every hop of a chain does. */
async function call(requestHandler: Connection, endpoint?: string): Promise<string | undefined> {
  const client = new STSClient({ region: REGION, endpoint, requestHandler, credentials: demoUser, maxAttempts: 1 });
  return (await client.send(new GetCallerIdentityCommand({}))).Arn;
}

/** STS's own client, as the engine makes it. */
function stsOver(way: Connection): Sts {
  return createSts({ region: REGION, endpoint: undefined, connection: way, now: () => new Date() });
}

async function failureOf(calling: Promise<unknown>): Promise<NetworkFailure | "none"> {
  return calling.then(
    () => "none",
    (error: unknown) => networkFailureOf(error),
  );
}

/** Starts a server for one test; returns its port. */
async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket.on("error", () => socket.destroy())));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return portOf(server.address());
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("No port");
  return address.port;
}

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

interface Relay {
  readonly url: string;
  /** How many connections were made so far. */
  count(): number;
  /** Resolves when the first of them is closed. */
  readonly firstClosed: Promise<void>;
}

/** Hands connections on to the server behind a URL. */
async function relayTo(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  let connections = 0;
  const relay = createServer((socket) => {
    connections += 1;
    const onward = connect(Number(port), hostname);
    socket.pipe(onward).pipe(socket);
    onward.on("error", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  });
  const firstClosed = new Promise<void>((resolve) => {
    relay.once("connection", (socket: Socket) => socket.once("close", () => resolve()));
  });
  return { url: `http://127.0.0.1:${await listen(relay)}`, count: () => connections, firstClosed };
}

describe("an http endpoint", () => {
  it("is called on one connection by all clients, one after the other", async () => {
    const double = await startAwsDouble();
    onTestFinished(() => double.close());
    const { url, count } = await relayTo(double.url);
    const shared = connection();
    const callers = [await call(shared, url), await call(shared, url), await call(shared, url)];
    expect(callers).toEqual([demoUser.arn, demoUser.arn, demoUser.arn]);
    expect(count()).toBe(1);
  });

  it("is called straight, whatever proxies there are", async () => {
    const port = await listen(createHttpServer(answer));
    const proxy = `http://127.0.0.1:${await closedPort()}`;
    const variables = { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, ALL_PROXY: proxy };
    expect(await call(connection({ httpsProxy: proxy, variables }), `http://127.0.0.1:${port}`)).toContain("user/ada");
  });
});

it("lets go of a connection that nobody uses", async () => {
  const { url, firstClosed } = await relayTo(`http://127.0.0.1:${await listen(createHttpServer(answer))}`);
  await call(connection({ deadlines: { ...PATIENT, idle: 20 } }), url);
  await firstClosed;
});

describe("a call without an answer", () => {
  it("ends as host-not-found where nobody knows the name", async () => {
    expect(await failureOf(call(connection(), "http://sts.invalid"))).toMatchObject({ cause: "host-not-found" });
  });

  it("ends as no-connection where the port refuses", async () => {
    const endpoint = `http://127.0.0.1:${await closedPort()}`;
    const failure = { cause: "no-connection", reason: "ECONNREFUSED" };
    expect(await failureOf(call(connection(), endpoint))).toEqual(failure);
  });

  it("ends as no-connection where nothing comes back", async () => {
    // Addresses for documentation (RFC 5737): nobody has them.
    const hasty = connection({ deadlines: { ...PATIENT, connect: 50 } });
    expect(await failureOf(call(hasty, "http://192.0.2.1"))).toMatchObject({ cause: "no-connection" });
  });

  it.each<[when: string, RequestListener]>([
    ["before the answer", () => undefined],
    [
      "in the middle of it",
      (_request, response) => void response.writeHead(200, { "content-length": 999 }).write("<Get"),
    ],
  ])("ends as timeout where the server falls silent %s", async (_when, listener) => {
    const port = await listen(createHttpServer(listener));
    const hasty = connection({ deadlines: { ...PATIENT, request: 50 } });
    const failure = { cause: "timeout", reason: "ETIMEDOUT" };
    expect(await failureOf(call(hasty, `http://127.0.0.1:${port}`))).toEqual(failure);
  });

  it("ends as timeout where the server's answer drips", async () => {
    const port = await listen(
      createHttpServer((_, response) => {
        response.writeHead(200, { "content-type": "text/xml" });
        const dripping = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(dripping));
      }),
    );
    const hasty = connection({ deadlines: { ...PATIENT, request: 200 } });
    expect(await failureOf(call(hasty, `http://127.0.0.1:${port}`))).toEqual({ cause: "timeout", reason: "ETIMEDOUT" });
  });

  it("ends as timeout where the server never comes to the end of its headers", async () => {
    const port = await listen(
      createServer((socket) => {
        socket.resume().write("HTTP/1.1 200 OK\r\nx-slow: ");
        const drip = setInterval(() => socket.write("."), 5);
        socket.on("close", () => clearInterval(drip));
      }),
    );
    const hasty = connection({ deadlines: { ...PATIENT, request: 50 } });
    const failure = { cause: "timeout", reason: "ETIMEDOUT" };
    expect(await failureOf(call(hasty, `http://127.0.0.1:${port}`))).toEqual(failure);
  });

  it.each<[when: string, RequestListener]>([
    ["before the answer", (request) => request.socket.destroy()],
    [
      "in the middle of it",
      (request, response) => {
        response.writeHead(200, { "content-length": 999 }).write("<Get", () => request.socket.destroy());
      },
    ],
  ])("ends as connection-lost where the server drops it %s", async (_when, listener) => {
    const port = await listen(createHttpServer(listener));
    const failure = { cause: "connection-lost", reason: "ECONNRESET" };
    expect(await failureOf(call(connection(), `http://127.0.0.1:${port}`))).toEqual(failure);
  });

  it.each<[what: string, status: number, NetworkFailure]>([
    ["server-error", 503, { cause: "server-error", reason: "HTTP 503" }],
    ["unreadable-answer", 200, { cause: "unreadable-answer", reason: "HTTP 200" }],
    ["unreadable-answer", 404, { cause: "unreadable-answer", reason: "HTTP 404" }],
    ["proxy", 407, { cause: "proxy", reason: "HTTP 407" }],
  ])("ends as %s where a page of status %d comes instead", async (_what, status, failure) => {
    const page = "<html><body><h1>Welcome</h1><p>Accept the terms<br></body></html>";
    const port = await listen(createHttpServer((_request, response) => void response.writeHead(status).end(page)));
    expect(await failureOf(call(connection(), `http://127.0.0.1:${port}`))).toEqual(failure);
  });
});

describe("a proxy that opens no way", () => {
  it.each<[what: string, start: () => Promise<number>, reason: string]>([
    ["is not there", closedPort, "ECONNREFUSED"],
    ["wants a password", () => proxyThatAnswers("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n"), "HTTP 407"],
    ["forbids the host", () => proxyThatAnswers("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno"), "HTTP 403"],
    ["cannot reach the host", () => proxyThatAnswers("HTTP/1.1 502 Bad Gateway\r\n\r\n"), "HTTP 502"],
    ["speaks something else", () => proxyThatAnswers("220 mail.example ESMTP\r\n\r\n"), "HPE_INVALID_CONSTANT"],
    ["is no proxy and hangs up", () => listen(createHttpServer(answer)), "ECONNRESET"],
  ])("ends the call as proxy and keeps the password to itself: it %s", async (_what, start, reason) => {
    const throughProxy = connection({ httpsProxy: `http://ada:hunter2@127.0.0.1:${await start()}` });
    const thrown = await call(throughProxy).catch((error: unknown) => error);
    expect(networkFailureOf(thrown)).toEqual({ cause: "proxy", reason });
    expect(`${JSON.stringify(thrown)}${String(thrown)}`).not.toContain("hunter2");
  });

  it("ends the call as proxy where it hangs, and lets go of it", async () => {
    const server = createServer();
    const held: Promise<Socket> = new Promise((resolve) => server.once("connection", resolve));
    const httpsProxy = `http://127.0.0.1:${await listen(server)}`;
    const hasty = connection({ httpsProxy, deadlines: { ...PATIENT, connect: 50 } });
    expect(await failureOf(call(hasty))).toEqual({ cause: "proxy", reason: "ETIMEDOUT" });
    const socket = (await held).resume();
    if (!socket.destroyed) await once(socket, "close");
    expect(socket.destroyed).toBe(true);
  });

  it.each([
    ["ada:p%40ss", `Basic ${Buffer.from("ada:p@ss").toString("base64")}`],
    ["ada", `Basic ${Buffer.from("ada:").toString("base64")}`],
    ["", undefined],
  ])("is asked as its address says: user %j", async (user, expected) => {
    const server = createHttpServer();
    const asked: unknown[] = [];
    server.on("connect", ({ url, headers }, socket: Socket) => {
      asked.push([url, headers.host, headers["proxy-authorization"]]);
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
    });
    const httpsProxy = `http://${user === "" ? "" : `${user}@`}127.0.0.1:${await listen(server)}`;
    const sts = stsOver(connection({ httpsProxy }));
    await expect(sts.getSessionToken(SESSION_WITHOUT_CODE)).rejects.toThrow("No answer from STS");
    // Once, though the SDK repeats what fails: a wrong password that is repeated locks accounts.
    expect(asked).toEqual([[`${STS_HOST}:443`, `${STS_HOST}:443`, expected]]);
  });

  /** A server that has one answer to whatever it is asked. */
  function proxyThatAnswers(text: string): Promise<number> {
    return listen(createServer((socket) => socket.once("data", () => socket.end(text))));
  }
});

describe.skipIf(missingTools("HTTPS connections", "openssl").length > 0)("an https endpoint", () => {
  let double: AwsDouble;
  let proxy: ConnectProxy;
  let proxyCa: string;
  let testCa: TestCa;
  let ca: string;

  beforeAll(async () => {
    double = await startAwsDouble();
    proxy = await startConnectProxy(double.url);
    proxyCa = await readFile(proxy.caFile, "utf8");
    testCa = await createTestCa();
    ca = await readFile(testCa.certificateFile, "utf8");
  });
  afterAll(async () => {
    await proxy.close();
    await double.close();
    await testCa.remove();
  });

  const startHttps = async (host: string, listener: RequestListener = answer): Promise<number> =>
    listen(createHttpsServer(await testCa.certificateFor(host), listener));

  it("is called straight with the certificate authorities that were given", async () => {
    const port = await startHttps("localhost");
    expect(await call(connection({ ca }), `https://localhost:${port}`)).toContain("user/ada");
  });

  it("is called straight where it is this machine, whatever proxies there are", async () => {
    const port = await startHttps("localhost");
    const httpsProxy = `http://127.0.0.1:${await closedPort()}`;
    expect(await call(connection({ ca, httpsProxy }), `https://localhost:${port}`)).toContain("user/ada");
  });

  it("ends as certificate where its certificate is trusted by nobody", async () => {
    const port = await startHttps("localhost");
    const failure = { cause: "certificate", reason: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" };
    expect(await failureOf(call(connection(), `https://localhost:${port}`))).toEqual(failure);
  });

  it("ends as certificate where it shows another's", async () => {
    const port = await startHttps("other.example");
    const failure = { cause: "certificate", reason: "ERR_TLS_CERT_ALTNAME_INVALID" };
    expect(await failureOf(call(connection({ ca }), `https://localhost:${port}`))).toEqual(failure);
  });

  it.each<[what: string, start: () => Promise<number>]>([
    ["speaks no TLS", () => listen(createHttpServer(answer))],
    ["hangs up", () => listen(createServer((socket) => socket.destroy()))],
  ])("ends as no-connection where it %s", async (_what, start) => {
    const endpoint = `https://localhost:${await start()}`;
    expect(await failureOf(call(connection({ ca }), endpoint))).toMatchObject({ cause: "no-connection" });
  });

  it("is reached through the proxy by STS's own client", async () => {
    const sts = stsOver(connection({ httpsProxy: proxy.url, ca: proxyCa }));
    const session = await sts.getSessionToken(SESSION_WITHOUT_CODE);
    expect(session.accessKeyId).toMatch(/^ASIA/);
    expect(proxy.requests.at(-1)).toEqual({ kind: "forwarded", host: STS_HOST, method: "POST", status: 200 });
  });

  it.each([{ HTTPS_PROXY: true }, { https_proxy: true }, { ALL_PROXY: true }])(
    "is reached through the proxy of the variable: %j",
    async (names) => {
      const variables = Object.fromEntries(Object.keys(names).map((name) => [name, proxy.url]));
      const before = proxy.requests.length;
      await call(connection({ variables, ca: proxyCa }));
      expect(proxy.requests.slice(before)).toMatchObject([{ kind: "forwarded", host: STS_HOST }]);
    },
  );

  it("is reached through the proxy on one connection by all clients", async () => {
    const { url, count } = await relayTo(proxy.url);
    const shared = connection({ httpsProxy: url, ca: proxyCa });
    const callers = [await call(shared), await call(shared), await call(shared)];
    expect(callers).toEqual([demoUser.arn, demoUser.arn, demoUser.arn]);
    expect(count()).toBe(1);
  });

  it("lets go of a way through the proxy that nobody uses", async () => {
    const { url, firstClosed } = await relayTo(proxy.url);
    await call(connection({ httpsProxy: url, ca: proxyCa, deadlines: { ...PATIENT, idle: 20 } }));
    await firstClosed;
  });

  it("ends as certificate behind a proxy whose authority nobody trusts", async () => {
    const failure = { cause: "certificate", reason: "SELF_SIGNED_CERT_IN_CHAIN" };
    expect(await failureOf(call(connection({ httpsProxy: proxy.url })))).toEqual(failure);
  });

  it("ends as connection-lost where it drops the connection behind the proxy", async () => {
    double.failNext({ service: "sts", as: "reset" });
    const throughProxy = connection({ httpsProxy: proxy.url, ca: proxyCa });
    expect(await failureOf(call(throughProxy))).toEqual({ cause: "connection-lost", reason: "ECONNRESET" });
  });

  it("ends as timeout where it falls silent behind the proxy", async () => {
    double.failNext({ service: "sts", as: "hang" });
    const hasty = connection({ httpsProxy: proxy.url, ca: proxyCa, deadlines: { ...PATIENT, request: 300 } });
    expect(await failureOf(call(hasty))).toEqual({ cause: "timeout", reason: "ETIMEDOUT" });
  });

  describe("behind a proxy that is spoken to over https", () => {
    const startHttpsProxy = async (): Promise<string> => {
      const { port: onward } = new URL(proxy.url);
      const server = createHttpsServer(await testCa.certificateFor("localhost"));
      server.on("connect", ({ url }, socket: Socket) => {
        const tunnel = connect(Number(onward), "127.0.0.1", () => tunnel.write(`CONNECT ${url} HTTP/1.1\r\n\r\n`));
        socket.pipe(tunnel).pipe(socket);
        socket.on("error", () => tunnel.destroy());
      });
      return `https://localhost:${await listen(server)}`;
    };

    it("is reached with the certificate authorities of both", async () => {
      const httpsProxy = await startHttpsProxy();
      expect(await call(connection({ httpsProxy, ca: `${ca}\n${proxyCa}` }))).toBe(demoUser.arn);
    });

    it("ends as proxy where that one's certificate is trusted by nobody", async () => {
      const failure = { cause: "proxy", reason: "UNABLE_TO_VERIFY_LEAF_SIGNATURE" };
      const httpsProxy = await startHttpsProxy();
      expect(await failureOf(call(connection({ httpsProxy, ca: proxyCa })))).toEqual(failure);
    });
  });
});

it("refuses a proxy that is none before anything is sent", () => {
  expect(() => connection({ httpsProxy: "none at all" })).toThrow(
    "The proxy named by the HTTPS Proxy preference cannot be used: it is no URL.",
  );
});
