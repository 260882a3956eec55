const listeners = new Set<() => void>();

/**
 * Calls a listener whenever this command has changed what lists show (sessions, pins, aliases, what was opened last) or has
 * found the files edited since they were shown, until the function given back is called.
 * A list that is drawn anew in the middle of an opening hears of it too, which no callback of the old one could tell.
 */
export function onProfileChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells the listeners. */
export function announceProfileChange(): void {
  for (const listener of listeners) listener();
}
