/**
 * Something in a config file, or in the environment beside it, that was read otherwise than its author may believe. Never
 * contains a value of a secret.
 */
export interface Diagnostic {
  /** An error was left out or cannot work; a warning was read, but some other tool reads it otherwise. */
  readonly severity: "error" | "warning";
  /** Absent where it is about an environment variable. */
  readonly file?: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** The environment variable it is about; absent where it is about a file. */
  readonly variable?: string;
  /** The profile it is about, where it is about one. */
  readonly profile?: string;
  /** What is wrong and what was done about it, in one sentence. */
  readonly message: string;
  /** What the user can do. */
  readonly hint: string;
}

/** Where it is, as a message says it. */
export function diagnosticPlace({ file, line, variable }: Diagnostic): string {
  const place = file ?? variable ?? "";
  return line === undefined ? place : `${place}, line ${line}`;
}

/** Everything that a diagnostic is found by. */
export function diagnosticText(diagnostic: Diagnostic): string {
  const { profile = "", message, hint } = diagnostic;
  return [diagnosticPlace(diagnostic), profile, message, hint].join(" ");
}
