import { ProblemError } from "../problem";

/** A format has no spelling for a part of the credentials. Never quotes it: it may be a secret. */
export interface UnwritableCredentials {
  readonly kind: "unwritable-credentials";
  readonly profile: string;
  /** The format's title. */
  readonly format: string;
  /** Whose value has no spelling, such as `AWS_SESSION_TOKEN`. */
  readonly part: string;
}

/**
 * Makes sure that a format can spell every part.
 *
 * @throws ProblemError `unwritable-credentials`
 */
export function requireWritable(
  parts: readonly (readonly [part: string, value: string])[],
  isWritable: (value: string) => boolean,
  { profile, format }: Pick<UnwritableCredentials, "profile" | "format">,
): void {
  const unwritable = parts.find(([, value]) => !isWritable(value));
  if (unwritable) throw new ProblemError({ kind: "unwritable-credentials", profile, format, part: unwritable[0] });
}
