import { Form } from "@raycast/api";
import { useMemo } from "react";
import { openedRole } from "../aws/chain/plan/chain-plan";
import { durationText } from "../aws/duration-text";
import { type ProfileEntry, type ReadyProfile } from "../aws/profile-list";
import { rolesOpenedBy } from "../aws/roles-opened-by";
import { clockTime } from "../launcher/clock-time";
import { firstFew } from "./first-few";

export interface SessionNotesProps {
  /** The profile whose session a code starts. */
  readonly entry: ReadyProfile;
  readonly entries: readonly ProfileEntry[];
  readonly now: Date;
}

/** What a code is good for: the roles that it opens and until when, and whether it replaces a session. */
export function SessionNotes({ entry, entries, now }: SessionNotesProps) {
  const { plan, state } = entry;
  const roles = useMemo(() => rolesOpenedBy(plan, entries).map(nameWithAccount), [plan, entries]);
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

function nameWithAccount({ name, plan }: ReadyProfile): string {
  const role = openedRole(plan);
  return role ? `${name} in ${role.accountId}` : name;
}
