import { Action, Icon, List } from "@raycast/api";
import { useFrecencySorting } from "@raycast/utils";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ConsoleService } from "../aws/console/console-service";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { type DestinationPage } from "../aws/console/destination";
import { useConsoleDefaults } from "../hooks/use-console-defaults";
import { setDefaultPage } from "../launcher/set-console-default";
import { SHORTCUTS } from "../launcher/shortcuts";
import { defaultTag } from "./default-tag";
import { DestinationActions } from "./DestinationActions";
import { RegionList } from "./RegionList";

/** The pages of the console by what people call them, those that a profile is often opened at in front. */
export function ServiceList({ plan }: { readonly plan: ChainPlan }) {
  const { profile } = plan;
  const { data, visitItem } = useFrecencySorting([...CONSOLE_SERVICES], { namespace: `services of ${profile}` });
  const { defaults, reload } = useConsoleDefaults(profile);

  const actions = (page: DestinationPage, title: string, isGlobal: boolean, onOpen: () => unknown) => (
    <DestinationActions
      plan={plan}
      title={title}
      choice={{ page }}
      onOpen={onOpen}
      onDefault={() => setDefaultPage(profile, page, title).then(reload)}
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
  );
  const row = (service: ConsoleService) => {
    const { id, name, isGlobal, aliases } = service;
    const isDefault = defaults.page?.kind === "service" && defaults.page.service.id === id;
    return (
      <List.Item
        key={id}
        title={name}
        keywords={[id, ...aliases]}
        icon={Icon.AppWindow}
        accessories={[
          ...defaultTag(isDefault, profile),
          ...(isGlobal ? [{ tag: "Global", tooltip: "Belongs to no region" }] : []),
        ]}
        actions={actions({ kind: "service", service }, name, isGlobal, () => visitItem(service))}
      />
    );
  };

  return (
    <List navigationTitle={`Open ${profile} at Service`} searchBarPlaceholder="Search service, page or abbreviation">
      {data.map(row)}
      <List.Item
        title="Console Home"
        keywords={["home", "start"]}
        icon={Icon.House}
        accessories={defaultTag(defaults.page === undefined, profile)}
        actions={actions({ kind: "home" }, "Console Home", false, () => undefined)}
      />
    </List>
  );
}
