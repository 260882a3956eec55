import { type ClientRequest, request as sendOverHttp, type RequestOptions } from "node:http";
import { Agent, type AgentOptions, request as sendOverHttps } from "node:https";
import { isIP, isIPv6 } from "node:net";
import { type Duplex } from "node:stream";
import { ProxyError } from "../aws/network/proxy-error";

const TOO_LATE = "ETIMEDOUT";

/**
 * Makes https connections through a proxy, by CONNECT (RFC 9110, section 9.3.6), and keeps them as Node's own agent
 * does, of which this is one.
 *
 * No library does it: `https-proxy-agent` passes a proxy's refusal off as the host's answer, forgets which certificate
 * authorities to trust for the host, and never closes its connection to a proxy that hangs; `hpagent` finds no proxy at
 * an IPv6 address and tells one failure from another by texts only. Node's own `proxyEnv` is missing in Node 20.
 *
 * Every connection that cannot be made through the proxy ends as {@link ProxyError}.
 */
export class TunnelAgent extends Agent {
  readonly #proxy: URL;
  readonly #deadline: number;

  /**
   * @param proxy an http or https URL
   * @param deadline milliseconds until the proxy must have opened its way
   * @param options as of `https.Agent`; `ca` is trusted for an https proxy, too
   */
  constructor(proxy: URL, deadline: number, options: AgentOptions) {
    super(options);
    this.#proxy = proxy;
    this.#deadline = deadline;
  }

  override createConnection(
    options: RequestOptions,
    done: (error: Error | null, connection?: Duplex) => void,
  ): undefined {
    const request = this.#askForTunnel(options);
    const timer = setTimeout(() => request.destroy(new ProxyError(TOO_LATE)), this.#deadline);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      done(error instanceof ProxyError ? error : new ProxyError(codeOf(error)));
    };
    request
      .once("connect", ({ statusCode = 0 }, socket) => {
        if (statusCode < 200 || statusCode > 299) {
          socket.destroy();
          fail(new ProxyError(`HTTP ${statusCode}`));
          return;
        }
        clearTimeout(timer);
        const throughTunnel: RequestOptions & { readonly socket: Duplex } = { ...options, socket };
        done(null, super.createConnection(throughTunnel) ?? undefined);
      })
      .on("error", fail)
      .end();
  }

  #askForTunnel({ host, port }: RequestOptions): ClientRequest {
    const { protocol, hostname, port: proxyPort, username, password } = this.#proxy;
    const target = `${isIPv6(host ?? "") ? `[${host}]` : host}:${port}`;
    const user = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64");
    const proxyHost = hostname.replace(/^\[|\]$/g, "");
    const common = {
      method: "CONNECT",
      host: proxyHost,
      port: proxyPort,
      path: target,
      headers: { host: target, ...((username || password) && { "proxy-authorization": `Basic ${user}` }) },
      agent: false,
    };
    if (protocol === "http:") return sendOverHttp(common);
    // Node would take the name to check from the Host header, which is not the proxy's.
    return sendOverHttps({ ...common, servername: isIP(proxyHost) ? "" : proxyHost, ca: this.options.ca });
  }
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
