import { describe, expect, it } from "vitest";
import { isProblem } from "../../src/aws/problem";
import { httpsProxy } from "../../src/launcher/https-proxy";

const STS = "sts.eu-west-1.amazonaws.com";

describe("the proxy for https calls", () => {
  it.each<[what: string, preference: string | undefined, variables: NodeJS.ProcessEnv, url: string | undefined]>([
    ["none", undefined, {}, undefined],
    ["none where all are blank", " ", { HTTPS_PROXY: "", https_proxy: " " }, undefined],
    ["none for http calls only", undefined, { HTTP_PROXY: "http://a:1", http_proxy: "http://a:1" }, undefined],
    ["the preference's", "http://a:1", { HTTPS_PROXY: "http://b:2" }, "http://a:1/"],
    ["a preference without scheme", "a.example:3128", {}, "http://a.example:3128/"],
    ["a preference without scheme, with user", "ada:p%40ss@a:3128", {}, "http://ada:p%40ss@a:3128/"],
    ["an https one", "https://a:1", {}, "https://a:1/"],
    ["HTTPS_PROXY's", undefined, { HTTPS_PROXY: "http://b:2", ALL_PROXY: "http://c:3" }, "http://b:2/"],
    [
      "https_proxy's before HTTPS_PROXY's",
      undefined,
      { https_proxy: "http://a:1", HTTPS_PROXY: "http://b:2" },
      "http://a:1/",
    ],
    ["ALL_PROXY's", undefined, { ALL_PROXY: "http://c:3" }, "http://c:3/"],
    ["one at an IPv6 address", "http://[::2]:3128", {}, "http://[::2]:3128/"],
  ])("is %s", (_what, preference, variables, url) => {
    expect(httpsProxy(preference, variables)?.url.href).toBe(url);
  });

  it.each<[written: string, reason: string]>([
    ["not a proxy", "it is no URL"],
    ["http://ada:secret@", "it is no URL"],
    ["http://ada:secret@a:port", "it is no URL"],
    ["socks5://ada:secret@a:1080", "socks5 proxies are not supported"],
    ["http://ada:secret%@a:1", "% in user or password must be written %25"],
  ])("is refused as %s: %s", (written, reason) => {
    const refusals = [
      [() => httpsProxy(written, {}), "preference"],
      [() => httpsProxy("", { ALL_PROXY: written }), "ALL_PROXY"],
    ] as const;
    for (const [ask, chosenBy] of refusals) {
      const error = thrownBy(ask);
      expect(isProblem(error, "broken-proxy") && error.problem).toEqual({ kind: "broken-proxy", chosenBy, reason });
      expect(String(error)).not.toContain("secret");
    }
  });
});

describe("a host is called straight", () => {
  const isBypassed = (noProxy: string, host: string, port = 443): boolean | undefined =>
    httpsProxy("http://a:1", { NO_PROXY: noProxy })?.isBypassedFor(host, port);

  it.each<[noProxy: string, host: string, expected: boolean]>([
    ["", STS, false],
    ["*", STS, true],
    [STS, STS, true],
    ["amazonaws.com", STS, true],
    [".amazonaws.com", STS, true],
    ["*.amazonaws.com", STS, true],
    ["corp.example, .AMAZONAWS.com", STS, true],
    ["corp.example .amazonaws.com", STS, true],
    ["amazonaws.com:443", STS, true],
    ["amazonaws.com:8443", STS, false],
    ["aws.com", STS, false],
    ["amazonaws.com.evil.example", STS, false],
    ["eu-west-1", STS, false],
    ["2001:db8::1", "[2001:db8::1]", true],
    ["[2001:db8::1]:443", "2001:db8::1", true],
    ["10.0.0.7", "10.0.0.7", true],
  ])("where NO_PROXY=%s covers it: %s", (noProxy, host, expected) => {
    expect(isBypassed(noProxy, host)).toBe(expected);
  });

  it.each(["localhost", "LOCALHOST", "sts.localhost", "127.0.0.1", "127.8.9.10", "[::1]", "::1"])(
    "where it is this machine: %s",
    (host) => {
      expect(isBypassed("", host)).toBe(true);
    },
  );

  it("where no_proxy covers it, whatever NO_PROXY says", () => {
    const proxy = httpsProxy("http://a:1", { no_proxy: "amazonaws.com", NO_PROXY: "corp.example" });
    expect(proxy?.isBypassedFor(STS, 443)).toBe(true);
  });
});

function thrownBy(ask: () => unknown): unknown {
  try {
    ask();
  } catch (error) {
    return error;
  }
  return undefined;
}
