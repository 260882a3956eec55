import { Form } from "@raycast/api";
import { useMemo } from "react";
import { accountText } from "../aws/profiles/account-text";
import { openedRole } from "../aws/chain/plan/chain-plan";
import { durationText } from "../aws/duration-text";
import { firstFew } from "../aws/first-few";
import { type ProfileEntry, type ReadyProfile } from "../aws/profiles/profile-list";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { rolesOpenedBy } from "../aws/profiles/roles-opened-by";
import { clockTime } from "../launcher/clock-time";

export interface SessionNotesProps {
  /** The profile whose session a code starts. */
  readonly entry: ReadyProfile;
  readonly entries: readonly ProfileEntry[];
  readonly aliases: ProfileMemory["aliases"];
  readonly now: Date;
}

/** What a code is good for: the roles that it opens and until when, and whether it replaces a session. */
export function SessionNotes({ entry, entries, aliases, now }: SessionNotesProps) {
  const { plan, state } = entry;
  const roles = useMemo(
    () => rolesOpenedBy(plan, entries).map((role) => nameWithAccount(role, aliases)),
    [plan, entries, aliases],
  );
  const seconds = plan.hops[0]?.durationSeconds ?? 0;
  const end = new Date(now.getTime() + seconds * 1000);
  return (
    <>
      <Form.Description
        title="Opens"
        text={roles.length > 0 ? firstFew(roles) : `${entry.name} itself; no role of the config is behind it`}
      />
      <Form.Description title="Session" text={`Until ${clockTime(end, now)}, for ${durationText(seconds)}`} />
      {state.firstExpiration && (
        <Form.Description
          title="Running"
          text={`Until ${clockTime(state.firstExpiration, now)}; a new code replaces it`}
        />
      )}
    </>
  );
}

function nameWithAccount({ name, plan }: ReadyProfile, aliases: ProfileMemory["aliases"]): string {
  const role = openedRole(plan);
  return role ? `${name} in ${accountText(role.accountId, aliases)}` : name;
}
