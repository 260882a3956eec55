/** Something in a config file that was read otherwise than its author may believe. Never contains a value of a secret. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number;
  /** What is wrong and what was done about it, in one sentence. */
  readonly message: string;
  /** What the user can do. */
  readonly hint: string;
}
