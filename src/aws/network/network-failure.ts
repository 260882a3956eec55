import { ProxyError } from "./proxy-error";

/**
 * Why a call has no answer of AWS. In the first four cases nothing of the request was sent.
 *
 * - `no-connection`: the host, or the network before it, takes no connection, or none that is encrypted
 * - `timeout`: a connection was made, but no whole answer came in time
 * - `connection-lost`: it was dropped before the answer was whole
 * - `throttled`: HTTP 429, too many calls
 * - `server-error`: HTTP 5xx, of AWS or of a gateway before it
 * - `unreadable-answer`: something else answered, such as a captive portal
 */
export type NetworkCause =
  | "host-not-found"
  | "no-connection"
  | "certificate"
  | "proxy"
  | "timeout"
  | "connection-lost"
  | "throttled"
  | "server-error"
  | "unreadable-answer";

export interface NetworkFailure {
  readonly cause: NetworkCause;
  /** The system's code, the HTTP status or what was wrong with the answer. Fits in parentheses; harmless to show. */
  readonly reason: string;
}

const NOT_FOUND = /^(ENOTFOUND|EAI_\w+)$/;
const NOT_CONNECTED = /^(ECONNREFUSED|E(NET|HOST)(UNREACH|DOWN)|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/;
const LATE = /^(ETIMEDOUT|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/;
const LOST =
  /^(ECONNRESET|ECONNABORTED|ENETRESET|EPIPE|E(NET|HOST)(UNREACH|DOWN)|UND_ERR_SOCKET|ERR_STREAM_PREMATURE_CLOSE|HPE_INVALID_EOF_STATE)$/;
/** What goes wrong on a connection that is encrypted already; every other fault of TLS comes before. */
const DAMAGED = /BAD_RECORD_MAC|DECRYPTION_FAILED|BAD_DECRYPT/;
/** OpenSSL's names for what is wrong with a certificate (Node.js, "X509 certificate error codes"), and Node's own. */
const NOT_TRUSTED =
  /^(CERT_|UNABLE_TO_|CRL_|ERROR_IN_C|ERR_TLS_CERT_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|INVALID_(CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$)/;
const NOT_ENCRYPTED = /^(EPROTO|ERR_SSL_\w+|ERR_TLS_\w+)$/;
const NOT_HTTP = /^HPE_/;

const CONNECTING_TOO_LONG = "ETIMEDOUT while connecting";

/**
 * Names the failure behind what `node:http`, `fetch` or the AWS SDK throws. Errors are told by their codes; texts are
 * read only where the code is missing or says too little, and never passed on.
 */
export function networkFailureOf(error: unknown): NetworkFailure {
  const causes = chainOf(error);
  for (const cause of causes) {
    const failure = failureOfOne(cause);
    if (failure) return failure;
  }
  const status = causes.map(statusOf).find((found) => found !== undefined);
  if (status !== undefined) return networkFailureOfStatus(status);
  return { cause: "unreadable-answer", reason: error instanceof Error ? error.name : "unknown" };
}

/** Names the failure that an HTTP status stands for where AWS's own answer was expected. */
export function networkFailureOfStatus(status: number): NetworkFailure {
  const reason = `HTTP ${status}`;
  if (status === 407) return { cause: "proxy", reason };
  if (status === 429) return { cause: "throttled", reason };
  return { cause: status >= 500 ? "server-error" : "unreadable-answer", reason };
}

/**
 * Whether AWS may have done what was asked, though no answer tells. If not, an MFA code in the request is unspent. In
 * doubt it may.
 */
export function mayHaveArrived({ cause, reason }: NetworkFailure): boolean {
  switch (cause) {
    case "no-connection":
      // The same codes tell of a handshake that failed and of something foreign between two encrypted records.
      return NOT_ENCRYPTED.test(reason);
    case "host-not-found":
    case "certificate":
    case "proxy":
      return false;
    case "timeout":
    case "connection-lost":
    case "throttled":
    case "server-error":
    case "unreadable-answer":
      return true;
  }
}

/** An error and those behind it, outermost first: `fetch` hides the system's error, several addresses give several. */
function chainOf(error: unknown, depth = 0): readonly object[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
  const behind = first ?? ("cause" in error ? error.cause : undefined);
  // The error of one address says more than that of all together.
  return first === undefined ? [error, ...chainOf(behind, depth + 1)] : [...chainOf(first, depth + 1), error];
}

function failureOfOne(error: object): NetworkFailure | undefined {
  if (error instanceof ProxyError) return { cause: "proxy", reason: error.reason };
  const code = textOf(error, "code");
  const message = textOf(error, "message") ?? "";
  if (code === undefined) return textOf(error, "name") === "TimeoutError" ? lateness(message) : undefined;
  const isConnecting = textOf(error, "syscall") === "connect";
  const isUnderWay = !isConnecting && textOf(error, "syscall") !== undefined;

  if (NOT_FOUND.test(code)) return { cause: "host-not-found", reason: code };
  if (NOT_TRUSTED.test(code)) return { cause: "certificate", reason: code };
  if (isConnecting && LATE.test(code)) return { cause: "no-connection", reason: CONNECTING_TOO_LONG };
  if (isConnecting || (NOT_CONNECTED.test(code) && !isUnderWay)) return { cause: "no-connection", reason: code };
  // Node's text for a connection that ended before it was encrypted.
  if (/before secure TLS connection/.test(message)) return { cause: "no-connection", reason: code };
  if (LATE.test(code)) return { cause: "timeout", reason: code };
  if (LOST.test(code) || DAMAGED.test(code)) return { cause: "connection-lost", reason: code };
  if (NOT_ENCRYPTED.test(code)) return { cause: "no-connection", reason: code };
  if (NOT_HTTP.test(code)) return { cause: "unreadable-answer", reason: code };
  return undefined;
}

/** The SDK's deadline for connecting differs from its others only in its text (`@smithy/node-http-handler`). */
function lateness(message: string): NetworkFailure {
  return /did not establish a connection/.test(message)
    ? { cause: "no-connection", reason: CONNECTING_TOO_LONG }
    : { cause: "timeout", reason: "ETIMEDOUT" };
}

/** The HTTP status in the SDK's `$metadata`, which its errors carry once there was an answer. */
function statusOf(error: object): number | undefined {
  const metadata = "$metadata" in error ? error.$metadata : undefined;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}

function textOf(error: object, property: "code" | "message" | "name" | "syscall"): string | undefined {
  const value: unknown = property in error ? Reflect.get(error, property) : undefined;
  return typeof value === "string" ? value : undefined;
}
