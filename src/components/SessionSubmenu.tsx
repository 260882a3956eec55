import { Icon, MenuBarExtra } from "@raycast/api";
import { accountText } from "../aws/profiles/account-text";
import { mfaDevice, openedRole } from "../aws/chain/plan/chain-plan";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type RunningSession } from "../aws/profiles/running-sessions";
import { clockTime } from "../launcher/clock-time";
import { copyCredentials } from "../launcher/copy-credentials";
import { handOverPrompt } from "../launcher/hand-over-prompt";
import { launchOwnCommand } from "../launcher/launch-own-command";
import { openConsole } from "../launcher/open-console";
import { preferredFormat } from "../launcher/preferred-format";
import { isAboutToEnd } from "./is-about-to-end";
import { timeColor } from "./time-color";
import { timeLeft } from "./time-left";

export interface SessionSubmenuProps {
  readonly session: RunningSession;
  readonly aliases: ProfileMemory["aliases"];
  readonly now: Date;
  /** Keeps the command loaded while an action is under way. */
  readonly whileBusy: (action: () => Promise<void>) => Promise<void>;
}

/** A session in the menu bar: how long it lasts, and what can be done with it. */
export function SessionSubmenu({ session: { plan, end }, aliases, now, whileBusy }: SessionSubmenuProps) {
  const { profile } = plan;
  const role = openedRole(plan);
  const facts = [
    ...(role ? [`${role.roleName} in ${accountText(role.accountId, aliases)}`] : []),
    ...(end ? [`until ${clockTime(end, now)}`] : []),
  ];
  return (
    <MenuBarExtra.Submenu
      title={[profile, ...(end ? [timeText(end, now)] : [])].join(" · ")}
      icon={end ? { source: Icon.Clock, tintColor: timeColor(end, now) } : Icon.Clock}
    >
      <MenuBarExtra.Item title={facts.join(", ")} />
      {role && (
        <MenuBarExtra.Item
          title="Open Console"
          icon={Icon.Globe}
          onAction={() => whileBusy(() => openConsole(plan, handOverPrompt("open")))}
        />
      )}
      <MenuBarExtra.Item
        title="Copy Credentials"
        icon={Icon.Clipboard}
        onAction={() => whileBusy(() => copyCredentials(plan, handOverPrompt("copy"), preferredFormat()))}
      />
      {!role && mfaDevice(plan) && (
        <MenuBarExtra.Item
          title="Enter MFA Code"
          icon={Icon.Key}
          onAction={() => whileBusy(() => launchOwnCommand("enter-mfa-code", profile))}
        />
      )}
    </MenuBarExtra.Submenu>
  );
}

function timeText(end: Date, now: Date): string {
  const time = timeLeft(end, now);
  return isAboutToEnd(end, now) ? `ends in ${time}` : time;
}
