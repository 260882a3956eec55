import { type IncomingMessage } from "node:http";

/** A request that arrived completely. */
export interface HttpRequest {
  readonly method: string;
  /** The Host header: what the client believes to talk to, and what it signed. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** The query as it was written, with its question mark; empty without one. */
  readonly search: string;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

export async function readRequest(incoming: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  const headers = new Map(
    Object.entries(incoming.headers).map(([name, value]): [string, string] => [name, String(value)]),
  );
  const { pathname, search, searchParams } = new URL(incoming.url ?? "/", "http://any");
  return {
    method: incoming.method ?? "GET",
    host: headers.get("host") ?? "",
    path: pathname,
    query: searchParams,
    search,
    headers,
    body: Buffer.concat(chunks),
  };
}

/** The fields of a form, sent in the body of a POST or in the query of a GET. */
export function formFields({ method, query, body }: HttpRequest): URLSearchParams {
  return method === "POST" ? new URLSearchParams(body.toString("utf8")) : query;
}
