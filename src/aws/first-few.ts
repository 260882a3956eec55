/** More are not read. */
const MOST = 6;

/**
 * A list in words, as long as a sentence has room for it.
 *
 * @example
 * firstFew(names); // "a, b, c, d, e, f and 12 more"
 */
export function firstFew(texts: readonly string[]): string {
  const more = texts.length - MOST;
  return `${texts.slice(0, MOST).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
