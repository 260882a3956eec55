import { useCallback, useEffect, useRef } from "react";

/** Tells whether a view is still there: what ends after the user has left it must not close the view behind it. */
export function useIsOpen(): () => boolean {
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return useCallback(() => isOpen.current, []);
}
