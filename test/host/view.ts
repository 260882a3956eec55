import { createContext, type RefObject, useContext, useLayoutEffect } from "react";

/** Answers a key that was pressed while the view is on top; false leaves it to the launcher. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

/** One view of the navigation stack. */
export interface View {
  isRoot: boolean;
  onKey: RefObject<KeyHandler | undefined>;
}

export const ViewContext = createContext<View | undefined>(undefined);

/** The view that a List, Form or Detail fills. */
export function useView(component: string): View {
  const view = useContext(ViewContext);
  if (view === undefined) throw new Error(`${component} is drawn outside of a launched command`);
  return view;
}

/** Lets a List, Form or Detail answer the keys pressed in its view. */
export function useViewKeys(view: View, onKey: KeyHandler): void {
  useLayoutEffect(() => {
    view.onKey.current = onKey;
    return () => {
      view.onKey.current = undefined;
    };
  });
}
