import { accountOf } from "./chain/plan/account-of";
import { openedRole } from "./chain/plan/chain-plan";
import { type ProfileEntry } from "./profile-list";
import { type ProfileMemory } from "./profile-memory";

/** Entries made ready to be searched: once, not with each letter. */
export type ProfileIndex = readonly IndexedProfile[];

interface IndexedProfile {
  readonly entry: ProfileEntry;
  readonly name: string;
  readonly wordsOfName: readonly string[];
  /** The name and everything else that a profile is found by. */
  readonly text: string;
}

/** Indexes entries by name, account id and alias, role and region. */
export function indexProfiles(
  entries: readonly ProfileEntry[],
  { aliases }: Pick<ProfileMemory, "aliases">,
): ProfileIndex {
  return entries.map((entry) => {
    const name = searchable(entry.name);
    const text = [name, ...factsOf(entry, aliases).map(searchable)].join("\n");
    return { entry, name, wordsOfName: name.split(/[^\p{L}\p{N}]+/u), text };
  });
}

/**
 * The profiles that a text may mean, the best match first: what is called exactly so, what begins with it, what has its
 * words as beginnings of words, then within its name, then in anything else that is known of it. The words may come in any
 * order. Alike matches keep their order.
 *
 * @param query as typed; blank for all
 * @example
 * findProfiles("role2 333", index); // demo-role2 in account 333333333333
 */
export function findProfiles(query: string, index: ProfileIndex): readonly ProfileEntry[] {
  const words = searchWords(query);
  if (words.length === 0) return index.map(({ entry }) => entry);
  const ranked = index.flatMap((profile) => {
    const rank = rankOf(words, profile);
    return rank === undefined ? [] : [{ entry: profile.entry, rank }];
  });
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

/** Whether a text has all words of a query, in any order. */
export function hasAllWords(query: string, text: string): boolean {
  const wanted = searchable(text);
  return searchWords(query).every((word) => wanted.includes(word));
}

/** How well a profile is meant, smaller being better; nothing where it is not. */
function rankOf(words: readonly string[], { name, wordsOfName, text }: IndexedProfile): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  const [first = ""] = words;
  if (words.length === 1 && name === first) return 0;
  if (words.length === 1 && name.startsWith(first)) return 1;
  if (words.every((word) => wordsOfName.some((candidate) => candidate.startsWith(word)))) return 2;
  return words.every((word) => name.includes(word)) ? 3 : 4;
}

/** Of the place that it opens, not of the way there: a hub's account would find everything behind it. */
function factsOf(entry: ProfileEntry, aliases: ProfileMemory["aliases"]): readonly string[] {
  if (entry.kind === "broken") return [];
  const { plan } = entry;
  const accountId = accountOf(plan) ?? "";
  return [accountId, aliases[accountId] ?? "", openedRole(plan)?.roleName ?? "", plan.region];
}

function searchWords(query: string): readonly string[] {
  return searchable(query)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Without case and accents: a text of a config may be typed in another form than it is searched in. */
function searchable(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase();
}
