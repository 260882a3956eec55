type Listener = (profiles: readonly string[]) => void;

const listeners = new Set<Listener>();

/**
 * Calls back when profiles are offered instead of the one that could not be opened. The list on top shows them.
 *
 * @returns ends it
 */
export function onProfilesOffered(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Offers profiles by name, from where no view can be pushed, such as a toast. */
export function offerProfiles(profiles: readonly string[]): void {
  // The one that came last is on top; two would show the same list twice.
  [...listeners].at(-1)?.(profiles);
}
