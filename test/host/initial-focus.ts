import { type RefObject, useLayoutEffect } from "react";

/** Gives the focus to the field that asks for it, else to the first one. */
export function focusField(container: ParentNode): void {
  const marked = container.querySelector<HTMLElement>("[data-autofocus]");
  (marked ?? container.querySelector<HTMLElement>("input, textarea, select"))?.focus();
}

/** Focuses a List or Form that takes the place of another within its view; a new view is focused by the navigation. */
export function useInitialFocus(element: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (element.current?.isConnected === true) focusField(element.current);
  }, [element]);
}
