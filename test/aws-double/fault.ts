import { type HttpAnswer, htmlAnswer } from "./http-answer";
import { stsRefusal } from "./sts-answer";
import { StsError } from "./sts-error";

/** The services of the stand-in. */
export type Service = "sts" | "signin" | "console";

/**
 * How a call fails. "throttle" and "500" are answers of STS; "html-503" is the page of a gateway; "reset" drops the
 * connection before the call is made; "lost-reply" makes the call and drops the connection instead of answering; "hang"
 * keeps the connection open and never answers.
 */
export type FaultKind = "throttle" | "500" | "html-503" | "reset" | "lost-reply" | "hang";

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

/** The answer of a fault that answers; undefined for one that drops the connection. */
export function faultAnswer(kind: FaultKind): HttpAnswer | undefined {
  switch (kind) {
    case "throttle":
      return stsRefusal(new StsError("Throttling", "Rate exceeded"));
    case "500":
      return stsRefusal(
        new StsError("InternalFailure", "The request processing has failed because of an unknown error."),
      );
    case "html-503":
      return htmlAnswer(503, "<html><body><h1>503 Service Unavailable</h1></body></html>\n", "503");
    case "reset":
    case "lost-reply":
    case "hang":
      return undefined;
  }
}
