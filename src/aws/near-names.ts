const MOST = 5;

/**
 * The names that somebody may have meant who wrote another one, the likeliest first: those that it is a part of or that
 * are a part of it, and those that few letters tell from it, whatever the case.
 *
 * @example
 * nearNames("demo-rol2", ["demo-role1", "demo-role2", "prod"]); // ["demo-role2", "demo-role1"]
 */
export function nearNames(written: string, names: readonly string[]): readonly string[] {
  const wanted = written.toLowerCase();
  const near = names.flatMap((name) => {
    const candidate = name.toLowerCase();
    const distance = editDistance(wanted, candidate);
    const isPart = wanted !== "" && (candidate.includes(wanted) || wanted.includes(candidate));
    return isPart || distance <= Math.max(1, wanted.length / 3) ? [{ name, distance }] : [];
  });
  const ranked = near.toSorted((one, other) => one.distance - other.distance);
  return ranked.slice(0, MOST).map(({ name }) => name);
}

/** Levenshtein's: how many letters have to be put in, taken out or replaced. */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const replaced = (row[column] ?? 0) + Number(letter !== otherLetter);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
