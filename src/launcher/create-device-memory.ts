import { array, parseJson, pipe, safeParse, string } from "valibot";
import { type EncryptedStorage } from "./encrypted-storage";

/** Which devices codes were taken of. */
export interface DeviceMemory {
  /** Serials, the last one used first. */
  recent(): Promise<readonly string[]>;
  remember(serial: string): Promise<void>;
}

const KEY = "recent-devices";
/** Nobody carries more. */
const MOST = 20;

const Entry = pipe(string(), parseJson(), array(string()));

/** Devices in the launcher's storage. An entry that cannot be read counts as absent: only the order depends on it. */
export function createDeviceMemory(storage: EncryptedStorage): DeviceMemory {
  const recent = async (): Promise<readonly string[]> => {
    const { success, output } = safeParse(Entry, await storage.getItem(KEY));
    return success ? output : [];
  };
  return {
    recent,
    async remember(serial) {
      const others = (await recent()).filter((other) => other !== serial);
      await storage.setItem(KEY, JSON.stringify([serial, ...others].slice(0, MOST)));
    },
  };
}
