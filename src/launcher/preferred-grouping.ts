import { getPreferenceValues } from "@raycast/api";
import { type Grouping } from "../aws/profiles/list-sections";

/** What the list puts profiles together by. A host that does not know the manifest's default gives none. */
export function preferredGrouping({ grouping }: Preferences = getPreferenceValues<Preferences>()): Grouping {
  return grouping === "account" ? grouping : "source";
}
