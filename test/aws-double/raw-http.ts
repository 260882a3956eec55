import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As much of it as arrived. */
  readonly body: string;
  /** Whether the whole body arrived that the headers announced. */
  readonly complete: boolean;
}

/**
 * Sends one request with nothing between the test and the connection: no redirects, no retries, no repairs.
 *
 * @throws Error of the socket when the connection fails or ends before an answer begins.
 */
export function askRaw(url: string, options: RequestOptions & { body?: URLSearchParams } = {}): Promise<RawAnswer> {
  const { body = "", ...rest } = options;
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, rest, (incoming) => {
      const { statusCode = 0, headers } = incoming;
      let text = "";
      incoming.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      // A body that is cut off is a finding, not a failure.
      incoming.on("error", () => undefined);
      incoming.on("close", () => resolve({ status: statusCode, headers, body: text, complete: incoming.complete }));
    });
    outgoing.on("error", reject).end(String(body));
  });
}
