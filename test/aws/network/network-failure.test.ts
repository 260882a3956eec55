import { describe, expect, it } from "vitest";
import {
  mayHaveArrived,
  type NetworkCause,
  networkFailureOf,
  networkFailureOfStatus,
} from "../../../src/aws/network/network-failure";
import { ProxyError } from "../../../src/aws/network/proxy-error";

const coded = (code: string, rest: { syscall?: string; message?: string; name?: string } = {}): Error =>
  Object.assign(new Error(rest.message ?? code), { code, ...rest });
const named = (name: string, message: string): Error => Object.assign(new Error(message), { name });

type Case = [what: string, error: unknown, cause: NetworkCause, reason: string];

const CASES: readonly Case[] = [
  ["a name nobody knows", coded("ENOTFOUND", { syscall: "getaddrinfo" }), "host-not-found", "ENOTFOUND"],
  ["no name server", coded("EAI_AGAIN", { syscall: "getaddrinfo" }), "host-not-found", "EAI_AGAIN"],
  [
    "fetch of a name nobody knows",
    new TypeError("fetch failed", { cause: coded("ENOTFOUND") }),
    "host-not-found",
    "ENOTFOUND",
  ],

  ["a port that refuses", coded("ECONNREFUSED", { syscall: "connect" }), "no-connection", "ECONNREFUSED"],
  ["no route", coded("EHOSTUNREACH", { syscall: "connect" }), "no-connection", "EHOSTUNREACH"],
  ["a firewall on this machine", coded("EPERM", { syscall: "connect" }), "no-connection", "EPERM"],
  ["no sign of life", coded("ETIMEDOUT", { syscall: "connect" }), "no-connection", "ETIMEDOUT while connecting"],
  [
    "the SDK's deadline for connecting",
    named("TimeoutError", "the request socket did not establish a connection with the server within 5000 ms"),
    "no-connection",
    "ETIMEDOUT while connecting",
  ],
  [
    "fetch's deadline for connecting",
    new TypeError("fetch failed", { cause: coded("UND_ERR_CONNECT_TIMEOUT") }),
    "no-connection",
    "UND_ERR_CONNECT_TIMEOUT",
  ],
  [
    "several addresses that all refuse",
    Object.assign(new AggregateError([coded("ECONNREFUSED", { syscall: "connect" }), coded("ENETUNREACH")]), {
      code: "ECONNREFUSED",
    }),
    "no-connection",
    "ECONNREFUSED",
  ],
  [
    "several addresses without a sign of life",
    new TypeError("fetch failed", {
      cause: Object.assign(new AggregateError([coded("ETIMEDOUT", { syscall: "connect" })]), { code: "ETIMEDOUT" }),
    }),
    "no-connection",
    "ETIMEDOUT while connecting",
  ],
  [
    "an end before the connection was encrypted",
    coded("ECONNRESET", { message: "Client network socket disconnected before secure TLS connection was established" }),
    "no-connection",
    "ECONNRESET",
  ],
  ["a server that speaks no TLS", coded("EPROTO", { syscall: "write" }), "no-connection", "EPROTO"],
  ["OpenSSL's word for it", coded("ERR_SSL_WRONG_VERSION_NUMBER"), "no-connection", "ERR_SSL_WRONG_VERSION_NUMBER"],

  ...[
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    "SELF_SIGNED_CERT_IN_CHAIN",
    "DEPTH_ZERO_SELF_SIGNED_CERT",
    "CERT_HAS_EXPIRED",
    "CERT_NOT_YET_VALID",
    "ERR_TLS_CERT_ALTNAME_INVALID",
    "INVALID_CA",
  ].map((code): Case => [code, coded(code), "certificate", code]),

  ["a proxy that refuses", new ProxyError("HTTP 403"), "proxy", "HTTP 403"],
  [
    "a proxy behind another error",
    new Error("failed", { cause: new ProxyError("ECONNREFUSED") }),
    "proxy",
    "ECONNREFUSED",
  ],
  ["a proxy in the place of AWS", { name: "Unknown", $metadata: { httpStatusCode: 407 } }, "proxy", "HTTP 407"],

  ["the SDK's deadline for a request", coded("ETIMEDOUT", { name: "TimeoutError" }), "timeout", "ETIMEDOUT"],
  [
    "the SDK's deadline for the rest of an answer",
    named("TimeoutError", "timed out after 10 ms of inactivity"),
    "timeout",
    "ETIMEDOUT",
  ],
  [
    "a signal's deadline",
    new DOMException("The operation was aborted due to timeout", "TimeoutError"),
    "timeout",
    "ETIMEDOUT",
  ],
  [
    "the SDK's call that a signal ended",
    Object.assign(named("AbortError", "Request aborted"), { cause: new DOMException("", "TimeoutError") }),
    "timeout",
    "ETIMEDOUT",
  ],
  [
    "fetch's deadline",
    new TypeError("fetch failed", { cause: coded("UND_ERR_HEADERS_TIMEOUT") }),
    "timeout",
    "UND_ERR_HEADERS_TIMEOUT",
  ],
  ["silence on a connection", coded("ETIMEDOUT", { syscall: "read" }), "timeout", "ETIMEDOUT"],

  [
    "a reset that the SDK calls a timeout",
    coded("ECONNRESET", { name: "TimeoutError", message: "socket hang up" }),
    "connection-lost",
    "ECONNRESET",
  ],
  ["a broken pipe", coded("EPIPE", { syscall: "write" }), "connection-lost", "EPIPE"],
  ["a network that went away meanwhile", coded("EHOSTUNREACH", { syscall: "read" }), "connection-lost", "EHOSTUNREACH"],
  [
    "fetch's half an answer",
    new TypeError("terminated", { cause: coded("UND_ERR_SOCKET") }),
    "connection-lost",
    "UND_ERR_SOCKET",
  ],
  [
    "damage on an encrypted connection",
    coded("ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC"),
    "connection-lost",
    "ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC",
  ],
  [
    "half an answer of a good status",
    Object.assign(coded("ECONNRESET", { message: "aborted" }), { $metadata: { httpStatusCode: 200 } }),
    "connection-lost",
    "ECONNRESET",
  ],

  ["a gateway's page", { name: "Unknown", $metadata: { httpStatusCode: 503 } }, "server-error", "HTTP 503"],
  [
    "a page that is not AWS's",
    Object.assign(new SyntaxError("<"), { $metadata: { httpStatusCode: 200 } }),
    "unreadable-answer",
    "HTTP 200",
  ],
  ["what is not HTTP", coded("HPE_INVALID_CONSTANT"), "unreadable-answer", "HPE_INVALID_CONSTANT"],
  ["an error of no known kind", new SyntaxError("Unexpected token <"), "unreadable-answer", "SyntaxError"],
  ["what is no error", "down", "unreadable-answer", "unknown"],
];

