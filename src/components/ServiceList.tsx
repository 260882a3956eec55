import { Action, ActionPanel, Icon, List } from "@raycast/api";
import { useFrecencySorting } from "@raycast/utils";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type ConsoleService } from "../aws/console/console-service";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { type DestinationPage } from "../aws/console/destination";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { copySignInUrl } from "../launcher/copy-sign-in-url";
import { openConsole } from "../launcher/open-console";
import { setDefaultPage } from "../launcher/set-console-default";
import { SHORTCUTS } from "../launcher/shortcuts";
import { MfaCodeForm } from "./MfaCodeForm";
import { RegionList } from "./RegionList";

/** The pages of the console by what people call them, those that a profile is often opened at in front. */
export function ServiceList({ plan }: { readonly plan: ChainPlan }) {
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  const { profile } = plan;
  const { data, visitItem } = useFrecencySorting([...CONSOLE_SERVICES], { namespace: `services of ${profile}` });

  const actionsOf = (page: DestinationPage, title: string, onVisit: () => unknown) => (
    <ActionPanel title={`${title} of ${profile}`}>
      <Action
        title={`Open ${title}`}
        icon={Icon.Globe}
        onAction={async () => {
          await Promise.all([onVisit(), openConsole(plan, mfaPrompt, { page })]);
        }}
      />
      <Action.Push
        title="Open in Region…"
        icon={Icon.Map}
        shortcut={SHORTCUTS.openInRegion}
        target={<RegionList plan={plan} page={page} />}
      />
      <Action
        title="Copy Sign-In URL"
        icon={Icon.Link}
        shortcut={SHORTCUTS.copySignInUrl}
        onAction={() => copySignInUrl(plan, mfaPrompt, { page })}
      />
      <Action
        title={`Open ${profile} Here by Default`}
        icon={Icon.Pin}
        shortcut={SHORTCUTS.setDefault}
        onAction={() => setDefaultPage(profile, page, title)}
      />
    </ActionPanel>
  );
  const row = (service: ConsoleService) => (
    <List.Item
      key={service.id}
      title={service.name}
      keywords={[service.id, ...service.aliases]}
      icon={Icon.AppWindow}
      accessories={service.isGlobal ? [{ tag: "Global", tooltip: "Belongs to no region" }] : []}
      actions={actionsOf({ kind: "service", service }, service.name, () => visitItem(service))}
    />
  );

  return (
    <List navigationTitle={`Open ${profile} at Service`} searchBarPlaceholder="Search service, page or abbreviation">
      {data.map(row)}
      <List.Item
        title="Console Home"
        keywords={["home", "start"]}
        icon={Icon.House}
        actions={actionsOf({ kind: "home" }, "Console Home", () => undefined)}
      />
    </List>
  );
}
