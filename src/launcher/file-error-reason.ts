const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ELOOP", "its links run in a circle"],
  ["ENAMETOOLONG", "its path is too long"],
  ["ENOTDIR", "a file is in its way"],
  ["EEXIST", "a file is in its way"],
  ["EROFS", "its disk is read-only"],
  ["ENOSPC", "its disk is full"],
]);

/** The system's code of an error (`ENOENT`), where it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Whether the system says with an error that there is no such file. */
export function isAbsence(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "");
}

/** Why the system refused something of a file, in a few words that fit in parentheses. */
export function fileErrorReason(error: unknown): string {
  const code = errorCode(error) ?? "unknown error";
  return REASONS.get(code) ?? code;
}
