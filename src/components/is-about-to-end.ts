/** Long enough to end what is being done, or to enter a code. */
const WARNING_MS = 10 * 60 * 1000;

/** Whether a session is in its last ten minutes. */
export function isAboutToEnd(end: Date, now: Date): boolean {
  return end.getTime() - now.getTime() <= WARNING_MS;
}
