import { Action, Icon, List } from "@raycast/api";
import { useFrecencySorting } from "@raycast/utils";
import { useState } from "react";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ConsoleService } from "../aws/console/console-service";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { CONSOLE_HOME } from "../aws/console/console-url";
import { type DestinationPage } from "../aws/console/destination";
import { findServices } from "../aws/console/find-services";
import { byPopularity } from "../aws/console/popular-services";
import { useConsoleDefaults } from "../hooks/use-console-defaults";
import { setDefaultPage } from "../launcher/set-console-default";
import { SHORTCUTS } from "../launcher/shortcuts";
import { defaultTag } from "./default-tag";
import { DestinationActions } from "./DestinationActions";
import { RegionList } from "./RegionList";

/** What a console begins with, among the pages that it has. */
const CONSOLE_HOME_ROW: ConsoleService = {
  ...CONSOLE_HOME,
  id: "console-home",
  name: "Console Home",
  aliases: ["home", "start"],
};

/** One array for all renderings: the sorting begins anew with another. */
const PAGES = [...CONSOLE_SERVICES, CONSOLE_HOME_ROW];

/** The pages of the console by what people call them, those that a profile is often opened at in front. */
export function ServiceList({ plan }: { readonly plan: ChainPlan }) {
  const { profile } = plan;
  const [query, setQuery] = useState("");
  const { data, visitItem } = useFrecencySorting(PAGES, {
    namespace: `services of ${profile}`,
    sortUnvisited: byPopularity,
  });
  const { defaults, reload } = useConsoleDefaults(profile);

  const row = (service: ConsoleService) => {
    const { id, name, isGlobal } = service;
    const isHome = service === CONSOLE_HOME_ROW;
    const page: DestinationPage = isHome ? { kind: "home" } : { kind: "service", service };
    const isDefault = defaults.page?.kind === "service" ? defaults.page.service.id === id : isHome && !defaults.page;
    return (
      <List.Item
        key={id}
        title={name}
        icon={isHome ? Icon.House : Icon.AppWindow}
        accessories={[
          ...defaultTag(isDefault, profile),
          ...(isGlobal ? [{ tag: "Global", tooltip: "Belongs to no region" }] : []),
        ]}
        actions={
          <DestinationActions
            plan={plan}
            title={name}
            choice={{ page }}
            onOpen={() => visitItem(service)}
            onDefault={() => setDefaultPage(profile, page, name).then(reload)}
          >
            {!isGlobal && (
              <Action.Push
                title="Open in Region…"
                icon={Icon.Map}
                shortcut={SHORTCUTS.openInRegion}
                target={<RegionList plan={plan} page={page} />}
              />
            )}
          </DestinationActions>
        }
      />
    );
  };

  return (
    <List
      navigationTitle={`Open ${profile} at Service`}
      searchBarPlaceholder="Search service, page or abbreviation"
      // The launcher's own search takes "rds" for a part of "dashboards".
      filtering={false}
      onSearchTextChange={setQuery}
    >
      {findServices(query, data).map(row)}
    </List>
  );
}
