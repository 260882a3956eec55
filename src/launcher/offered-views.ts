/** A view that helps, from where none can be pushed, such as a toast. */
export type OfferedView =
  /** Profiles to open instead of the one that could not be opened, by name. */
  | { readonly kind: "profiles"; readonly profiles: readonly string[] }
  /** The form for the long-term key of a profile. */
  | { readonly kind: "access-key"; readonly profile: string; readonly onStored: () => void };

type Listener = (view: OfferedView) => void;

const listeners = new Set<Listener>();

/**
 * Calls back when a view is offered. The list on top shows it.
 *
 * @returns ends it
 */
export function onViewOffered(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Offers a view.
 *
 * @returns whether there is a list to show it
 */
export function offerView(view: OfferedView): boolean {
  // The one that came last is on top; two would show the same twice.
  const top = [...listeners].at(-1);
  top?.(view);
  return top !== undefined;
}
