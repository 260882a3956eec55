// Made once: a list of sessions would spend more on making them than on everything else.
const TIME = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DAY_AND_TIME = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "numeric", minute: "2-digit" });

/**
 * The time of day as the user's system writes it, with its day where that is not today: a session of 12 hours ends
 * tomorrow, and 02:14 alone would be read as past.
 *
 * @example
 * clockTime(new Date(2026, 10, 26, 14, 5), new Date(2026, 10, 26, 9, 0)); // "14:05", or "2:05 PM"
 * clockTime(new Date(2026, 10, 26, 2, 14), new Date(2026, 10, 25, 14, 14)); // "Thu 02:14"
 */
export function clockTime(date: Date, now: Date): string {
  const isToday = date.toDateString() === now.toDateString();
  return (isToday ? TIME : DAY_AND_TIME).format(date);
}
