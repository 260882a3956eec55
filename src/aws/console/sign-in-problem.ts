import { type NetworkFailure } from "../network/network-failure";

/** Why the console cannot be opened although the chain is made. */
export type SignInProblem =
  | UserCannotSignIn
  | { readonly kind: "sign-in-refused"; readonly profile: string }
  | { readonly kind: "browser-unavailable"; readonly profile: string }
  | {
      readonly kind: "sign-in-unreachable";
      readonly profile: string;
      readonly host: string;
      readonly failure: NetworkFailure;
    };

/** AWS federates roles, not the sessions of IAM users. */
export interface UserCannotSignIn {
  readonly kind: "user-cannot-sign-in";
  readonly profile: string;
}
