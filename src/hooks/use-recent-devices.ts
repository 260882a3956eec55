import { usePromise } from "@raycast/utils";
import { readRecentDevices } from "../launcher/recent-devices";

/**
 * Serials of the devices that were used, the last one first; undefined until they are read. Read once for a view: an order
 * that is drawn stays.
 */
export function useRecentDevices(): readonly string[] | undefined {
  const { data, error } = usePromise(readRecentDevices, [], {
    // Only the order depends on it.
    onError: () => undefined,
  });
  return error ? [] : data;
}
