import { type ChainPlan, type MfaDevice } from "../plan/chain-plan";

/** What a code is needed for. */
export interface MfaRequest {
  readonly device: MfaDevice;
  /** The chain that needs the code. */
  readonly plan: ChainPlan;
  /** Why a code is asked for although something else was to give it. */
  readonly notice?: string;
}

/** Port: asks the user for a code. */
export interface MfaPrompt {
  /**
   * Gets codes from the user until `redeem` takes one, and gives back what it made.
   *
   * The prompt stays open while a code is tried. When `redeem` throws a problem that another code may mend, such as
   * `code-refused`, the prompt shows the reason and asks again, or lets the error through where nobody is there to ask.
   *
   * @throws CodeCancelled where the user gives up
   */
  redeemCode<T>(request: MfaRequest, redeem: (code: string) => Promise<T>): Promise<T>;
}

/**
 * The user closed the prompt, so nobody needs to be told. A code that was being tried may still be taken: the session it
 * makes is whole, and stored.
 */
export class CodeCancelled extends Error {
  override readonly name = "CodeCancelled";
}
