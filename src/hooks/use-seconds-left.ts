import { useEffect, useState } from "react";

/** The whole seconds until a moment, counting down; nothing where it is past, or none. */
export function useSecondsLeft(moment: Date | undefined): number | undefined {
  const [now, setNow] = useState(() => new Date());
  const isAhead = moment !== undefined && moment > now;
  useEffect(() => {
    if (!isAhead) return;
    const tick = () => setNow(new Date());
    // The clock stood still while nothing was counted.
    const first = setTimeout(tick);
    const timer = setInterval(tick, 1_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isAhead]);
  return isAhead ? Math.ceil((moment.getTime() - now.getTime()) / 1000) : undefined;
}
