import { Color, Icon, List } from "@raycast/api";
import { memo } from "react";
import { accountOf } from "../aws/chain/plan/account-of";
import {
  type ChainPlan,
  isChained,
  isOfUser,
  openedRole,
  ROLE_DEFAULT_SECONDS,
  roleHops,
  sessionSeconds,
  targetRole,
} from "../aws/chain/plan/chain-plan";
import { asksForCode } from "../aws/chain/resolve/chain-state";
import { portalRole } from "../aws/console/portal-url";
import { durationText } from "../aws/duration-text";
import { accountText } from "../aws/profiles/account-text";
import { type ReadyProfile } from "../aws/profiles/profile-list";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { clockTime } from "../launcher/clock-time";
import { ProfileActions, type ProfileActionsProps } from "./ProfileActions";
import { ProfileDetail } from "./ProfileDetail";
import { type RowView } from "./RowSection";
import { timeColor } from "./time-color";
import { timeLeft } from "./time-left";

export interface ProfileListItemProps extends Omit<ProfileActionsProps, "plan"> {
  readonly entry: ReadyProfile;
  readonly now: Date;
  readonly view: RowView;
}

/** A profile that has a plan: where it leads, how far that is, and what is already made of it. */
export const ProfileListItem = memo(function ProfileListItem({ entry, now, view, ...actions }: ProfileListItemProps) {
  const { name, plan } = entry;
  const { memory, detail } = view;
  return (
    <List.Item
      id={name}
      title={name}
      subtitle={placeOf(plan, memory)}
      icon={isOfUser(plan) ? Icon.Person : Icon.Terminal}
      accessories={[
        ...pinSign(entry, memory),
        ...placeTag(entry, memory),
        ...warningSign(entry),
        ...depthTag(entry),
        ...portalTag(entry),
        ...codeLock(entry),
        ...sessionTag(entry, now),
      ]}
      {...(detail.isShowingDetail && { detail: <ProfileDetail entry={entry} memory={memory} now={now} /> })}
      actions={<ProfileActions {...actions} plan={plan} location={entry.location} view={view} />}
    />
  );
});

/** Where a console lands: the account before everything else, with what the user calls it. */
function placeOf(plan: ChainPlan, { aliases }: ProfileMemory): string {
  const role = openedRole(plan);
  if (role) return `${accountText(role.accountId, aliases)} · ${role.roleName}`;
  const { kind, profile } = plan.source;
  const accountId = accountOf(plan);
  return [
    ...(accountId === undefined ? [] : [accountText(accountId, aliases)]),
    isOfUser(plan) ? "User" : "Temporary",
    ...(profile === plan.profile ? [] : [`${kind === "process" ? "command" : "key"} of ${profile}`]),
  ].join(" · ");
}

/** The section tells it too, but only of lists that came up since. */
function pinSign({ name }: ReadyProfile, { pinned }: ProfileMemory): List.Item.Accessory[] {
  return pinned.includes(name) ? [{ icon: Icon.Pin, tooltip: "Pinned: stands in front when the list comes up" }] : [];
}

function placeTag({ name }: ReadyProfile, { places }: ProfileMemory): List.Item.Accessory[] {
  const place = places.get(name);
  return place ? [{ tag: { value: place, color: Color.Blue }, tooltip: `Opens at ${place} by default` }] : [];
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
  return device && asksForCode(state)
    ? [{ icon: Icon.Lock, text: "MFA", tooltip: `Asks for a code of ${device.serial}` }]
    : [];
}

/** Until when what was made lasts or, where nothing was, for how long what the next opening makes will. */
function sessionTag({ plan, state }: ReadyProfile, now: Date): List.Item.Accessory[] {
  const end = state.stored.at(-1)?.credentials.expiration;
  const seconds = sessionSeconds(plan);
  if (!end) {
    // An hour is what roles are made for unless the config asks for another time.
    if (seconds === undefined || seconds === ROLE_DEFAULT_SECONDS || !targetRole(plan)) return [];
    const duration = durationText(seconds);
    const reason = isChained(plan) ? ", the most that AWS gives a role behind a session" : "";
    return [{ text: `for ${duration}`, tooltip: `Opens for ${duration}${reason}` }];
  }
  const renewal = state.expiration ? "" : ", made anew by the next opening";
  return [
    {
      tag: { value: timeLeft(end, now), color: timeColor(end, now) },
      tooltip: `Session until ${clockTime(end, now)}${renewal}`,
    },
  ];
}
