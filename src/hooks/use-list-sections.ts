import { useMemo } from "react";
import { findDiagnostics, warnings } from "../aws/config-diagnostics";
import { profileSearch } from "../aws/profiles/profile-search";
import { foundSections, type ListRow, type ListSection, listSections } from "../aws/profiles/list-sections";
import { type ProfileFilter } from "../aws/profiles/profile-filter";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { preferredGrouping } from "../launcher/preferred-grouping";
import { type Profiles } from "./use-profiles";

export interface ListView {
  /** What is typed into the search bar. */
  readonly query: string;
  readonly filter: ProfileFilter;
  /** Names of the profiles to show; absent: all, with what is wrong with the files. */
  readonly only: readonly string[] | undefined;
  /** What was pinned and opened when the list was arranged. */
  readonly arrangement: ProfileMemory;
}

/** The rows of the list in their sections. With each letter typed, nothing is done anew but the search itself. */
export function useListSections(
  profiles: Profiles,
  { query, filter, only, arrangement }: ListView,
): readonly ListSection[] {
  const { config, entries, memory } = profiles;
  const diagnostics = useMemo(
    () => (config && !only && filter.showsDiagnostics ? warnings(config, entries) : []),
    [config, entries, only, filter],
  );
  const sections = useMemo(() => {
    const isListed = (row: ListRow): boolean =>
      row.kind === "diagnostic" || (filter.matches(row) && (!only || only.includes(row.name)));
    const { pinned, opened } = arrangement;
    const options = { memory: { ...memory, pinned, opened }, grouping: preferredGrouping() };
    return listSections(entries, diagnostics, options)
      .map((section) => ({ ...section, rows: section.rows.filter(isListed) }))
      .filter(({ rows }) => rows.length > 0);
  }, [entries, memory, arrangement, diagnostics, only, filter]);
  const search = useMemo(() => {
    // What is pinned or recent stays in front among alike matches.
    const inOrder = sections.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "diagnostic" ? [] : [row])));
    return profileSearch(inOrder, memory);
  }, [sections, memory]);

  return useMemo(() => {
    if (query.trim() === "") return sections;
    return foundSections(search(query), findDiagnostics(query, diagnostics));
  }, [query, sections, search, diagnostics]);
}
