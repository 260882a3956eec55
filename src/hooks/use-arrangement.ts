import { useCallback, useState } from "react";
import { type ProfileMemory } from "../aws/profiles/profile-memory";
import { type Profiles } from "./use-profiles";

interface Arrangement {
  readonly by: ProfileMemory;
  /** What is to be arranged by no longer: the next that is read is. */
  readonly outdated: ProfileMemory | undefined;
}

/**
 * What was pinned and opened when the list came up: its rows stay where they are while it is open. Otherwise a profile that
 * was just opened or pinned would move away under the selection, and the next key would hit another one.
 *
 * @returns the memory to arrange by, and a function that arranges by what is read next
 */
export function useArrangement({ memory, isLoading }: Profiles): readonly [ProfileMemory, () => void] {
  const [arrangement, setArrangement] = useState<Arrangement>();
  const isDue = !arrangement || (arrangement.outdated !== undefined && arrangement.outdated !== memory);
  if (isDue && !isLoading) setArrangement({ by: memory, outdated: undefined });
  const arrangeAnew = useCallback(
    () => setArrangement((before) => before && { ...before, outdated: memory }),
    [memory],
  );
  return [arrangement?.by ?? memory, arrangeAnew];
}
