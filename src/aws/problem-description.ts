import { type Location } from "./shared-config/shared-config";

/** A problem in the user's words. */
export interface ProblemDescription {
  /** A few words in title case, for a toast or a list row. */
  readonly title: string;
  /** What is wrong, where, and what to do. */
  readonly sentence: string;
  readonly remedy: Remedy;
}

/** What the interface can offer beside the sentence. */
export type Remedy =
  | { readonly kind: "add-access-key"; readonly profile: string }
  | ({ readonly kind: "edit-config" } & Location)
  /** Other profiles to open instead. */
  | { readonly kind: "show-profiles"; readonly profiles: readonly string[] }
  | { readonly kind: "try-again" }
  | { readonly kind: "none" };

/** The remedy of what may be over by itself. */
export const TRY_AGAIN: Remedy = { kind: "try-again" };

/** The remedy of a place in a file. */
export function editConfig({ file, line }: Location): Remedy {
  return { kind: "edit-config", file, line };
}

/** A place in a file, in words. */
export function placeText({ file, line }: Location): string {
  return `${file}, line ${line}`;
}
