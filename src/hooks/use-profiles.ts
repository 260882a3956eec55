import { usePromise } from "@raycast/utils";
import { useCallback, useEffect } from "react";
import { NO_MEMORY } from "../aws/profiles/profile-memory";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { onProfileChange } from "../launcher/profile-changes";
import { readProfiles, type ReadProfiles } from "../launcher/read-profiles";
import { useNow } from "./use-now";

export interface Profiles extends Omit<ReadProfiles, "config"> {
  readonly config: SharedConfig | undefined;
  readonly isLoading: boolean;
  /** Why there is no config. */
  readonly error: Error | undefined;
  /** Reads config and sessions again. */
  readonly reload: () => void;
}

const NONE: ReadProfiles["entries"] = [];

/**
 * The profiles of the shared files with the sessions there are: read again when a session comes or goes, and as time
 * passes, so that a row shows its lock once its session is over and follows edits and other commands. Touches files and
 * `LocalStorage` only.
 */
export function useProfiles(): Profiles {
  const tick = useNow();
  const { data, isLoading, error, revalidate } = usePromise(readProfilesAt, [tick.getTime()], {
    // The view says it in full; a toast beside it would say it twice.
    onError: () => undefined,
  });
  const reload = useCallback(() => void revalidate(), [revalidate]);
  useEffect(() => onProfileChange(reload), [reload]);
  return {
    config: data?.config,
    entries: data?.entries ?? NONE,
    memory: data?.memory ?? NO_MEMORY,
    now: data?.now ?? tick,
    // Of the first time only: what is read again stands there meanwhile.
    isLoading: isLoading && !data && !error,
    error,
    reload,
  };
}

/** By a number: two dates are alike to `usePromise`. */
function readProfilesAt(now: number): Promise<ReadProfiles> {
  return readProfiles(new Date(now));
}
