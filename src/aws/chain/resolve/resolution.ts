import { type Credentials } from "../../credentials";
import { type Location } from "../../shared-config/shared-config";

/** What resolving a chain gives. */
export interface Resolution {
  readonly credentials: Credentials;
  /** Whether they were there before: nothing had to be made. */
  readonly isReused: boolean;
  /** What went otherwise than planned, though it went. */
  readonly notes: readonly ResolutionNote[];
}

/** Something to tell the user beside a success. */
export type ResolutionNote =
  /** The role's maximum is shorter than `duration_seconds` asks; the location is that of `duration_seconds`. */
  | ({
      readonly kind: "duration-lowered";
      readonly roleProfile: string;
      readonly askedSeconds: number;
      readonly givenSeconds: number;
    } & Location)
  /** STS is not active in the region for the account, so another region's endpoint was asked. */
  | { readonly kind: "region-replaced"; readonly region: string; readonly used: string }
  /** This machine's clock is off, by so many milliseconds behind AWS's (negative: ahead). */
  | { readonly kind: "clock-corrected"; readonly behindMs: number }
  /** Sign-in refused the session for its `duration_seconds`, so it was made for an hour; the location is that setting's. */
  | ({ readonly kind: "duration-left-out"; readonly roleProfile: string; readonly askedSeconds: number } & Location)
  /** Sign-in refused a console of its own length, so it lasts as long as the credentials. */
  | { readonly kind: "console-shortened" }
  /** The store did not take a session: it serves now, and has to be made again next time. */
  | { readonly kind: "session-not-kept" };
