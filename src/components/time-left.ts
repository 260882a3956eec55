import { durationText } from "../aws/duration-text";

/**
 * The time until a session ends.
 *
 * @example
 * timeLeft(new Date("2026-01-01T13:05:00Z"), new Date("2026-01-01T12:00:00Z")); // "1 h 5 min"
 */
export function timeLeft(end: Date, now: Date): string {
  return durationText((end.getTime() - now.getTime()) / 1000);
}
