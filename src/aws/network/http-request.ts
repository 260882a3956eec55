import { type HttpRequest } from "@smithy/core/protocols";
import { type AwsSdk } from "../aws-sdk";

/** A request as the SDK's handlers send it. */
export function httpRequest(sdk: AwsSdk, method: "GET" | "POST", url: URL, form?: URLSearchParams): HttpRequest {
  const { HttpRequest } = sdk["@smithy/core/protocols"];
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
