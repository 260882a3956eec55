import { Color, Icon, List } from "@raycast/api";
import { useFrecencySorting } from "@raycast/utils";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type DestinationPage } from "../aws/console/destination";
import { CONSOLE_REGIONS, type ConsoleRegion } from "../aws/console/regions";
import { useConsoleDefaults } from "../hooks/use-console-defaults";
import { setDefaultRegion } from "../launcher/set-console-default";
import { defaultTag } from "./default-tag";
import { DestinationActions } from "./DestinationActions";

export interface RegionListProps {
  readonly plan: ChainPlan;
  /** What is opened there; by default what the profile opens with. */
  readonly page?: DestinationPage;
}

/** The regions of a profile's partition, those that it is often opened in first. */
export function RegionList({ plan, page }: RegionListProps) {
  const { profile, partition } = plan;
  const regions = CONSOLE_REGIONS.filter(({ id }) => partition.regions.test(id));
  const { data, visitItem } = useFrecencySorting(regions, {
    namespace: `regions of ${profile}`,
    sortUnvisited: (one, other) => Number(other.id === plan.region) - Number(one.id === plan.region),
  });
  const { defaults, reload } = useConsoleDefaults(profile);

  const row = (region: ConsoleRegion) => {
    const { id, name } = region;
    const ofConfig: List.Item.Accessory[] =
      id === plan.region ? [{ tag: { value: "Config", color: Color.Blue }, tooltip: "The region of the config" }] : [];
    return (
      <List.Item
        key={id}
        title={name}
        subtitle={id}
        keywords={[id, ...id.split("-"), unaccented(name)]}
        icon={Icon.Map}
        accessories={[...defaultTag(id === defaults.region, profile), ...ofConfig]}
        actions={
          <DestinationActions
            plan={plan}
            title={page?.kind === "service" ? `${page.service.name} in ${id}` : id}
            choice={{ page, region: id }}
            onOpen={() => visitItem(region)}
            onDefault={() => setDefaultRegion(plan, region, page).then(reload)}
          />
        }
      />
    );
  };
  return (
    <List navigationTitle={`Open ${profile} in Region`} searchBarPlaceholder="Search region or place">
      {data.map(row)}
    </List>
  );
}

/** A launcher's search may take "São" and "Sao" for two words. */
function unaccented(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{Diacritic}/gu, "");
}
