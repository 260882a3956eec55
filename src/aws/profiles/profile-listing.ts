import { type ProfileEntry } from "./profile-list";
import { type ProfileMemory } from "./profile-memory";
import { profileSearch } from "./profile-search";
import { profileSummary, type ProfileSummary } from "./profile-summary";

/** As many as somebody can take in. */
const MOST = 100;

/** Profiles, the best match first. */
export interface ProfileListing {
  readonly profiles: readonly ProfileSummary[];
  /** How many more there are. */
  readonly leftOut: number;
}

/**
 * The profiles that a search of the list finds.
 *
 * @param filter blank for all, in the order of the files
 */
export function profileListing(
  entries: readonly ProfileEntry[],
  memory: ProfileMemory,
  filter: string,
): ProfileListing {
  const found = profileSearch(entries, memory)(filter);
  const profiles = found.slice(0, MOST).map((entry) => profileSummary(entry, memory));
  return { profiles, leftOut: found.length - profiles.length };
}
