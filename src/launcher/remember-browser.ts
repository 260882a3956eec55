import { LocalStorage } from "@raycast/api";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { type BrowserChoice, browserChoiceTitle } from "./browsers/browser-choice";
import { type ChoiceOwner, createBrowserMemory } from "./browsers/create-browser-memory";
import { type Success, withProgress } from "./with-progress";

/** A browser with whom it was chosen for. */
export interface RememberedBrowser {
  readonly owner: ChoiceOwner;
  readonly choice: BrowserChoice;
}

/** For whom a browser can be remembered where a plan is opened: its profile and, where it is known, its account. */
export function browserOwners(plan: ChainPlan): readonly ChoiceOwner[] {
  const accountId = openedRole(plan)?.accountId;
  const profile = { kind: "profile", profile: plan.profile } as const;
  return accountId === undefined ? [profile] : [profile, { kind: "account", accountId }];
}

/** What was chosen for a profile and for the account that it leads to. */
export async function rememberedBrowsers(plan: ChainPlan): Promise<readonly RememberedBrowser[]> {
  const memory = createBrowserMemory(LocalStorage);
  const choices = await Promise.all(
    browserOwners(plan).map(async (owner) => ({ owner, choice: await memory.read(owner).catch(() => undefined) })),
  );
  return choices.flatMap(({ owner, choice }) => (choice ? [{ owner, choice }] : []));
}

/** Opens every console of a profile or an account in this browser from now on. */
export function rememberBrowser(owner: ChoiceOwner, choice: BrowserChoice, name: string): Promise<void> {
  return change(name, async () => {
    await createBrowserMemory(LocalStorage).remember(owner, choice);
    return { toast: `${browserChoiceTitle(choice)} now opens ${name}` };
  });
}

/** Opens the consoles of a profile or an account in no browser of their own any more. */
export function forgetBrowser(owner: ChoiceOwner, name: string): Promise<void> {
  return change(name, async () => {
    await createBrowserMemory(LocalStorage).forget(owner);
    return { toast: `Forgot the browser of ${name}` };
  });
}

function change(name: string, action: () => Promise<Success>): Promise<void> {
  return withProgress(`Changing ${name}`, action, { isCancellable: false });
}
