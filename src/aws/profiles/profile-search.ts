import { accountOf } from "../chain/plan/account-of";
import { openedRole } from "../chain/plan/chain-plan";
import { describeProblem } from "../describe-problem";
import { ranked } from "../ranked";
import { searchable, searchWords } from "../search-words";
import { type ProfileEntry } from "./profile-list";
import { type ProfileMemory } from "./profile-memory";

/** Finds profiles by what is typed. */
export type ProfileSearch = (query: string) => readonly ProfileEntry[];

interface IndexedProfile {
  readonly entry: ProfileEntry;
  readonly name: string;
  /** The name and everything else that a profile is found by. */
  readonly text: string;
}

/** The beginnings of words: "prod" begins one in "shop-prod". */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/**
 * A search of entries by name, account id and alias, role, region and problem. It finds the profiles that a text may mean,
 * the best match first: what is called exactly so, what begins with it, what has its words as beginnings of words, then
 * within its name, then in anything else that is known of it. The words may come in any order. Alike matches keep their
 * order, and a blank text finds everything.
 *
 * @example
 * profileSearch(entries, memory)("role2 333"); // demo-role2 in account 333333333333
 */
export function profileSearch(
  entries: readonly ProfileEntry[],
  { aliases }: Pick<ProfileMemory, "aliases">,
): ProfileSearch {
  // With the first letter, not before the list is drawn, and not with each letter.
  let index: readonly IndexedProfile[] | undefined;
  return (query) => {
    const words = searchWords(query);
    if (words.length === 0) return entries;
    index ??= entries.map((entry) => indexed(entry, aliases));
    return ranked(index, (profile) => rankOf(words, profile)).map(({ item }) => item.entry);
  };
}

function indexed(entry: ProfileEntry, aliases: ProfileMemory["aliases"]): IndexedProfile {
  const name = searchable(entry.name);
  return {
    entry,
    name,
    text: [name, name.split(BETWEEN_WORDS).join(""), ...factsOf(entry, aliases).map(searchable)].join("\n"),
  };
}

/** How well a profile is meant, smaller being better; nothing where it is not. */
function rankOf(words: readonly string[], { name, text }: IndexedProfile): number | undefined {
  if (!words.every((word) => text.includes(word))) return undefined;
  const [first = ""] = words;
  if (words.length === 1 && name === first) return 0;
  if (words.length === 1 && name.startsWith(first)) return 1;
  if (!words.every((word) => name.includes(word))) return 4;
  const wordsOfName = name.split(BETWEEN_WORDS);
  return words.every((word) => wordsOfName.some((candidate) => candidate.startsWith(word))) ? 2 : 3;
}

/** Of the place that it opens, not of the way there: a hub's account would find everything behind it. */
function factsOf(entry: ProfileEntry, aliases: ProfileMemory["aliases"]): readonly string[] {
  if (entry.kind === "broken") return [describeProblem(entry.problem).title, ...entry.written];
  const { plan } = entry;
  const accountId = accountOf(plan) ?? "";
  return [accountId, aliases.get(accountId) ?? "", openedRole(plan)?.roleName ?? "", plan.region];
}
