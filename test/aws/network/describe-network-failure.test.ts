import { describe, expect, it } from "vitest";
import { describeNetworkFailure } from "../../../src/aws/network/describe-network-failure";
import { type NetworkCause, type NetworkFailure } from "../../../src/aws/network/network-failure";

/** One failure of every cause and what is said of it. */
const FAILURES: Readonly<Record<NetworkCause, readonly [reason: string, title: string, what: string]>> = {
  "host-not-found": ["ENOTFOUND", "Host Not Found", "was not found (ENOTFOUND)"],
  "no-connection": ["ECONNREFUSED", "No Connection", "took no connection (ECONNREFUSED)"],
  certificate: [
    "SELF_SIGNED_CERT_IN_CHAIN",
    "Certificate Not Trusted",
    "showed a certificate that is not trusted (SELF_SIGNED_CERT_IN_CHAIN)",
  ],
  proxy: ["HTTP 407", "No Way Through the Proxy", "is out of reach through the proxy (HTTP 407)"],
  timeout: ["ETIMEDOUT", "No Answer in Time", "did not answer in time (ETIMEDOUT)"],
  "connection-lost": ["ECONNRESET", "Connection Lost", "dropped the connection (ECONNRESET)"],
  throttled: ["HTTP 429", "AWS Is Busy", "takes no more calls for now (HTTP 429)"],
  "server-error": ["HTTP 503", "Server Error", "failed (HTTP 503)"],
  "unreadable-answer": ["HTTP 200", "Answer Not From AWS", "gave an answer that is not AWS's (HTTP 200)"],
};
const isCause = (text: string): text is NetworkCause => text in FAILURES;
const EXAMPLES = Object.keys(FAILURES)
  .filter(isCause)
  .map((cause) => [cause, ...FAILURES[cause]] as const);

describe("a network failure", () => {
  it.each(EXAMPLES)("is told so that a host can stand before it: %s", (cause, reason, title, what) => {
    expect(describeNetworkFailure({ cause, reason })).toMatchObject({ title, what });
  });

  it.each(EXAMPLES)("says in sentences what to do: %s", (cause, reason) => {
    expect(describeNetworkFailure({ cause, reason }).hint).toMatch(/^[A-Z].*\w\.$/);
  });

  it.each<[NetworkCause, reason: string, word: string]>([
    ["host-not-found", "ENOTFOUND", "HTTPS Proxy preference"],
    ["certificate", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "AWS_CA_BUNDLE"],
    ["certificate", "CERT_NOT_YET_VALID", "clock"],
    ["certificate", "CERT_HAS_EXPIRED", "clock"],
    ["certificate", "ERR_TLS_CERT_ALTNAME_INVALID", "Something else answers"],
    ["proxy", "HTTP 407", "user:password"],
    ["proxy", "ECONNREFUSED", "HTTPS Proxy preference"],
  ])("says what helps: %s, %s: %s", (cause, reason, word) => {
    const failure: NetworkFailure = { cause, reason };
    expect(describeNetworkFailure(failure).hint).toContain(word);
  });
});
