import {
  array,
  boolean,
  fallback,
  object,
  optional,
  parseJson,
  pipe,
  record,
  safeParse,
  string,
  unknown,
} from "valibot";

/** A profile of a Chromium browser. */
export interface ChromiumProfile {
  /** The name of its folder, which tells the browser which profile is meant: `Profile 1`. */
  readonly directory: string;
  /** The name that the user gave it; of two that share it, each has its folder added. */
  readonly name: string;
}

/** Profiles of the browser's own, which no user chooses. */
const INTERNAL = new Set(["Guest Profile", "System Profile"]);

const LocalState = pipe(
  string(),
  parseJson(),
  object({
    profile: object({
      info_cache: record(string(), unknown()),
      profiles_order: fallback(array(string()), []),
    }),
  }),
);

const Info = object({ name: string(), is_omitted_from_profile_list: fallback(optional(boolean()), false) });

/**
 * Reads the profiles out of a Chromium browser's `Local State`, in the order in which the browser lists them
 * (`profile.info_cache` and `profile.profiles_order`, as `ProfileAttributesStorage` writes them).
 *
 * @param localState the text of the file; one that cannot be read holds no profiles
 */
export function chromiumProfiles(localState: string): readonly ChromiumProfile[] {
  const { success, output } = safeParse(LocalState, localState);
  if (!success) return [];
  const { info_cache: infos, profiles_order: order } = output.profile;
  const directories = new Set([...order.filter((directory) => Object.hasOwn(infos, directory)), ...Object.keys(infos)]);
  const profiles = [...directories].flatMap((directory) => {
    const info = safeParse(Info, infos[directory]);
    if (!info.success || INTERNAL.has(directory) || info.output.is_omitted_from_profile_list) return [];
    return [{ directory, name: info.output.name || directory }];
  });
  return profiles.map(({ directory, name }) => {
    const isShared = profiles.some((other) => other.directory !== directory && other.name === name);
    return { directory, name: isShared ? `${name} (${directory})` : name };
  });
}
