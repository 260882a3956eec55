import { Action, ActionPanel, Color, Icon, List } from "@raycast/api";
import { useFrecencySorting } from "@raycast/utils";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type DestinationPage } from "../aws/console/destination";
import { CONSOLE_REGIONS, type ConsoleRegion } from "../aws/console/regions";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { copySignInUrl } from "../launcher/copy-sign-in-url";
import { openConsole } from "../launcher/open-console";
import { setDefaultRegion } from "../launcher/set-console-default";
import { SHORTCUTS } from "../launcher/shortcuts";
import { MfaCodeForm } from "./MfaCodeForm";

export interface RegionListProps {
  readonly plan: ChainPlan;
  /** What is opened there; by default what the profile opens with. */
  readonly page?: DestinationPage;
}

/** The regions of a profile's partition, those that it is often opened in first. */
export function RegionList({ plan, page }: RegionListProps) {
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  const { profile, partition } = plan;
  const regions = CONSOLE_REGIONS.filter(({ id }) => partition.regions.test(id));
  const { data, visitItem } = useFrecencySorting(regions, { namespace: `regions of ${profile}` });

  const row = (region: ConsoleRegion) => {
    const { id, name } = region;
    const isOwn = id === plan.region;
    return (
      <List.Item
        key={id}
        title={name}
        subtitle={id}
        keywords={[id, ...id.split("-"), unaccented(name)]}
        icon={Icon.Map}
        accessories={
          isOwn ? [{ tag: { value: "Profile", color: Color.Blue }, tooltip: "The region of the config" }] : []
        }
        actions={
          <ActionPanel title={`${profile} in ${id}`}>
            <Action
              title={`Open in ${id}`}
              icon={Icon.Globe}
              onAction={async () => {
                await Promise.all([visitItem(region), openConsole(plan, mfaPrompt, { page, region: id })]);
              }}
            />
            <Action
              title="Copy Sign-In URL"
              icon={Icon.Link}
              shortcut={SHORTCUTS.copySignInUrl}
              onAction={() => copySignInUrl(plan, mfaPrompt, { page, region: id })}
            />
            <Action
              title={`Open ${profile} Here by Default`}
              icon={Icon.Pin}
              shortcut={SHORTCUTS.setDefault}
              onAction={() => setDefaultRegion(plan, region)}
            />
          </ActionPanel>
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
