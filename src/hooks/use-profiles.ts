import { usePromise } from "@raycast/utils";
import { useCallback, useEffect, useMemo } from "react";
import { type Session } from "../aws/chain/resolve/session-store";
import { listProfiles, type ProfileEntry } from "../aws/profile-list";
import { NO_MEMORY, type ProfileMemory } from "../aws/profile-memory";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { awsEnvironment } from "../launcher/aws-environment";
import { sessionStore } from "../launcher/launcher-ports";
import { readProfileMemory } from "../launcher/profile-memory";
import { readSharedConfig } from "../launcher/read-shared-config";
import { onProfileChange } from "../launcher/profile-changes";
import { useNow } from "./use-now";

export interface Profiles {
  readonly config: SharedConfig | undefined;
  readonly entries: readonly ProfileEntry[];
  readonly memory: ProfileMemory;
  /** The moment that the entries are true for. */
  readonly now: Date;
  readonly isLoading: boolean;
  /** Why there is no config. */
  readonly error: Error | undefined;
  /** Reads config and sessions again. */
  readonly reload: () => void;
}

/**
 * The profiles of the shared files with the sessions there are: read again when a session comes or goes, and as time
 * passes, so that a row shows its lock once its session is over and follows edits and other commands. Touches files and
 * `LocalStorage` only.
 */
export function useProfiles(): Profiles {
  const tick = useNow();
  const { data, isLoading, error, revalidate } = usePromise(readProfiles, [tick.getTime()], {
    // The view says it in full; a toast beside it would say it twice.
    onError: () => undefined,
  });
  const reload = useCallback(() => void revalidate(), [revalidate]);
  useEffect(() => onProfileChange(reload), [reload]);

  const entries = useMemo(() => (data ? listProfiles(data.config, data.sessions, data.now) : []), [data]);
  return {
    config: data?.config,
    entries,
    memory: data?.memory ?? NO_MEMORY,
    now: data?.now ?? tick,
    // Of the first time only: what is read again stands there meanwhile.
    isLoading: isLoading && !data && !error,
    error,
    reload,
  };
}

interface ReadProfiles {
  readonly config: SharedConfig;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly memory: ProfileMemory;
  readonly now: Date;
}

async function readProfiles(now: number): Promise<ReadProfiles> {
  const [config, sessions, memory] = await Promise.all([
    readSharedConfig(awsEnvironment()),
    sessionStore().readAll(),
    readProfileMemory(),
  ]);
  return { config, sessions, memory, now: new Date(now) };
}
