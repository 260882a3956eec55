import { LocalStorage } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type DestinationPage } from "../aws/console/destination";
import { type ConsoleRegion } from "../aws/console/regions";
import { type ConsoleDefaults, createConsoleDefaults } from "./create-console-defaults";
import { withProgress } from "./with-progress";

/** Makes a page the one that a profile's console opens at; the console's home is what it opens at without. */
export function setDefaultPage(profile: string, page: DestinationPage, title: string): Promise<void> {
  return setDefaults(profile, { page }, `${profile} now opens at ${title}`);
}

/** Makes a region the one that a profile's console opens in, instead of the region of the config. */
export function setDefaultRegion({ profile, region: own }: ChainPlan, { id, name }: ConsoleRegion): Promise<void> {
  return setDefaults(profile, { region: id === own ? undefined : id }, `${profile} now opens in ${name}`);
}

async function setDefaults(profile: string, change: ConsoleDefaults, done: string): Promise<void> {
  await withProgress(
    `Changing ${profile}`,
    async () => {
      const defaults = createConsoleDefaults(LocalStorage);
      await defaults.write(profile, { ...(await defaults.read(profile)), ...change });
      return { toast: done };
    },
    { isCancellable: false },
  );
}
