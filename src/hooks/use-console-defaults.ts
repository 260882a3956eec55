import { LocalStorage } from "@raycast/api";
import { usePromise } from "@raycast/utils";
import { type ConsoleDefaults, createConsoleDefaults } from "../launcher/create-console-defaults";

/** What a profile opens at by default, to be shown; `reload` reads it again. */
export function useConsoleDefaults(profile: string): {
  readonly defaults: ConsoleDefaults;
  readonly reload: () => void;
} {
  const read = (name: string) => createConsoleDefaults(LocalStorage).read(name);
  // Where it cannot be read there is nothing to show; opening says more.
  const { data, revalidate } = usePromise(read, [profile], { onError: () => undefined });
  return { defaults: data ?? {}, reload: () => void revalidate() };
}
