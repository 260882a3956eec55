import { useNow } from "./use-now";

/** The whole seconds until a moment, counting down to nothing. */
export function useSecondsLeft(moment: Date | undefined): number | undefined {
  const now = useNow(1_000);
  const seconds = moment && Math.ceil((moment.getTime() - now.getTime()) / 1000);
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}
