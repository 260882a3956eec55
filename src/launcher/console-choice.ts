import { LocalStorage } from "@raycast/api";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { type ConsoleLength } from "../aws/console/console-plan";
import { type DestinationPage } from "../aws/console/destination";
import { readPastedUrl } from "../aws/console/pasted-url";
import { type ConsoleWish } from "../aws/console/request-sign-in";
import { ProblemError } from "../aws/problem";
import { type BrowserChoice } from "./browsers/browser-choice";
import { createBrowserMemory } from "./browsers/create-browser-memory";
import { consolePreferences } from "./console-preferences";
import { createConsoleDefaults } from "./create-console-defaults";

/** How an action opens a console. What it leaves open is the profile's default, else the user's preference. */
export interface ConsoleChoice {
  readonly page?: DestinationPage | undefined;
  readonly region?: string | undefined;
  readonly length?: ConsoleLength | undefined;
  readonly logsOutFirst?: boolean | undefined;
  readonly browser?: BrowserChoice | undefined;
}

/** What an action's choice comes to for a profile. */
export async function wishOf(plan: ChainPlan, choice: ConsoleChoice): Promise<ConsoleWish> {
  const { profile, partition } = plan;
  const preferences = consolePreferences();
  // A storage that cannot be read keeps nobody from a console.
  const defaults = await createConsoleDefaults(LocalStorage)
    .read(profile)
    .catch(() => undefined);
  // A profile that moved to another partition has left its defaults.
  const isThere = defaults?.page?.kind !== "url" || readPastedUrl(defaults.page.url, plan).kind === "console";
  const ownPage = isThere ? defaults?.page : undefined;
  const ownRegion = partition.regions.test(defaults?.region ?? "") ? defaults?.region : undefined;
  const page = choice.page ?? ownPage ?? { kind: "home" };
  // An address that was just pasted stays in the region that it names.
  const region = choice.region ?? (choice.page?.kind === "url" ? undefined : ownRegion);
  return {
    destination: { ...page, region },
    length: choice.length ?? preferences.length,
    logsOutFirst: choice.logsOutFirst ?? preferences.logsOutFirst,
  };
}

/**
 * Where an action's choice opens the console of a profile.
 *
 * @throws ProblemError `browser-unavailable` where what is remembered cannot be read: another browser may hold another
 * account
 */
export async function browserOf(plan: ChainPlan, { browser }: ConsoleChoice): Promise<BrowserChoice> {
  const { profile } = plan;
  if (browser) return browser;
  try {
    const accountId = openedRole(plan)?.accountId;
    return (await createBrowserMemory(LocalStorage).choiceFor({ profile, accountId })) ?? { kind: "default" };
  } catch {
    const failure = { kind: "not-opened", reason: "what was remembered cannot be read" } as const;
    throw new ProblemError({ kind: "browser-unavailable", profile, browser: "the browser chosen for it", failure });
  }
}
