import { accountOf } from "../chain/plan/account-of";
import { type ChainPlan, isOfUser } from "../chain/plan/chain-plan";
import { type BrokenProfile, type ProfileEntry, type ReadyProfile } from "./profile-list";
import { type ProfileMemory } from "./profile-memory";
import { type Diagnostic } from "../shared-config/diagnostic";

/** One row of the list. */
export type ListRow = ProfileEntry | { readonly kind: "diagnostic"; readonly diagnostic: Diagnostic };

/** Rows below a title. */
export interface ListSection {
  /** Tells it from the others: a source profile may be called as another section is. */
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | undefined;
  readonly rows: readonly ListRow[];
}

/** What the profiles that are neither pinned nor recent are put together by. */
export type Grouping = "source" | "account";

export interface SectionOptions {
  readonly memory: ProfileMemory;
  readonly grouping: Grouping;
}

/** As many as one looks over at a glance. */
const RECENT_PROFILES = 5;

/**
 * The list while nothing is searched: what the user pinned, what was opened last, then group by group in the order of the
 * files, in each the roles above the user behind them; at the end what is wrong. Each profile stands in one section.
 *
 * @param diagnostics what there is to say of the files, below the profiles that have no plan
 */
export function listSections(
  entries: readonly ProfileEntry[],
  diagnostics: readonly Diagnostic[],
  { memory, grouping }: SectionOptions,
): readonly ListSection[] {
  const ready = new Map(entries.flatMap((entry) => (entry.kind === "ready" ? [[entry.name, entry] as const] : [])));
  const take = (names: readonly string[]): ReadyProfile[] =>
    names.flatMap((name) => {
      const entry = ready.get(name);
      ready.delete(name);
      return entry ? [entry] : [];
    });
  const pinned = take(memory.pinned);
  const recent = take(memory.opened.filter((name) => ready.has(name)).slice(0, RECENT_PROFILES));
  return [
    { id: "pinned", title: "Pinned", rows: pinned },
    { id: "recent", title: "Recent", rows: recent },
    ...grouped([...ready.values()], grouping, memory.aliases),
    {
      id: "problems",
      title: "Problems",
      rows: [...entries.filter(isBroken), ...mostSevereFirst(diagnostics).map(diagnosticRow)],
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** The list of what a search found, the best match first. */
export function foundSections(
  entries: readonly ProfileEntry[],
  diagnostics: readonly Diagnostic[],
): readonly ListSection[] {
  return [
    { id: "results", title: "Results", rows: entries },
    { id: "problems", title: "Problems", rows: diagnostics.map(diagnosticRow) },
  ].filter(({ rows }) => rows.length > 0);
}

/** The beginning of a list, its first rows; sections that it does not reach are left out. */
export function firstRows(sections: readonly ListSection[], count: number): readonly ListSection[] {
  let left = count;
  return sections.flatMap((section) => {
    const rows = section.rows.slice(0, left);
    left -= rows.length;
    return rows.length === 0 ? [] : [{ ...section, rows }];
  });
}

/** How many rows a list has. */
export function countRows(sections: readonly ListSection[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Users behind whom no role stands would each have a section of their own. */
function grouped(
  entries: readonly ReadyProfile[],
  grouping: Grouping,
  aliases: ProfileMemory["aliases"],
): readonly ListSection[] {
  const groups = new Map<string, ReadyProfile[]>();
  for (const entry of entries) {
    const title = grouping === "source" ? sourceTitle(entry.plan) : (accountOf(entry.plan) ?? "Other Accounts");
    const group = groups.get(title) ?? [];
    group.push(entry);
    groups.set(title, group);
  }
  const sections: ListSection[] = [];
  const lonelyUsers: ReadyProfile[] = [];
  for (const [title, group] of groups) {
    const users = group.filter(({ plan }) => isOfUser(plan));
    if (users.length === group.length) {
      lonelyUsers.push(...users);
      continue;
    }
    const roles = group.filter(({ plan }) => !isOfUser(plan));
    const subtitle = grouping === "account" ? aliases.get(title) : undefined;
    sections.push({ id: `group ${title}`, title, subtitle, rows: [...roles, ...users] });
  }
  return [...sections, { id: "users", title: "Users", rows: lonelyUsers }];
}

/** Whose keys open the profiles of a group. */
function sourceTitle({ source }: ChainPlan): string {
  switch (source.kind) {
    case "sso":
      return source.session ?? source.startUrl;
    case "named":
      return source.name;
    default:
      return source.profile;
  }
}

function mostSevereFirst(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((one, other) => Number(other.severity === "error") - Number(one.severity === "error"));
}

function isBroken(entry: ProfileEntry): entry is BrokenProfile {
  return entry.kind === "broken";
}

function diagnosticRow(diagnostic: Diagnostic): ListRow {
  return { kind: "diagnostic", diagnostic };
}
