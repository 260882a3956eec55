import { createHash, createHmac } from "node:crypto";
import { secondsAfter } from "./clock";
import { StsError } from "./sts-error";

/** The parts of an HTTP request that Signature Version 4 covers. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** What a request claims in its Authorization header. */
export interface Authorization {
  readonly accessKeyId: string;
  /** Of the credential scope: YYYYMMDD. */
  readonly day: string;
  readonly region: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** When the client says it signed: YYYYMMDD'T'HHMMSS'Z'. */
  readonly timestamp: string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const ALLOWED_SKEW_MINUTES = 15;

/**
 * Reads the Authorization header.
 *
 * @throws StsError MissingAuthenticationToken without one; IncompleteSignature when a part is missing;
 *   SignatureDoesNotMatch when its scope is not STS or leaves out a header that must be signed (rule 1).
 */
export function readAuthorization(request: SignedRequest): Authorization {
  const header = request.headers.get("authorization");
  if (header === undefined) {
    throw new StsError("MissingAuthenticationToken", "Request is missing Authentication Token");
  }
  if (!header.startsWith(`${ALGORITHM} `)) {
    throw new StsError("IncompleteSignature", `Unsupported authorization algorithm. Authorization=${header}`);
  }
  const parts = new Map(
    header
      .slice(ALGORITHM.length)
      .split(",")
      .map((part): [string, string] => {
        const [name = "", ...value] = part.trim().split("=");
        return [name, value.join("=")];
      }),
  );
  const credential = parts.get("Credential");
  const signature = parts.get("Signature");
  const signedHeaders = parts.get("SignedHeaders");
  const timestamp = request.headers.get("x-amz-date");
  if (!credential || !signature || !signedHeaders || !timestamp) {
    const absent = Object.entries({ Credential: credential, Signature: signature, SignedHeaders: signedHeaders })
      .filter(([, value]) => !value)
      .map(([name]) => `Authorization header requires '${name}' parameter. `);
    if (!timestamp)
      absent.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
    throw new StsError("IncompleteSignature", `${absent.join("")}Authorization=${ALGORITHM}`);
  }
  const [accessKeyId, day, region, service, terminator, ...rest] = credential.split("/");
  if (!accessKeyId || !day || !region || !service || terminator !== "aws4_request" || rest.length > 0) {
    throw new StsError("IncompleteSignature", "Credential must have exactly 5 slash-delimited elements");
  }
  if (service !== "sts") {
    throw new StsError("SignatureDoesNotMatch", "Credential should be scoped to correct service: 'sts'. ");
  }
  const authorization = { accessKeyId, day, region, signedHeaders: signedHeaders.split(";"), signature, timestamp };
  refuseUnsignedHeaders(request, authorization);
  return authorization;
}

/** Without this, a host or a session token could be exchanged under a valid signature. */
function refuseUnsignedHeaders(request: SignedRequest, { signedHeaders }: Authorization): void {
  const mustBeSigned = ["host", ...[...request.headers.keys()].filter((name) => name.startsWith("x-amz-"))];
  const unsigned = mustBeSigned.find((name) => !signedHeaders.includes(name));
  if (unsigned !== undefined) {
    throw new StsError("SignatureDoesNotMatch", `'${unsigned}' must be a 'SignedHeader' in the AWS Authorization.`);
  }
}

/**
 * Refuses a signature made more than 15 minutes before or after `now` (rule 2).
 *
 * @throws StsError SignatureDoesNotMatch; IncompleteSignature when the timestamp is no timestamp.
 */
export function verifyTimestamp({ timestamp, day }: Authorization, now: Date): void {
  const signedAt = parseTimestamp(timestamp);
  if (!signedAt) {
    throw new StsError("IncompleteSignature", `Date must be in ISO-8601 'basic format'. Got '${timestamp}'.`);
  }
  if (!timestamp.startsWith(day)) {
    throw new StsError(
      "SignatureDoesNotMatch",
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${day}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`,
    );
  }
  const oldest = secondsAfter(now, -ALLOWED_SKEW_MINUTES * 60);
  const newest = secondsAfter(now, ALLOWED_SKEW_MINUTES * 60);
  if (signedAt < oldest) {
    throw new StsError(
      "SignatureDoesNotMatch",
      `Signature expired: ${timestamp} is now earlier than ${formatTimestamp(oldest)} (${formatTimestamp(now)} - ${ALLOWED_SKEW_MINUTES} min.)`,
    );
  }
  if (signedAt > newest) {
    throw new StsError(
      "SignatureDoesNotMatch",
      `Signature not yet current: ${timestamp} is still later than ${formatTimestamp(newest)} (${formatTimestamp(now)} + ${ALLOWED_SKEW_MINUTES} min.)`,
    );
  }
}

/**
 * Computes the signature anew, as "Create a signed AWS API request" of the IAM guide describes it, and compares.
 *
 * @throws StsError SignatureDoesNotMatch (rule 1).
 */
export function verifySignature(request: SignedRequest, authorization: Authorization, secretAccessKey: string): void {
  const scope = [authorization.day, authorization.region, "sts", "aws4_request"];
  const stringToSign = [
    ALGORITHM,
    authorization.timestamp,
    scope.join("/"),
    sha256(canonicalRequest(request, authorization.signedHeaders)),
  ].join("\n");
  const signingKey = scope.reduce(hmac, Buffer.from(`AWS4${secretAccessKey}`));
  if (hmac(signingKey, stringToSign).toString("hex") !== authorization.signature) {
    throw new StsError(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
}

function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const headers = signedHeaders.map((name) => `${name}:${request.headers.get(name)?.trim().replace(/ +/g, " ") ?? ""}`);
  const query = [...request.query].map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`).sort();
  return [
    request.method,
    request.path,
    query.join("&"),
    ...headers,
    "",
    signedHeaders.join(";"),
    sha256(request.body),
  ].join("\n");
}

function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}

function parseTimestamp(timestamp: string): Date | undefined {
  const iso = timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  const date = new Date(iso);
  return iso === timestamp || Number.isNaN(date.getTime()) ? undefined : date;
}

function formatTimestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
}
