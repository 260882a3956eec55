import { isLoopback } from "../aws/network/loopback";
import { type BrokenProxy, ProblemError } from "../aws/problem";

/** The proxy for https calls. */
export interface HttpsProxy {
  /** Its address; user and password, if any, are still escaped. */
  readonly url: URL;
  /** Whether calls to this host go straight. */
  isBypassedFor(host: string, port: number): boolean;
}

const VARIABLES = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"] as const;

/**
 * The proxy that the preference names, else the first of `https_proxy`, `HTTPS_PROXY`, `all_proxy` and `ALL_PROXY`. As
 * in the AWS CLI, an address may leave out `http://`, and `no_proxy` or `NO_PROXY` lists hosts that are called straight.
 * This machine itself is never called through a proxy. (npm's `proxy-from-env` takes an entry of `NO_PROXY` for one host
 * where the AWS CLI takes it for a domain, and reads `process.env` itself.)
 *
 * @throws ProblemError `broken-proxy`
 */
export function httpsProxy(preference: string | undefined, variables: NodeJS.ProcessEnv): HttpsProxy | undefined {
  const choices: readonly (readonly [BrokenProxy["chosenBy"], string | undefined])[] = [
    ["preference", preference],
    ...VARIABLES.map((name) => [name, variables[name]] as const),
  ];
  const [chosenBy, written = ""] = choices.find(([, text]) => text?.trim()) ?? [];
  if (chosenBy === undefined) return undefined;

  const url = proxyUrl(written.trim(), chosenBy);
  const exceptions = (variables.no_proxy || variables.NO_PROXY || "")
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    url,
    isBypassedFor: (host, port) => {
      const name = host.toLowerCase().replace(/^\[|\]$/g, "");
      return isLoopback(name) || exceptions.some((exception) => covers(exception, name, port));
    },
  };
}

function proxyUrl(written: string, chosenBy: BrokenProxy["chosenBy"]): URL {
  const broken = (reason: string): ProblemError => new ProblemError({ kind: "broken-proxy", chosenBy, reason });
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written.replace(/^\/\//, "")}`;
  if (!URL.canParse(address)) throw broken("it is no URL");
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw broken(`${url.protocol.slice(0, -1)} proxies are not supported`);
  }
  if (!canDecode(url.username) || !canDecode(url.password)) throw broken("% in user or password must be written %25");
  return url;
}

/**
 * As Python does it for the AWS CLI: an entry covers the host of that name and all below it, with or without a dot
 * before it.
 */
function covers(exception: string, host: string, port: number): boolean {
  if (exception === "*") return true;
  const [, name = exception, onlyPort] = /^(.*[^:]|\[.*\]):(\d+)$/.exec(exception) ?? [];
  if (onlyPort !== undefined && Number(onlyPort) !== port) return false;
  const domain = name.replace(/^\*?\./, "").replace(/^\[|\]$/g, "");
  return host === domain || host.endsWith(`.${domain}`);
}

function canDecode(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
