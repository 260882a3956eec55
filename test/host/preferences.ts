import type * as Raycast from "@raycast/api";
import { host } from "./host";

/** What the user set in the preferences; a test sets `host.preferences`. */
export function getPreferenceValues<Values extends Raycast.PreferenceValues = Raycast.PreferenceValues>(): Values {
  // The caller names the type it expects, and Raycast does not check it either.
  return { ...host.preferences } as Values;
}

/** Notes the visit in `host.preferencesOpened`. */
export const openExtensionPreferences: typeof Raycast.openExtensionPreferences = async () => {
  host.preferencesOpened = true;
};

/** Notes the visit in `host.preferencesOpened`. */
export const openCommandPreferences: typeof Raycast.openCommandPreferences = openExtensionPreferences;
