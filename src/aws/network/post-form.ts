import { type Connection } from "./connection";
import { httpRequest } from "./http-request";
import { type NetworkCause, type NetworkFailure, networkFailureOf, networkFailureOfStatus } from "./network-failure";

/** A whole answer. */
export interface FormAnswer {
  readonly status: number;
  readonly body: string;
}

/** No answer to a form, or one that says that the server is not itself. */
export class PostFormError extends Error {
  override readonly name = "PostFormError";

  constructor(readonly failure: NetworkFailure) {
    super(`No answer to a form: ${failure.reason}`);
  }
}

const ATTEMPTS = 3;
/** What may be over with the next attempt. */
const PASSING: ReadonlySet<NetworkCause> = new Set(["throttled", "server-error", "connection-lost", "timeout"]);

/**
 * Posts a form and gives the answer. A server's error, a lost connection, a silent server and being throttled are tried
 * again, with the delays of the AWS SDK's standard retry mode, so the form must be one that may be sent twice.
 *
 * @throws PostFormError where no attempt gave an answer other than 429 and those from 500; it names neither URL nor form
 */
export async function postForm(url: URL, form: URLSearchParams, connection: Connection): Promise<FormAnswer> {
  const { StandardRetryStrategy } = connection.sdk["@smithy/core/retry"];
  const strategy = new StandardRetryStrategy(ATTEMPTS);
  let token = await strategy.acquireInitialRetryToken("");
  for (;;) {
    try {
      return await postOnce(url, form, connection);
    } catch (error) {
      const problem = error instanceof PostFormError ? error : new PostFormError(networkFailureOf(error));
      const { cause } = problem.failure;
      if (!PASSING.has(cause)) throw problem;
      const errorType = cause === "throttled" ? "THROTTLING" : "TRANSIENT";
      token = await strategy.refreshRetryTokenForRetry(token, { errorType }).catch(() => {
        throw problem;
      });
    }
  }
}

async function postOnce(url: URL, form: URLSearchParams, connection: Connection): Promise<FormAnswer> {
  const { response } = await connection.handle(httpRequest(connection.sdk, "POST", url, form));
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body) chunks.push(chunk);
  const status = response.statusCode;
  if (status === 429 || status >= 500) throw new PostFormError(networkFailureOfStatus(status));
  return { status, body: Buffer.concat(chunks).toString("utf8") };
}
