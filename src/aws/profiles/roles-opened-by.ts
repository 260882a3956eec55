import { type ChainPlan, mfaDevice, targetRole } from "../chain/plan/chain-plan";
import { sessionKeys } from "../chain/resolve/session-key";
import { type ProfileEntry, type ReadyProfile } from "./profile-list";

/** The roles that open without a code once the first session of a plan is there, in the order of the files. */
export function rolesOpenedBy(plan: ChainPlan, entries: readonly ProfileEntry[]): ReadyProfile[] {
  const serial = mfaDevice(plan)?.serial;
  const [first] = sessionKeys(plan);
  return entries.filter(
    (entry): entry is ReadyProfile =>
      entry.kind === "ready" &&
      targetRole(entry.plan) !== undefined &&
      // Cheaper than the key, which tells it all.
      mfaDevice(entry.plan)?.serial === serial &&
      sessionKeys(entry.plan)[0] === first,
  );
}
