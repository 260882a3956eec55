import { LocalStorage } from "@raycast/api";
import { type Session } from "../aws/chain/resolve/session-store";
import { listProfiles, type ProfileEntry } from "../aws/profiles/profile-list";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { awsEnvironment } from "./aws-environment";
import { sessionStore } from "./launcher-ports";
import { readProfileMemory } from "./profile-memory";
import { readingOnce } from "./reading-once";
import { readSharedConfig } from "./read-shared-config";

/** The profiles at a moment. */
export interface ReadProfiles {
  readonly config: SharedConfig;
  readonly entries: readonly ProfileEntry[];
  readonly memory: ProfileMemory;
  /** The moment that the entries are true for. */
  readonly now: Date;
}

/**
 * The profiles of the shared files with the sessions there are. Touches files and `LocalStorage` only; a storage that
 * cannot be read keeps nobody from the profiles.
 *
 * @throws ProblemError where the files cannot be read
 */
export async function readProfiles(now: Date): Promise<ReadProfiles> {
  const storage = readingOnce(LocalStorage);
  const [config, sessions, memory] = await Promise.all([
    readSharedConfig(awsEnvironment()),
    // Without them each row asks for what its opening will make anew; opening says more.
    sessionStore(storage)
      .readAll()
      .catch(() => new Map<string, Session>()),
    readProfileMemory(storage),
  ]);
  return { config, entries: listProfiles(config, sessions, now), memory, now };
}
