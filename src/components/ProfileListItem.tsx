import { Color, Icon, List } from "@raycast/api";
import { isChained, isOfUser, openedRole, roleHops, sessionSeconds, targetRole } from "../aws/chain/plan/chain-plan";
import { portalRole } from "../aws/console/portal-url";
import { durationText } from "../aws/duration-text";
import { type ReadyProfile } from "../aws/profile-list";
import { clockTime } from "../launcher/clock-time";
import { ProfileActions, type ProfileActionsProps } from "./ProfileActions";
import { timeLeft } from "./time-left";

export interface ProfileListItemProps extends Omit<ProfileActionsProps, "plan"> {
  readonly entry: ReadyProfile;
  readonly now: Date;
}

/** A profile that has a plan: where it leads, how far that is, and what is already made of it. */
export function ProfileListItem({ entry, now, ...actions }: ProfileListItemProps) {
  const { name, plan } = entry;
  const role = openedRole(plan);
  const isUser = isOfUser(plan);
  return (
    <List.Item
      title={name}
      subtitle={
        role
          ? `${role.accountId} · ${role.roleName}`
          : `${isUser ? "User" : "Temporary"} · ${plan.source.kind === "process" ? "command" : "key"} of ${plan.source.profile}`
      }
      icon={isUser ? Icon.Person : Icon.Terminal}
      keywords={role ? [role.accountId, role.roleName, plan.region] : [plan.region]}
      accessories={[
        ...warningSign(entry),
        ...depthTag(entry),
        ...portalTag(entry),
        ...codeLock(entry),
        ...sessionTag(entry, now),
      ]}
      actions={<ProfileActions plan={plan} {...actions} />}
    />
  );
}

/** The same sentences stand under Problems, where the keyboard reaches them. */
function warningSign({ plan: { diagnostics } }: ReadyProfile): List.Item.Accessory[] {
  if (diagnostics.length === 0) return [];
  const tooltip = diagnostics.map(({ message, hint }) => `${message} ${hint}`).join("\n");
  return [{ icon: { source: Icon.Warning, tintColor: Color.Yellow }, tooltip }];
}

function depthTag({ plan }: ReadyProfile): List.Item.Accessory[] {
  const roles = roleHops(plan);
  if (roles.length === 0) return [];
  const path = roles.map(({ role }) => role.roleName).join(" → ");
  return [{ tag: roles.length === 1 ? "1 hop" : `${roles.length} hops`, tooltip: `${plan.source.profile} → ${path}` }];
}

function portalTag({ plan }: ReadyProfile): List.Item.Accessory[] {
  const role = portalRole(plan);
  return role ? [{ tag: "SSO", tooltip: `Opens through ${role.startUrl}` }] : [];
}

function codeLock({ state }: ReadyProfile): List.Item.Accessory[] {
  const device = state.pendingDevice;
  return device ? [{ icon: Icon.Lock, text: "MFA", tooltip: `Asks for a code of ${device.serial}` }] : [];
}

/** Until when what was made lasts or, where nothing was, for how long what the next opening makes will. */
function sessionTag({ plan, state }: ReadyProfile, now: Date): List.Item.Accessory[] {
  const { expiration } = state;
  const seconds = sessionSeconds(plan);
  if (!expiration) {
    if (seconds === undefined || !targetRole(plan)) return [];
    const duration = durationText(seconds);
    const reason = isChained(plan) ? ", the most that AWS gives a role behind a session" : "";
    return [{ text: `for ${duration}`, tooltip: `Opens for ${duration}${reason}` }];
  }
  return [
    {
      tag: { value: timeLeft(expiration, now), color: Color.Green },
      tooltip: `Session until ${clockTime(expiration)}`,
    },
  ];
}
