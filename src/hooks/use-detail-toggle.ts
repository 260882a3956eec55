import { useCachedState } from "@raycast/utils";
import { useMemo } from "react";

/** Whether lists show the detail of what is selected. */
export interface DetailToggle {
  readonly isShowingDetail: boolean;
  readonly toggleDetail: () => void;
}

/** The same for every list, and remembered from one time to the next. */
export function useDetailToggle(): DetailToggle {
  const [isShowingDetail, setShowingDetail] = useCachedState("is-showing-detail", false);
  return useMemo(
    () => ({ isShowingDetail, toggleDetail: () => setShowingDetail((isShown) => !isShown) }),
    [isShowingDetail, setShowingDetail],
  );
}
