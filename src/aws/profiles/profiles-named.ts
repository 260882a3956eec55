/**
 * The profiles that somebody may mean who typed a name: the one that is called so; else those that differ in upper and
 * lower case alone; else those that begin so. None or several: it cannot be told, and is not to be guessed.
 *
 * @example
 * profilesNamed("Demo-U", ["demo-user", "demo-role1"]); // ["demo-user"]
 */
export function profilesNamed(typed: string, names: readonly string[]): readonly string[] {
  if (names.includes(typed)) return [typed];
  const text = typed.trim().toLowerCase();
  if (text === "") return [];
  const equal = names.filter((name) => name.toLowerCase() === text);
  return equal.length > 0 ? equal : names.filter((name) => name.toLowerCase().startsWith(text));
}
