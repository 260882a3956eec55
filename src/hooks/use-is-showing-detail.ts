import { useCachedState } from "@raycast/utils";
import { useCallback } from "react";

/** Whether lists of profiles show the detail of the selected one, remembered from one time to the next. */
export function useIsShowingDetail(): readonly [boolean, () => void] {
  const [isShowingDetail, setShowingDetail] = useCachedState("is-showing-detail", false);
  const toggle = useCallback(() => setShowingDetail((isShown) => !isShown), [setShowingDetail]);
  return [isShowingDetail, toggle];
}
