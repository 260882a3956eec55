import { type ChainPlan, type MfaDevice } from "../plan/chain-plan";

/** What of a console a code opens. */
export interface WantedConsole {
  /** What was chosen of it, such as its page and its region. */
  readonly words: readonly string[];
  /** Its own length in seconds; absent where it lasts as long as the credentials. */
  readonly seconds: number | undefined;
}

/** What a code is needed for. */
export interface MfaRequest {
  readonly device: MfaDevice;
  /** The chain that needs the code. */
  readonly plan: ChainPlan;
  /** The console that is opened with it; absent where only credentials are wanted. */
  readonly console?: WantedConsole;
  /** Until when the device may show a code that was sent already; absent where it shows a fresh one. */
  readonly freshAt: Date | undefined;
  /** Why a code is asked for although something else was to give it. */
  readonly notice?: string;
  /** To be called by a prompt that waits for a user, as often as it likes: opens the connection to AWS meanwhile. */
  readonly connect: () => void;
  /** Aborted where the code is wanted no longer: the prompt is to go away. */
  readonly signal: AbortSignal | undefined;
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
