import { type Hop } from "../plan/chain-plan";

/** What is done on the road of a chain. */
export type ResolveProgress =
  /** A hop's call is made. */
  | { readonly kind: "hop"; readonly hop: Hop }
  /** Another command is making a session of the chain, or asking for its code. */
  | { readonly kind: "waiting-for-command" }
  /** The device's code was spent, so its next one is waited for; told every second. */
  | { readonly kind: "waiting-for-code"; readonly secondsLeft: number }
  /** The chain is made, and exchanged for a sign-in link. */
  | { readonly kind: "sign-in" };
