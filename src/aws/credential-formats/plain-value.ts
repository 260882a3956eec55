const PLAIN = /^[A-Za-z0-9+/=._:-]+$/;

/**
 * Whether a value means itself without quotes in every shell and in every file of settings. Keys, tokens, times and
 * regions as AWS makes them do.
 */
export function isPlainValue(value: string): boolean {
  return PLAIN.test(value);
}
