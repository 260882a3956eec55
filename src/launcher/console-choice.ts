import { LocalStorage } from "@raycast/api";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { type ConsoleLength } from "../aws/console/console-plan";
import { type DestinationPage } from "../aws/console/destination";
import { type ConsoleWish } from "../aws/console/request-sign-in";
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
export async function wishOf({ profile, partition }: ChainPlan, choice: ConsoleChoice): Promise<ConsoleWish> {
  const preferences = consolePreferences();
  // A storage that cannot be read keeps nobody from a console.
  const defaults = await createConsoleDefaults(LocalStorage)
    .read(profile)
    .catch(() => undefined);
  const page = choice.page ?? defaults?.page ?? { kind: "home" };
  const ownRegion = defaults?.region ?? "";
  // An address stays in the region that it names, and a profile that moved to another partition has left its default.
  const isMeant = page.kind !== "url" && partition.regions.test(ownRegion);
  const region = choice.region ?? (isMeant ? ownRegion : undefined);
  return {
    destination: { ...page, region },
    length: choice.length ?? preferences.length,
    logsOutFirst: choice.logsOutFirst ?? preferences.logsOutFirst,
  };
}

/** Where an action's choice opens the console of a profile. */
export async function browserOf(plan: ChainPlan, { browser }: ConsoleChoice): Promise<BrowserChoice> {
  const { profile } = plan;
  if (browser) return browser;
  const memory = createBrowserMemory(LocalStorage);
  const remembered = await memory.choiceFor({ profile, accountId: openedRole(plan)?.accountId }).catch(() => undefined);
  return remembered ?? { kind: "default" };
}
