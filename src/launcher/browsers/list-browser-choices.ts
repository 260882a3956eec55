import { type Application, getApplications } from "@raycast/api";
import { type PathSurroundings } from "../../aws/shared-config/file-locations";
import { ARC_BUNDLE_ID } from "./arc-spaces";
import { BROWSER_IDS, type BrowserId, BROWSERS, FIREFOX_BROWSERS } from "./browser";
import { type BrowserChoice } from "./browser-choice";
import { ownSurroundings } from "./browser-files";
import { containerColor } from "./container-color";
import { findProgram } from "./find-program";
import { readArcSpaceChoices, readProfileChoices } from "./read-profile-choices";

/** What is to be opened somewhere. */
export interface ConsoleToOpen {
  readonly profile: string;
  /** Absent where the account is not known. */
  readonly accountId: string | undefined;
}

/** Whose applications can open the console. */
const CONSOLE = "https://console.aws.amazon.com";

/**
 * Everything that can open a console here, the default browser first: the applications that open web addresses, and of
 * the installed browsers the profiles, a container named after the AWS profile in the color of its account, and a private
 * window. What cannot be read or asked for is left out; nothing is written and nothing throws.
 */
export async function listBrowserChoices(
  { profile, accountId }: ConsoleToOpen,
  surroundings: PathSurroundings = ownSurroundings(),
): Promise<readonly BrowserChoice[]> {
  const applications = await getApplications(CONSOLE).catch((): Application[] => []);
  const isInstalled = async (browser: BrowserId): Promise<boolean> =>
    surroundings.platform === "darwin"
      ? applications.some(({ bundleId }) => bundleId === BROWSERS[browser].macos.bundleId)
      : (await findProgram(browser, surroundings)) !== undefined;

  const ofBrowser = async (browser: BrowserId): Promise<readonly BrowserChoice[]> => {
    if (!(await isInstalled(browser))) return [];
    const withContainers = FIREFOX_BROWSERS.find((id) => id === browser);
    const container: BrowserChoice[] = withContainers
      ? [
          {
            kind: "firefox-container",
            browser: withContainers,
            container: profile,
            color: accountId === undefined ? undefined : containerColor(accountId),
            icon: "briefcase",
          },
        ]
      : [];
    const profiles = await readProfileChoices(browser, surroundings);
    return [...profiles, ...container, { kind: "private-window", browser }];
  };

  const hasArc = applications.some(({ bundleId }) => bundleId === ARC_BUNDLE_ID);
  return [
    { kind: "default" },
    ...applications.map(({ name, path }): BrowserChoice => ({ kind: "application", name, path })),
    ...(await Promise.all(BROWSER_IDS.map(ofBrowser))).flat(),
    ...(hasArc ? await readArcSpaceChoices(surroundings) : []),
  ];
}
