import { type HttpAnswer, redirectAnswer } from "./http-answer";
import { type HttpRequest } from "./http-request";

/** Whether a client only opens a connection and asks for the time: HEAD or GET of the bare root, which is no call. */
export function isConnectionProbe({ method, path, query }: HttpRequest): boolean {
  return (method === "HEAD" || method === "GET") && path === "/" && query.size === 0;
}

/** What AWS's query services answer to that: a redirect to the product's page (as seen in aws/aws-sdk-js-v3#3051). */
export function connectionProbeAnswer(): HttpAnswer {
  return redirectAnswer("https://aws.amazon.com/iam");
}
