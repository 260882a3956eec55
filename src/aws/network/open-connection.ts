import { type HttpHandler } from "@smithy/core/protocols";

/**
 * Opens the connection to a host that a later call over the same handler will find open, by asking for nothing.
 *
 * @returns the host's time, as whole seconds
 * @throws Error where the host does not answer, or does not say what time it has
 */
export async function openConnection(url: URL, handler: Pick<HttpHandler, "handle">): Promise<Date> {
  const { HttpRequest } = await import("@smithy/core/protocols");
  const { protocol, hostname, port, host } = url;
  const request = new HttpRequest({
    method: "HEAD",
    protocol,
    hostname,
    ...(port !== "" && { port: Number(port) }),
    path: "/",
    headers: { host },
  });
  const { response } = await handler.handle(request);
  // An answer that nobody reads to its end keeps the connection to itself.
  for await (const chunk of response.body) void chunk;
  const date = new Date(response.headers.date ?? "");
  if (Number.isNaN(date.getTime())) throw new Error("The host does not say what time it has.");
  return date;
}
