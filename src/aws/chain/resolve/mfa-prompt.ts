import { mayHaveArrived } from "../../network/network-failure";
import { isProblem } from "../../problem";
import { type ChainPlan, type MfaDevice } from "../plan/chain-plan";

/** What a code is needed for. */
export interface MfaRequest {
  readonly device: MfaDevice;
  /** The chain that needs the code. */
  readonly plan: ChainPlan;
  /** Until when the device shows a code that was sent already; absent where it shows a fresh one. */
  readonly freshAt: Date | undefined;
  /** Why a code is asked for although something else was to give it. */
  readonly notice?: string;
  /** To be called by a prompt that waits for a user, as often as it likes: opens the connection to AWS meanwhile. */
  readonly connect: () => void;
}

/** Port: asks the user for a code. */
export interface MfaPrompt {
  /**
   * Gets codes from the user until `redeem` takes one, and gives back what it made.
   *
   * The prompt stays open while a code is tried. When `redeem` throws what {@link isMendedByNextCode}, the prompt shows
   * the reason and asks again, or lets the error through where nobody is there to ask.
   *
   * @throws OpeningCancelled where the user gives up
   */
  redeemCode<T>(request: MfaRequest, redeem: (code: string) => Promise<T>): Promise<T>;
}

/**
 * The user closed the prompt, so nobody needs to be told. A code that was being tried may still be taken: the session it
 * makes is whole, and stored.
 */
export class OpeningCancelled extends Error {
  override readonly name = "OpeningCancelled";
}

/** What the next code may mend: the code itself was at fault, or what was has been put right and only the code is gone. */
const MENDED_BY_NEXT_CODE = [
  "code-refused",
  "code-spent",
  "clock-skew",
  "duration-refused",
  "region-disabled",
  "sts-throttled",
  "sts-unreachable",
] as const;

/** What comes before any call: the code has not been sent. */
const BEFORE_ANY_CALL = [
  "no-access-key",
  "process-failed",
  "key-store-unavailable",
  "broken-proxy",
  "ca-bundle-unreadable",
] as const;

/** Whether a code that was tried can be tried again after this error, for it certainly never reached AWS. */
export function isCodeUnsent(error: unknown): boolean {
  if (isProblem(error, "sts-unreachable")) return !mayHaveArrived(error.problem.failure);
  return BEFORE_ANY_CALL.some((kind) => isProblem(error, kind));
}

/** Whether a prompt should stay for another try after this error. */
export function isMendedByNextCode(error: unknown): boolean {
  return MENDED_BY_NEXT_CODE.some((kind) => isProblem(error, kind));
}
