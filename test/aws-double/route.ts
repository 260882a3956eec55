import { type Service } from "./fault";
import { formFields, type HttpRequest } from "./http-request";

interface Addressed {
  readonly service: Service;
  /** Of STS and sign-in the Action parameter, of the console the path. */
  readonly action: string;
  readonly parameters: URLSearchParams;
}

/** Which service a request is for. */
export type Route =
  | (Addressed & { readonly service: "sts" })
  | (Addressed & { readonly service: "signin" })
  | (Addressed & {
      readonly service: "console";
      /** The console URL that this page stands in for, with the host of the session in a multi-session browser. */
      readonly url: URL;
    });

/** Finds the service by path alone, so that any Host header will do; undefined for what no service answers. */
export function routeOf(request: HttpRequest): Route | undefined {
  const { method, path, query, search } = request;
  if (path === "/" && method === "POST") {
    const parameters = formFields(request);
    return { service: "sts", action: parameters.get("Action") ?? "", parameters };
  }
  if ((path === "/federation" && (method === "GET" || method === "POST")) || (path === "/oauth" && method === "GET")) {
    const parameters = formFields(request);
    return { service: "signin", action: parameters.get("Action") ?? "", parameters };
  }
  const [, host, pathname = "/"] = path.match(/^\/console\/([a-z0-9.-]+)(\/.*)?$/) ?? [];
  if (host === undefined || method !== "GET") return undefined;
  return {
    service: "console",
    action: pathname,
    parameters: query,
    url: new URL(`https://${host}${pathname}${search}`),
  };
}
