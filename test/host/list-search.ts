/** Whether the title or a keyword contains every word of the query, whatever the case and the accents. */
export function matchesSearch(query: string, title: string, keywords: readonly string[]): boolean {
  const haystack = [title, ...keywords].map(folded);
  const words = folded(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  return words.every((word) => haystack.some((text) => text.includes(word)));
}

function folded(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
