/** Something in a config file that was read otherwise than its author may believe. Never contains a value of a secret. */
export interface Diagnostic {
  /** An error was left out or cannot work; a warning was read, but some other tool reads it otherwise. */
  readonly severity: "error" | "warning";
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** The profile it is about, where it is about one. */
  readonly profile?: string;
  /** What is wrong and what was done about it, in one sentence. */
  readonly message: string;
  /** What the user can do. */
  readonly hint: string;
}
