import { usePromise } from "@raycast/utils";
import { NO_MEMORY, type ProfileMemory } from "../aws/profiles/profile-memory";
import { readAccountAliases } from "../launcher/profile-memory";

/** What the user calls accounts; none until they are read. */
export function useAccountAliases(): ProfileMemory["aliases"] {
  const { data = NO_MEMORY.aliases } = usePromise(readAccountAliases);
  return data;
}
