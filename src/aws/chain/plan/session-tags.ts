/** A session tag, which a role's trust policy and the policies behind it can ask for. */
export interface SessionTag {
  readonly key: string;
  readonly value: string;
}

/** What a session may be tagged with (STS API Reference, "AssumeRole" and "Tag"). */
const MOST_TAGS = 50;
const LONGEST_KEY = 128;
const LONGEST_VALUE = 256;

/**
 * Reads aws-vault's `session_tags = team=blue,cost-center=a=1`: pairs parted by commas, key and value at the first `=`.
 * Of two pairs with the same key the later counts.
 *
 * @returns nothing where a part is no pair, as it is for aws-vault, or where STS would refuse the tags: too many, too
 *   long, or with keys that differ in case only
 */
export function parseSessionTags(text: string): readonly SessionTag[] | undefined {
  const tags = new Map<string, string>();
  for (const part of text.split(",")) {
    const separator = part.indexOf("=");
    const key = part.slice(0, Math.max(separator, 0)).trim();
    if (key === "") return undefined;
    tags.set(key, part.slice(separator + 1).trim());
  }
  const lowerCaseKeys = new Set(Array.from(tags.keys(), (key) => key.toLowerCase()));
  const areTooLong = [...tags].some(([key, value]) => key.length > LONGEST_KEY || value.length > LONGEST_VALUE);
  if (tags.size > MOST_TAGS || lowerCaseKeys.size < tags.size || areTooLong) return undefined;
  return Array.from(tags, ([key, value]) => ({ key, value }));
}

/** Reads aws-vault's `transitive_session_tags = team,cost-center`: keys of tags that later roles of a chain keep. */
export function parseTagKeys(text = ""): readonly string[] {
  if (text === "") return [];
  return text
    .split(",")
    .map((key) => key.trim())
    .filter((key) => key !== "");
}