describe("a failed call", () => {
  it.each(CASES)("is named after its cause: %s", (_what, error, cause, reason) => {
    expect(networkFailureOf(error)).toEqual({ cause, reason });
  });

  it("is named although its causes run in a circle", () => {
    const error = new Error("first");
    error.cause = new Error("second", { cause: error });
    expect(networkFailureOf(error)).toEqual({ cause: "unreadable-answer", reason: "Error" });
  });

  it.each<[number, NetworkCause]>([
    [200, "unreadable-answer"],
    [404, "unreadable-answer"],
    [407, "proxy"],
    [429, "throttled"],
    [500, "server-error"],
    [503, "server-error"],
  ])("is named after its status: %d", (status, cause) => {
    expect(networkFailureOfStatus(status)).toEqual({ cause, reason: `HTTP ${status}` });
  });
});

describe("a request that failed", () => {
  it.each<[NetworkCause, boolean]>([
    ["host-not-found", false],
    ["no-connection", false],
    ["certificate", false],
    ["proxy", false],
    ["timeout", true],
    ["connection-lost", true],
    ["throttled", true],
    ["server-error", true],
    ["unreadable-answer", true],
  ])("may have arrived, or not: %s, %s", (cause, arrived) => {
    expect(mayHaveArrived({ cause, reason: "E" })).toBe(arrived);
  });

  it.each([
    ["ECONNREFUSED", false],
    ["ERR_SSL_WRONG_VERSION_NUMBER", true],
    ["ERR_SSL_BAD_RECORD_TYPE", true],
    ["EPROTO", true],
  ])(
    "that found no connection may have arrived where encryption failed, which it does in the middle too: %s, %s",
    (reason, arrived) => {
      expect(mayHaveArrived({ cause: "no-connection", reason })).toBe(arrived);
    },
  );
});
