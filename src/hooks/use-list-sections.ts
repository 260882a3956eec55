import { useMemo } from "react";
import { warnings } from "../aws/config-diagnostics";
import { hasAllWords, profileSearch } from "../aws/profiles/profile-search";
import { foundSections, type ListSection, listSections } from "../aws/profiles/list-sections";
import { type ProfileFilter } from "../aws/profiles/profile-filter";
import { type Diagnostic, diagnosticText } from "../aws/shared-config/diagnostic";
import { preferredGrouping } from "../launcher/preferred-grouping";
import { type Profiles } from "./use-profiles";

export interface ListView {
  /** What is typed into the search bar. */
  readonly query: string;
  readonly filter: ProfileFilter;
  /** Names of the profiles to show; absent: all, with what is wrong with the files. */
  readonly only: readonly string[] | undefined;
}

/** The rows of the list in their sections. With each letter typed, nothing is done anew but the search itself. */
export function useListSections(profiles: Profiles, { query, filter, only }: ListView): readonly ListSection[] {
  const { config, entries, memory } = profiles;
  const diagnostics = useMemo(
    () => (config && !only && filter.showsDiagnostics ? warnings(config, entries) : []),
    [config, entries, only, filter],
  );
  const sections = useMemo(() => {
    const listed = entries.filter((entry) => filter.matches(entry) && (!only || only.includes(entry.name)));
    return listSections(listed, diagnostics, { memory, grouping: preferredGrouping() });
  }, [entries, memory, diagnostics, only, filter]);
  const search = useMemo(() => {
    // What is pinned or recent stays in front among alike matches.
    const inOrder = sections.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === "diagnostic" ? [] : [row])));
    return profileSearch(inOrder, memory);
  }, [sections, memory]);

  return useMemo(() => {
    if (query.trim() === "") return sections;
    const isFound = (diagnostic: Diagnostic): boolean => hasAllWords(query, diagnosticText(diagnostic));
    return foundSections(search(query), diagnostics.filter(isFound));
  }, [query, sections, search, diagnostics]);
}
