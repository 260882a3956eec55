const NOBODY = 65_534;

/**
 * Does something as a user to whom file modes apply, since they do not to root, as whom CI runs. Elsewhere it is done as
 * the user who runs the tests.
 */
export async function withoutPrivileges<T>(action: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return await action();
  } finally {
    process.seteuid?.(0);
  }
}
