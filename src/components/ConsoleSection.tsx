import { Action, ActionPanel, Icon, showToast, Toast, useNavigation } from "@raycast/api";
import { opensWithoutMfa } from "../aws/chain/plan/chain-plan";
import { allowsTwelveHours, consolePlan } from "../aws/console/console-plan";
import { opensByPortal } from "../aws/console/portal-url";
import { consolePreferences } from "../launcher/console-preferences";
import { copySignInUrl } from "../launcher/copy-sign-in-url";
import { now } from "../launcher/now";
import { openConsole } from "../launcher/open-console";
import { SHORTCUTS } from "../launcher/shortcuts";
import { type StartedSession, startedText } from "../launcher/started-text";
import { BrowserList } from "./BrowserList";
import { ConsoleAddressForm } from "./ConsoleAddressForm";
import { EnterMfaCodeForm } from "./EnterMfaCodeForm";
import { type ProfileSectionProps } from "./ProfileActions";
import { RegionList } from "./RegionList";
import { ServiceList } from "./ServiceList";

/** Every way to open a profile's console, the plain one first; a user with a device starts its session first. */
export function ConsoleSection({ plan, mfaPrompt }: ProfileSectionProps) {
  const { pop } = useNavigation();
  const { profile } = plan;
  // It is less than most users with a device want.
  const isBesideMfa = opensWithoutMfa(plan);
  const isOfPortal = opensByPortal(plan);
  // Of every row of the list, so the preferences are read for those alone that may have more.
  const givesMoreHours =
    allowsTwelveHours(plan) && consolePlan(plan, consolePreferences().length).sessionDuration === undefined;
  const sayStarted = (session: StartedSession): void => {
    pop();
    void showToast({ style: Toast.Style.Success, title: startedText(session, now()) });
  };
  return (
    <ActionPanel.Section title="Console">
      {isBesideMfa && (
        <Action.Push
          title="Enter MFA Code"
          icon={Icon.Key}
          target={<EnterMfaCodeForm profile={profile} onStarted={sayStarted} />}
        />
      )}
      <Action
        title={isBesideMfa ? "Open Console Without MFA" : "Open Console"}
        icon={Icon.Globe}
        onAction={() => openConsole(plan, mfaPrompt)}
      />
      <Action.Push
        title="Open at Service…"
        icon={Icon.AppWindow}
        shortcut={SHORTCUTS.openAtService}
        target={<ServiceList plan={plan} />}
      />
      <Action.Push
        title="Open in Region…"
        icon={Icon.Map}
        shortcut={SHORTCUTS.openInRegion}
        target={<RegionList plan={plan} />}
      />
      <Action.Push
        title="Open Console Address…"
        icon={Icon.Bookmark}
        shortcut={SHORTCUTS.openAddress}
        target={<ConsoleAddressForm plan={plan} />}
      />
      <Action.Push
        title="Open in Browser…"
        icon={Icon.Compass}
        shortcut={SHORTCUTS.openInBrowser}
        target={<BrowserList plan={plan} />}
      />
      {givesMoreHours && (
        <Action
          title="Open for 12 Hours"
          icon={Icon.Clock}
          shortcut={SHORTCUTS.openForTwelveHours}
          onAction={() => openConsole(plan, mfaPrompt, { length: "twelve-hours" })}
        />
      )}
      {!isOfPortal && (
        <Action
          title="Log out First"
          icon={Icon.Logout}
          shortcut={SHORTCUTS.openLoggedOut}
          onAction={() => openConsole(plan, mfaPrompt, { logsOutFirst: true })}
        />
      )}
      <Action
        title={isOfPortal ? "Copy Portal Link" : "Copy Sign-In URL"}
        icon={Icon.Link}
        shortcut={SHORTCUTS.copySignInUrl}
        onAction={() => copySignInUrl(plan, mfaPrompt)}
      />
    </ActionPanel.Section>
  );
}
