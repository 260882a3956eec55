/**
 * A span of time in words as short as a list row wants them. Minutes are rounded down: nobody should count on one that has
 * begun.
 *
 * @example
 * durationText(5_430); // "1 h 30 min"
 */
export function durationText(seconds: number): string {
  const minutes = Math.max(0, Math.floor(seconds / 60));
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
