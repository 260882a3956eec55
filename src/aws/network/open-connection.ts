import { type Connection } from "./connection";
import { httpRequest } from "./http-request";

/** The call that follows has deadlines of its own; this one is only to make it quicker and its signature right. */
const DEADLINE_MS = 2_000;

/**
 * Opens a connection to a host, by asking for nothing, so that the next call over the same {@link Connection} finds it open.
 *
 * @returns the host's time, as whole seconds
 * @throws Error where the host does not begin to answer in two seconds and end in two more, or does not say what time it has
 */
export async function openConnection(url: URL, connection: Connection): Promise<Date> {
  // No HEAD: servers that answer it with a body, as some do, would spoil the connection for the call to come.
  const request = httpRequest(connection.sdk, "GET", new URL("/", url));
  const { response } = await connection.handle(request, { requestTimeout: DEADLINE_MS });
  const timer = setTimeout(() => response.body.destroy(), DEADLINE_MS);
  // An answer that nobody reads to its end keeps the connection to itself.
  for await (const chunk of response.body) void chunk;
  clearTimeout(timer);
  const date = new Date(response.headers.date ?? "");
  if (Number.isNaN(date.getTime())) throw new Error("The host does not say what time it has.");
  return date;
}
