import { LocalStorage } from "@raycast/api";
import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type DestinationPage } from "../aws/console/destination";
import { type ConsoleRegion } from "../aws/console/regions";
import { type ConsoleDefaults, createConsoleDefaults } from "./create-console-defaults";
import { announceProfileChange } from "./profile-changes";
import { withProgress } from "./with-progress";

/**
 * Makes a page the one that a profile's console opens at; the console's home is what it opens at without. An address
 * brings its region along.
 */
export function setDefaultPage(profile: string, page: DestinationPage, title: string): Promise<void> {
  const change = page.kind === "url" ? { page, region: undefined } : { page };
  return setDefaults(profile, change, `${profile} now opens at ${title}`);
}

/**
 * Makes a region the one that a profile's console opens in, instead of the region of the config.
 *
 * @param page what it opens at there; absent: what it opens at already
 */
export function setDefaultRegion(
  { profile, region: own }: ChainPlan,
  { id, name }: ConsoleRegion,
  page: DestinationPage | undefined,
): Promise<void> {
  const change = { ...(page && { page }), region: id === own ? undefined : id };
  const place = page?.kind === "service" ? ` at ${page.service.name}` : "";
  return setDefaults(profile, change, `${profile} now opens${place} in ${name}`);
}

async function setDefaults(profile: string, change: ConsoleDefaults, done: string): Promise<void> {
  await withProgress(
    `Changing ${profile}`,
    async () => {
      const defaults = createConsoleDefaults(LocalStorage);
      await defaults.write(profile, { ...(await defaults.read(profile)), ...change });
      announceProfileChange();
      return { toast: done };
    },
    { isCancellable: false },
  );
}
