// eslint-disable-next-line no-control-regex -- they are ASCII too
const IS_ASCII = /^[\u0000-\u007f]*$/;

/** The words of a query, all of which are wanted, in any order. */
export function searchWords(query: string): readonly string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Whether a text has all words of a query, in any order. */
export function hasAllWords(query: string, text: string): boolean {
  const wanted = searchable(text);
  return searchWords(query).every((word) => wanted.includes(word));
}

/** Without case and accents: a text of a config may be typed in another form than it is searched in. */
export function searchable(text: string): string {
  // Nearly every text, and the rest takes long.
  if (IS_ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
