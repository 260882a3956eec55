/**
 * The time of day as the user's system writes it.
 *
 * @example
 * clockTime(new Date(2026, 10, 23, 14, 5)); // "14:05", or "2:05 PM"
 */
export function clockTime(date: Date): string {
  return new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(date);
}
