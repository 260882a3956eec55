import { createServer, type IncomingMessage, request as sendRequest, type ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import { type Duplex } from "node:stream";
import { createSecureContext } from "node:tls";
import { isAwsHost } from "./partition";
import { createTestCa } from "./test-ca";

/** What passed the proxy. What a request meant is in the calls of the stand-in, in the same order. */
export type ProxiedRequest =
  | { readonly kind: "forwarded"; readonly host: string; readonly method: string; readonly status: number }
  | { readonly kind: "refused"; readonly host: string };

/** A running proxy that leads unmodified AWS clients to the stand-in. */
export interface ConnectProxy {
  /** For HTTPS_PROXY. */
  readonly url: string;
  /** For AWS_CA_BUNDLE: the authority that signed the certificates of the AWS hosts. */
  readonly caFile: string;
  readonly requests: readonly ProxiedRequest[];
  close(): Promise<void>;
}

/**
 * Starts a proxy (§7.2 of the reference): it answers CONNECT to port 443 of AWS hosts only, ends TLS itself, and
 * forwards to `target` with the Host header unchanged, because the client's signature covers it.
 *
 * @param target URL of the stand-in.
 * @throws Error when the `openssl` program is missing.
 */
export async function startConnectProxy(target: string): Promise<ConnectProxy> {
  const ca = await createTestCa();
  const authority = await readFile(ca.certificateFile);
  const requests: ProxiedRequest[] = [];
  const tunnels = new Set<Duplex>();

  const inside = createTlsServer(
    {
      SNICallback: (host, done) => {
        ca.certificateFor(host).then(
          // A browser knows the authority by its public key alone, and has to be shown its certificate as well.
          ({ key, cert }) => done(null, createSecureContext({ key, cert: Buffer.concat([cert, authority]) })),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        );
      },
    },
    (incoming, response) => {
      forward(incoming, response, target, (status) => {
        const { method = "GET", headers } = incoming;
        requests.push({ kind: "forwarded", host: headers.host ?? "", method, status });
      });
    },
  );
  const outside = createServer((_request, response) => response.writeHead(405).end("Only CONNECT\n"));
  outside.on("connect", ({ url = "" }: IncomingMessage, tunnel: Duplex) => {
    const [host = "", port] = url.split(":");
    if (port !== "443" || !isAwsHost(host)) {
      requests.push({ kind: "refused", host: url });
      tunnel.end("HTTP/1.1 403 Forbidden\r\n\r\n");
      return;
    }
    tunnels.add(tunnel);
    // A client that gives up in the middle is its own business, not a crash of the proxy.
    tunnel.on("error", () => tunnel.destroy()).on("close", () => tunnels.delete(tunnel));
    tunnel.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    inside.emit("connection", tunnel);
  });

  await new Promise<void>((resolve) => outside.listen(0, "127.0.0.1", resolve));
  const address = outside.address();
  if (address === null || typeof address === "string") throw new Error("The proxy has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    caFile: ca.certificateFile,
    requests,
    close: async () => {
      for (const tunnel of tunnels) tunnel.destroy();
      outside.closeAllConnections();
      await new Promise((resolve) => outside.close(resolve));
      await ca.remove();
    },
  };
}

function forward(
  incoming: IncomingMessage,
  response: ServerResponse,
  target: string,
  report: (status: number) => void,
): void {
  const { method = "GET", url = "/", headers } = incoming;
  const outgoing = sendRequest(new URL(url, target), { method, headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    report(status);
    response.writeHead(status, answer.headers);
    answer.pipe(response);
  });
  // A connection that the stand-in drops must look dropped to the client, too.
  outgoing.on("error", () => {
    report(0);
    response.destroy();
  });
  incoming.pipe(outgoing);
}
