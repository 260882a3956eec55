import { type HttpRequest } from "@smithy/core/protocols";

/** A request as the SDK's handlers send it. What it needs of the SDK is loaded with the first one. */
export async function httpRequest(method: "GET" | "POST", url: URL, form?: URLSearchParams): Promise<HttpRequest> {
  const { HttpRequest } = await import("@smithy/core/protocols");
  const { protocol, hostname, port, host, pathname } = url;
  const body = form?.toString();
  return new HttpRequest({
    method,
    protocol,
    hostname,
    ...(port !== "" && { port: Number(port) }),
    path: pathname,
    headers: {
      host,
      ...(body !== undefined && {
        "content-type": "application/x-www-form-urlencoded; charset=utf-8",
        "content-length": String(Buffer.byteLength(body)),
      }),
    },
    body,
  });
}
