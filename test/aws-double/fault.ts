import { type HttpAnswer, htmlAnswer } from "./http-answer";
import { stsRefusal } from "./sts-answer";
import { StsError } from "./sts-error";
import { tomcatErrorPage } from "./tomcat-error-page";

/** The services of the stand-in. */
export type Service = "sts" | "signin" | "console";

/**
 * How a call fails:
 * - "throttle" and "500" are refusals in the shape of the service;
 * - "html-503" is the page of a gateway;
 * - "reset" drops the connection before the call is made;
 * - "lost-reply" makes the call and drops the connection instead of answering;
 * - "truncated" makes the call, announces the whole answer, and drops the connection after half of the body;
 * - "wrong-content-type" makes the call and answers 200 with the HTML login page of a captive portal;
 * - "hang" keeps the connection open and never answers.
 */
export type FaultKind =
  "throttle" | "500" | "html-503" | "reset" | "lost-reply" | "truncated" | "wrong-content-type" | "hang";

/** Calls that are to fail (rule 11). Without `action` every action of the service; `times` defaults to 1. */
export interface Fault {
  readonly service: Service;
  readonly action?: string;
  readonly times?: number;
  readonly as: FaultKind;
}

/** Faults waiting for their calls, first come first served. */
export class Faults {
  #pending: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  /** Drops those that have not hit. */
  clear(): void {
    this.#pending = [];
  }

  /** The fault that hits this call, which is then used up by one. */
  take(service: Service, action: string): FaultKind | undefined {
    const hit = this.#pending.find(
      ({ fault }) => fault.service === service && (fault.action === undefined || fault.action === action),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return hit.fault.as;
  }
}

/** Whether a call that fails so is made nevertheless: codes are spent, and sessions exist that nobody was told of. */
export function isCallMade(kind: FaultKind): boolean {
  return kind === "lost-reply" || kind === "truncated" || kind === "wrong-content-type";
}

/**
 * The answer of a fault, undefined for one that does not answer.
 *
 * @param made What the service answered, when the call was made.
 */
export function faultAnswer(kind: FaultKind, service: Service, made: HttpAnswer | undefined): HttpAnswer | undefined {
  switch (kind) {
    case "throttle":
      return service === "sts"
        ? stsRefusal(new StsError("Throttling", "Rate exceeded"))
        : tomcatErrorPage(429, "Too Many Requests");
    case "500":
      return service === "sts"
        ? stsRefusal(new StsError("InternalFailure", "The request processing has failed because of an unknown error."))
        : tomcatErrorPage(500, "Internal Server Error");
    case "html-503":
      return htmlAnswer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>\n", "503");
    case "truncated":
      return made;
    case "wrong-content-type":
      return htmlAnswer(200, CAPTIVE_PORTAL, "wrong-content-type");
    case "reset":
    case "lost-reply":
    case "hang":
      return undefined;
  }
}

const CAPTIVE_PORTAL = `<!doctype html>
<html>
  <head><title>Log in to the guest network</title></head>
  <body>
    <form action="/login" method="post"><input name="room"><button>Log in</button></form>
  </body>
</html>
`;
