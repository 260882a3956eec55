import { type NetworkFailure } from "../network/network-failure";

/** Why a console cannot be opened although there is a plan, or the chain is made. */
export type SignInProblem =
  | DestinationRefused
  | { readonly kind: "no-long-console"; readonly profile: string }
  | SignInRefused
  | { readonly kind: "session-of-user"; readonly profile: string }
  | BrowserUnavailable
  | {
      readonly kind: "sign-in-unreachable";
      readonly profile: string;
      readonly host: string;
      readonly failure: NetworkFailure;
    };

/** AWS exchanges the session for no sign-in token, and does not say why. */
export interface SignInRefused {
  readonly kind: "sign-in-refused";
  readonly profile: string;
  /** Whether this extension made the session, and not a file or a command gave it. */
  readonly isMadeHere: boolean;
}

/** The link is there, but the browser that was chosen did not take it. */
export interface BrowserUnavailable {
  readonly kind: "browser-unavailable";
  readonly profile: string;
  /** As the choice of browsers calls it. */
  readonly browser: string;
  readonly failure: BrowserFailure;
}

/** Why a browser did not open. Holds no address. */
export type BrowserFailure =
  /** It is not there, or not where it usually is. */
  | { readonly kind: "not-installed" }
  /** The profile or Space was removed; a browser would make an empty one in its place, or ask for another. */
  | { readonly kind: "profile-gone" }
  /** What starts it failed. */
  | { readonly kind: "not-opened"; readonly reason: string };

/** An address that is to be opened is not in the console of the profile's partition. */
export interface DestinationRefused {
  readonly kind: "destination-refused";
  readonly profile: string;
  /** Absent where the text is no address at all. */
  readonly host: string | undefined;
  /** What the host has to end with. */
  readonly consoleDomain: string;
}
