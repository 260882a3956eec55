/**
 * The time until a session ends, as short as a list row wants it. Minutes are rounded down: nobody should count on one
 * that has begun.
 *
 * @example
 * timeLeft(new Date("2026-01-01T13:05:00Z"), new Date("2026-01-01T12:00:00Z")); // "1 h 5 min"
 */
export function timeLeft(end: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
