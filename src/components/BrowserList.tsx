import { Action, ActionPanel, Color, Icon, type Image, List } from "@raycast/api";
import { usePromise } from "@raycast/utils";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { useMfaPrompt } from "../hooks/use-mfa-prompt";
import { type BrowserChoice, browserChoiceTitle } from "../launcher/browsers/browser-choice";
import { type ChoiceOwner } from "../launcher/browsers/create-browser-memory";
import { listBrowserChoices } from "../launcher/browsers/list-browser-choices";
import { openConsole } from "../launcher/open-console";
import { browserOwners, forgetBrowser, rememberBrowser, rememberedBrowsers } from "../launcher/remember-browser";
import { SHORTCUTS } from "../launcher/shortcuts";
import { MfaCodeForm } from "./MfaCodeForm";

/** Without it Firefox knows no such address, and says so itself. */
const NEEDS_ADD_ON: List.Item.Accessory = {
  text: "needs an add-on",
  tooltip: "Open external links in a container, from addons.mozilla.org",
};

/** Everything on this machine that can open a console, with what is chosen for the profile or its account. */
export function BrowserList({ plan }: { readonly plan: ChainPlan }) {
  const mfaPrompt = useMfaPrompt(MfaCodeForm);
  const { profile } = plan;
  const accountId = openedRole(plan)?.accountId;
  const { data: choices = [], isLoading } = usePromise(listBrowserChoices, [{ profile, accountId }]);
  const { data: remembered = [], revalidate } = usePromise(rememberedBrowsers, [plan]);

  const owners = browserOwners(plan);
  const row = (browser: BrowserChoice) => {
    const title = browserChoiceTitle(browser);
    const tags = remembered.filter(({ choice }) => isSame(choice, browser)).map(({ owner }) => ownerName(owner));
    return (
      <List.Item
        key={JSON.stringify(browser)}
        title={title}
        icon={iconOf(browser)}
        accessories={[
          ...tags.map((value) => ({ tag: { value, color: Color.Blue }, tooltip: `Always for ${value}` })),
          ...(browser.kind === "firefox-container" ? [NEEDS_ADD_ON] : []),
        ]}
        actions={
          <ActionPanel title={title}>
            <Action title="Open Console" icon={Icon.Globe} onAction={() => openConsole(plan, mfaPrompt, { browser })} />
            {owners.map((owner, index) => (
              <Action
                key={owner.kind}
                title={`Always Use for ${ownerName(owner)}`}
                icon={Icon.Pin}
                {...(index === 0 && { shortcut: SHORTCUTS.setDefault })}
                onAction={async () => {
                  await rememberBrowser(owner, browser, ownerName(owner));
                  revalidate();
                }}
              />
            ))}
            {remembered.map(({ owner }) => (
              <Action
                key={owner.kind}
                title={`Forget Browser of ${ownerName(owner)}`}
                icon={Icon.PinDisabled}
                onAction={async () => {
                  await forgetBrowser(owner, ownerName(owner));
                  revalidate();
                }}
              />
            ))}
          </ActionPanel>
        }
      />
    );
  };
  return (
    <List
      navigationTitle={`Open ${profile} in Browser`}
      searchBarPlaceholder="Search browser or browser profile"
      isLoading={isLoading}
    >
      {choices.map(row)}
    </List>
  );
}

function ownerName(owner: ChoiceOwner): string {
  return owner.kind === "profile" ? owner.profile : `Account ${owner.accountId}`;
}

function isSame(one: BrowserChoice, other: BrowserChoice): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function iconOf(browser: BrowserChoice): Image.ImageLike {
  switch (browser.kind) {
    case "application":
      return { fileIcon: browser.path };
    case "private-window":
      return Icon.EyeDisabled;
    case "firefox-container":
      return Icon.Box;
    case "chromium-profile":
    case "firefox-profile":
    case "arc-space":
      return Icon.PersonCircle;
    case "default":
      return Icon.Globe;
  }
}
