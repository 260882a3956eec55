import { mfaDevice, type MfaDevice } from "../chain/plan/chain-plan";
import { type ProfileEntry, type ReadyProfile } from "./profile-list";

/** A device whose codes can be entered, and the profile whose session a code of it starts. */
export interface CodeDevice {
  readonly entry: ReadyProfile;
  readonly device: MfaDevice;
}

/**
 * The devices of the config, each once: those that were used in front, the last one first, then in the order of the files.
 *
 * @param asked the profile whose session is wanted of its device; of the others that is the user's, before any role's
 * @param recent serials of the devices that were used, the last one first
 */
export function codeDevices(
  entries: readonly ProfileEntry[],
  asked: string | undefined,
  recent: readonly string[],
): CodeDevice[] {
  const rank = ({ entry, device }: CodeDevice): number =>
    entry.name === asked ? 0 : entry.name === device.declaredBy ? 1 : 2;
  const bySerial = new Map<string, CodeDevice>();
  for (const entry of entries) {
    const device = entry.kind === "ready" ? mfaDevice(entry.plan) : undefined;
    if (entry.kind !== "ready" || !device) continue;
    const found = bySerial.get(device.serial);
    const candidate = { entry, device };
    if (!found || rank(candidate) < rank(found)) bySerial.set(device.serial, candidate);
  }
  const age = ({ device }: CodeDevice): number => {
    const index = recent.indexOf(device.serial);
    return index < 0 ? recent.length : index;
  };
  return [...bySerial.values()].toSorted((one, other) => age(one) - age(other));
}
