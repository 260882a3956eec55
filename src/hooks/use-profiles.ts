import { usePromise } from "@raycast/utils";
import { useEffect } from "react";
import { type ProfileEntry, listProfiles } from "../aws/profile-list";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { awsEnvironment } from "../launcher/aws-environment";
import { now, sessionStore } from "../launcher/launcher-ports";
import { readSharedConfig } from "../launcher/read-shared-config";
import { onSessionChange } from "../launcher/session-changes";

export interface Profiles {
  readonly config: SharedConfig | undefined;
  readonly entries: readonly ProfileEntry[];
  readonly isLoading: boolean;
  /** Why there is no config. */
  readonly error: Error | undefined;
  /** Reads config and sessions again. */
  readonly reload: () => void;
}

/**
 * The profiles of the shared files with the sessions there are, read again when a session comes or goes. Touches files
 * and `LocalStorage`, nothing else.
 */
export function useProfiles(): Profiles {
  const { data, isLoading, error, revalidate } = usePromise(loadProfiles, [], {
    // The view says it in full; a toast beside it would say it twice.
    onError: () => undefined,
  });
  useEffect(() => onSessionChange(() => void revalidate()), [revalidate]);
  return { config: data?.config, entries: data?.entries ?? [], isLoading, error, reload: () => void revalidate() };
}

async function loadProfiles(): Promise<{ config: SharedConfig; entries: ProfileEntry[] }> {
  const environment = awsEnvironment();
  const [config, sessions] = await Promise.all([readSharedConfig(environment), sessionStore().readAll()]);
  return { config, entries: listProfiles(config, sessions, environment.stsEndpoint, now()) };
}
