import { type SessionLocks } from "../src/aws/chain/resolve/session-lock";

/** Locks without a launcher: for everything that is given the same object. */
export function memoryLocks(): SessionLocks {
  const held = new Set<string>();
  return {
    tryAcquire: async (key) => {
      if (held.has(key)) return undefined;
      held.add(key);
      return async () => void held.delete(key);
    },
  };
}
