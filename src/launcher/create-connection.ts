import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { Readable } from "node:stream";
import { type AwsSdk } from "../aws/aws-sdk";
import { type Connection } from "../aws/network/connection";
import { httpsProxy } from "./https-proxy";
import { TunnelAgent } from "./tunnel-agent";

/** What shapes the way to AWS. */
export interface ConnectionOptions {
  readonly sdk: AwsSdk;
  /** URL of a proxy for https calls; from the preference. */
  readonly httpsProxy: string | undefined;
  /** Holds the environment's proxy variables. */
  readonly variables: NodeJS.ProcessEnv;
  /** PEM text of the certificate authorities that replace the usual ones. */
  readonly ca: string | undefined;
  /** Default: {@link DEADLINES}. */
  readonly deadlines?: Deadlines;
}

/** In milliseconds. */
export interface Deadlines {
  /** For a connection to the host, or for the proxy's way to it. */
  readonly connect: number;
  /** From the call to the beginning of its answer, connecting included, and from there to its end. */
  readonly request: number;
  /** How long an unused connection is kept. Servers drop theirs without notice, and the next call would be lost. */
  readonly idle: number;
}

/** A dead network is told within seconds. */
export const DEADLINES: Deadlines = { connect: 5_000, request: 10_000, idle: 15_000 };

/**
 * The way to AWS: straight or through the proxy, host by host. Connections are kept and shared by all users of the
 * object. What fails is told by `networkFailureOf`.
 *
 * @throws ProblemError `broken-proxy`
 */
export function createConnection({ sdk, ca, deadlines = DEADLINES, ...options }: ConnectionOptions): Connection {
  const { NodeHttpHandler } = sdk["@smithy/node-http-handler"];
  const { connect, request, idle } = deadlines;
  const proxy = httpsProxy(options.httpsProxy, options.variables);
  const kept = { keepAlive: true, timeout: idle };
  const common = {
    requestTimeout: request,
    socketTimeout: request,
    // Without it the SDK would only log that the time is over.
    throwOnRequestTimeout: true,
  };
  const straight = new NodeHttpHandler({
    ...common,
    connectionTimeout: connect,
    httpAgent: new HttpAgent(kept),
    httpsAgent: new HttpsAgent({ ...kept, ca }),
  });
  // The agent itself sees to the deadline, so that a proxy that hangs is told from a host that does.
  const tunnel =
    proxy && new NodeHttpHandler({ ...common, httpsAgent: new TunnelAgent(proxy.url, connect, { ...kept, ca }) });

  return {
    sdk,
    metadata: straight.metadata,
    async handle(call, callOptions) {
      const isProxied =
        call.protocol === "https:" && proxy !== undefined && !proxy.isBypassedFor(call.hostname, call.port ?? 443);
      const answer = await (isProxied && tunnel ? tunnel : straight).handle(call, callOptions);
      if (answer.response.body instanceof Readable) endInTime(answer.response.body, request);
      return answer;
    },
    destroy: () => {
      straight.destroy();
      tunnel?.destroy();
    },
    updateHttpClientConfig: (key, value) => {
      straight.updateHttpClientConfig(key, value);
      tunnel?.updateHttpClientConfig(key, value);
    },
    httpHandlerConfigs: () => straight.httpHandlerConfigs(),
  };
}

/** The SDK's own deadlines end with the first byte of an answer and between two others: one that drips would never end. */
function endInTime(body: Readable, deadline: number): void {
  const error = Object.assign(new Error("The answer takes too long."), { code: "ETIMEDOUT" });
  const timer = setTimeout(() => body.destroy(error), deadline);
  body.once("close", () => clearTimeout(timer));
}
