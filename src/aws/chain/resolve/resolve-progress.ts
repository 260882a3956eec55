import { type Hop, type MfaDevice } from "../plan/chain-plan";

/** What is done on the road of a chain. */
export type ResolveProgress =
  /** A hop's call is made. */
  | { readonly kind: "hop"; readonly hop: Hop }
  /** Another command is making a session of the chain, or asking for its code. */
  | { readonly kind: "waiting-for-command" }
  /** The user is asked for a code, the first or the next. */
  | { readonly kind: "waiting-for-user"; readonly device: MfaDevice }
  /** The code that a command gave was spent, so the device's next one is waited for; told every second. */
  | { readonly kind: "waiting-for-next-code"; readonly secondsLeft: number }
  /** The chain is made, and exchanged for a sign-in link. */
  | { readonly kind: "sign-in" };
