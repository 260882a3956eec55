import { getPreferenceValues } from "@raycast/api";
import { type ConsoleLength } from "../aws/console/console-plan";

/** How the user likes consoles to be opened, where an action says nothing else. */
export interface ConsolePreferences {
  readonly length: ConsoleLength;
  readonly logsOutFirst: boolean;
}

/** Reads the preferences. A host that does not know the manifest's defaults gives none, so the defaults are here too. */
export function consolePreferences(
  { consoleLength, logOutFirst }: Preferences = getPreferenceValues<Preferences>(),
): ConsolePreferences {
  return {
    length: consoleLength === "as-credentials" ? consoleLength : "longest",
    logsOutFirst: logOutFirst === true,
  };
}
