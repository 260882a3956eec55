import { Icon, MenuBarExtra, openCommandPreferences } from "@raycast/api";
import { describeProblem } from "../aws/describe-problem";
import { ProblemError } from "../aws/problem";
import { type RunningSession, runningSessions } from "../aws/profiles/running-sessions";
import { useBusy } from "../hooks/use-busy";
import { useProfiles } from "../hooks/use-profiles";
import { clockTime } from "../launcher/clock-time";
import { forgetAllSessionsUnasked } from "../launcher/forget-session";
import { launchOwnCommand } from "../launcher/launch-own-command";
import { SHORTCUTS } from "../launcher/shortcuts";
import { isAboutToEnd } from "./is-about-to-end";
import { SessionSubmenu } from "./SessionSubmenu";
import { timeColor } from "./time-color";
import { timeLeft } from "./time-left";

/** The sessions in the menu bar: an icon that says nothing until one is about to end, and what can be done with each. */
export function SessionsMenu() {
  const { entries, memory, now, isLoading, error } = useProfiles();
  const { isBusy, whileBusy } = useBusy();
  const { roles, users, next } = runningSessions(entries);

  const submenu = (session: RunningSession) => (
    <SessionSubmenu
      key={session.plan.profile}
      session={session}
      aliases={memory.aliases}
      now={now}
      whileBusy={whileBusy}
    />
  );
  return (
    <MenuBarExtra {...face(next, now)} isLoading={isLoading || isBusy}>
      {error && <MenuBarExtra.Item title={emptinessTitle(error)} icon={Icon.Warning} />}
      {!error && !next && <MenuBarExtra.Item title="No Sessions" />}
      {roles.length > 0 && <MenuBarExtra.Section title="Roles">{roles.map(submenu)}</MenuBarExtra.Section>}
      {users.length > 0 && <MenuBarExtra.Section title="Users">{users.map(submenu)}</MenuBarExtra.Section>}
      <MenuBarExtra.Section>
        <MenuBarExtra.Item
          title="Open AWS Console"
          icon={Icon.Globe}
          onAction={() => whileBusy(() => launchOwnCommand("open-aws-console"))}
        />
        <MenuBarExtra.Item
          title="Enter MFA Code"
          icon={Icon.Key}
          onAction={() => whileBusy(() => launchOwnCommand("enter-mfa-code"))}
        />
      </MenuBarExtra.Section>
      <MenuBarExtra.Section>
        {next && (
          // The submenu asks in place of an alert, which would need the launcher's window.
          <MenuBarExtra.Submenu title="Forget All Sessions" icon={Icon.Trash}>
            <MenuBarExtra.Item title="Every user's next opening asks for a code again" />
            <MenuBarExtra.Item
              title="Forget All"
              icon={Icon.Trash}
              onAction={() => whileBusy(forgetAllSessionsUnasked)}
            />
          </MenuBarExtra.Submenu>
        )}
        <MenuBarExtra.Item
          title="Configure Command"
          icon={Icon.Gear}
          shortcut={SHORTCUTS.configureCommand}
          onAction={openCommandPreferences}
        />
      </MenuBarExtra.Section>
    </MenuBarExtra>
  );
}

/** What stands in the menu bar itself. */
function face(next: RunningSession | undefined, now: Date): MenuBarExtra.Props {
  const end = next?.end;
  if (!end) return { icon: Icon.Key, tooltip: "AWS Sessions" };
  const tooltip = `${next.plan.profile} until ${clockTime(end, now)}`;
  if (!isAboutToEnd(end, now)) return { icon: Icon.Key, tooltip };
  return { icon: { source: Icon.Clock, tintColor: timeColor(end, now) }, title: timeLeft(end, now), tooltip };
}

function emptinessTitle(error: Error): string {
  return error instanceof ProblemError ? describeProblem(error.problem).title : "Profiles Cannot Be Listed";
}
