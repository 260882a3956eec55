import { array, looseObject, object, parseJson, pipe, safeParse, string, unknown } from "valibot";
import { chromiumProfiles } from "./chromium-profiles";

/** A Space of Arc and the profile that it belongs to. */
export interface ArcSpace {
  readonly space: string;
  readonly profile: string;
}

/** Where Arc keeps what {@link arcSpaces} reads. It has them on macOS only. */
export const ARC_FILES = {
  localState: "~/Library/Application Support/Arc/User Data/Local State",
  sidebar: "~/Library/Application Support/Arc/StorableSidebar.json",
};

export const ARC_BUNDLE_ID = "company.thebrowser.Browser";

const Sidebar = pipe(string(), parseJson(), object({ sidebar: object({ containers: array(unknown()) }) }));
const Container = object({ spaces: array(unknown()) });
const Space = looseObject({ title: string() });
const OtherProfile = object({ profile: object({ custom: object({ _0: object({ directoryBasename: string() }) }) }) });

/**
 * The Spaces of Arc, with the names of their profiles. Arc takes no profile on its command line (fwdcloudsec/granted#357),
 * but a tab made in a Space has the profile of that Space. The format of the sidebar is Arc's own and not documented; what
 * does not look like it counts as no Space. Of several Spaces with one title, the script reaches the first only.
 *
 * @param sidebar the text of `StorableSidebar.json`
 * @param localState the text of `Local State`, which has the names
 */
export function arcSpaces(sidebar: string, localState: string): readonly ArcSpace[] {
  const { success, output } = safeParse(Sidebar, sidebar);
  if (!success) return [];
  const names = new Map(chromiumProfiles(localState).map(({ directory, name }) => [directory, name]));
  const spaces = new Map<string, ArcSpace>();
  for (const entry of output.sidebar.containers.flatMap(spacesOf)) {
    // Identifiers stand between the Spaces.
    const space = safeParse(Space, entry);
    if (!space.success || space.output.title === "" || spaces.has(space.output.title)) continue;
    const directory = profileDirectory(entry);
    spaces.set(space.output.title, { space: space.output.title, profile: names.get(directory) ?? directory });
  }
  return [...spaces.values()];
}

function spacesOf(container: unknown): unknown[] {
  const { success, output } = safeParse(Container, container);
  return success ? output.spaces : [];
}

function profileDirectory(space: unknown): string {
  const { success, output } = safeParse(OtherProfile, space);
  return success ? output.profile.custom._0.directoryBasename : "Default";
}
