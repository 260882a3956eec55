import { useState } from "react";

/**
 * Tells whether an action is under way. A command of the menu bar that says it is loading meanwhile is not unloaded when
 * its menu closes, which a click does.
 */
export function useBusy(): {
  readonly isBusy: boolean;
  readonly whileBusy: (action: () => Promise<void>) => Promise<void>;
} {
  const [running, setRunning] = useState(0);
  return {
    isBusy: running > 0,
    async whileBusy(action) {
      setRunning((count) => count + 1);
      try {
        await action();
      } finally {
        setRunning((count) => count - 1);
      }
    },
  };
}
