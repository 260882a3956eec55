import { type ProfileEntry } from "./profile-list";
import { profileSummary, type ProfileSummary } from "./profile-summary";

/** As many as somebody can take in. */
const MOST = 100;

/** Profiles in the order of the files. */
export interface ProfileListing {
  readonly profiles: readonly ProfileSummary[];
  /** How many more there are. */
  readonly leftOut: number;
}

/**
 * The profiles that have every word of a text in their name, account, role, region or problem, whatever the case and the
 * order.
 *
 * @param filter blank for all
 */
export function profileListing(entries: readonly ProfileEntry[], filter: string): ProfileListing {
  const words = filter.toLowerCase().split(/\s+/);
  const found = entries.map(profileSummary).filter(({ name, accountId, role, region, problem }) => {
    const text = [name, accountId, role, region, problem].join("\n").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return { profiles: found.slice(0, MOST), leftOut: Math.max(0, found.length - MOST) };
}
