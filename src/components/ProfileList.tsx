import { List, useNavigation } from "@raycast/api";
import { useEffect, useMemo, useState } from "react";
import { configDiagnostics, diagnosticKey, diagnosticsReport } from "../aws/config-diagnostics";
import { countRows, firstRows, type ListRow } from "../aws/profiles/list-sections";
import { ALL_PROFILES } from "../aws/profiles/profile-filter";
import { useArrangement } from "../hooks/use-arrangement";
import { useDetailToggle } from "../hooks/use-detail-toggle";
import { useLink } from "../hooks/use-link";
import { useListSections } from "../hooks/use-list-sections";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { useProfiles } from "../hooks/use-profiles";
import { useRowWindow } from "../hooks/use-row-window";
import { onViewOffered } from "../launcher/offered-views";
import { type ProfileJob } from "../launcher/profile-job";
import { type ProfileLink } from "../launcher/profile-link";
import { AccessKeyForm } from "./AccessKeyForm";
import { BrokenProfileListItem } from "./BrokenProfileListItem";
import { DiagnosticListItem } from "./DiagnosticListItem";
import { MfaCodeForm } from "./MfaCodeForm";
import { NothingMatchesEmptyView } from "./NothingMatchesEmptyView";
import { ProfileFilterDropdown } from "./ProfileFilterDropdown";
import { ProfileListItem } from "./ProfileListItem";
import { ProfilesEmptyView } from "./ProfilesEmptyView";

export interface ProfileListProps {
  /** What Enter does with a profile. */
  readonly job: ProfileJob;
  /** Names of the profiles to show; by default all, with the problems of the config. */
  readonly only?: readonly string[];
  /** What to begin with at once. */
  readonly link?: ProfileLink | undefined;
}

/** The profiles of the config, found by whatever is known of them, and what cannot be opened with the reason. */
export function ProfileList({ job, only, link }: ProfileListProps) {
  const profiles = useProfiles();
  const { config, entries, memory, now, isLoading, error, reload } = profiles;
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  useLink(link, job, profiles, mfaPrompt);
  const { push, pop } = useNavigation();
  useEffect(() => {
    const goOn = (then: () => void) => () => {
      pop();
      then();
    };
    return onViewOffered((offered) =>
      push(
        offered.kind === "profiles" ? (
          <ProfileList job="open" only={offered.profiles} />
        ) : (
          <AccessKeyForm profile={offered.profile} onStored={goOn(offered.onStored)} />
        ),
      ),
    );
  }, [push, pop]);

  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState(ALL_PROFILES);
  const detail = useDetailToggle();
  const [arrangement, arrangeAnew] = useArrangement(profiles);
  const view = useMemo(() => {
    const reloadAll = (): void => {
      reload();
      arrangeAnew();
    };
    return { memory, detail, reload: reloadAll };
  }, [memory, detail, reload, arrangeAnew]);
  const sections = useListSections(profiles, { query, filter, only, arrangement });
  const { count, pagination } = useRowWindow(countRows(sections), `${filter.id} ${query}`);

  const report = (): string => (config ? diagnosticsReport(configDiagnostics(config, entries)) : "");
  const drawn = (row: ListRow) => {
    switch (row.kind) {
      case "ready":
        return <ProfileListItem key={row.name} entry={row} now={now} mfaPrompt={mfaPrompt} job={job} view={view} />;
      case "broken":
        return <BrokenProfileListItem key={row.name} entry={row} report={report} detail={detail} />;
      case "diagnostic":
        return (
          <DiagnosticListItem
            key={diagnosticKey(row.diagnostic)}
            diagnostic={row.diagnostic}
            report={report}
            detail={detail}
          />
        );
    }
  };
  const isEmpty = sections.length === 0 && !isLoading;
  return (
    <List
      isLoading={isLoading}
      isShowingDetail={detail.isShowingDetail && !isEmpty}
      searchBarPlaceholder="Search profile, role, account or region"
      searchBarAccessory={<ProfileFilterDropdown filter={filter} onChange={setFilter} />}
      // The launcher's own search knows no order of words, and would want every row drawn.
      filtering={false}
      onSearchTextChange={setQuery}
      pagination={pagination}
      {...(only && { navigationTitle: "Roles to Open Instead" })}
    >
      {isEmpty && entries.length === 0 && <ProfilesEmptyView error={error} reload={reload} />}
      {isEmpty && entries.length > 0 && (
        <NothingMatchesEmptyView
          query={query}
          filter={filter === ALL_PROFILES ? undefined : filter.title}
          onShowAll={() => setFilter(ALL_PROFILES)}
        />
      )}
      {firstRows(sections, count).map(({ id, title, subtitle, rows }) => (
        <List.Section key={id} title={title} {...(subtitle !== undefined && { subtitle })}>
          {rows.map(drawn)}
        </List.Section>
      ))}
    </List>
  );
}
