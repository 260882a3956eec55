import { LocalStorage } from "@raycast/api";
import { type ChainPlan, openedRole } from "../aws/chain/plan/chain-plan";
import { type BrowserChoice, browserChoiceTitle } from "./browsers/browser-choice";
import { type ChoiceOwner, createBrowserMemory } from "./browsers/create-browser-memory";
import { type Success, withProgress } from "./with-progress";

/** For whom a browser is remembered. */
export type BrowserOwner = ChoiceOwner;

/** A browser with whom it was chosen for. */
export interface RememberedBrowser {
  readonly owner: BrowserOwner;
  readonly choice: BrowserChoice;
}

/** What was chosen for a profile and for the account that it leads to. */
export async function rememberedBrowsers(plan: ChainPlan): Promise<readonly RememberedBrowser[]> {
  const memory = createBrowserMemory(LocalStorage);
  const accountId = openedRole(plan)?.accountId;
  const owners: readonly BrowserOwner[] = [
    { kind: "profile", profile: plan.profile },
    ...(accountId === undefined ? [] : [{ kind: "account", accountId } as const]),
  ];
  const choices = await Promise.all(
    owners.map(async (owner) => ({ owner, choice: await memory.read(owner).catch(() => undefined) })),
  );
  return choices.flatMap(({ owner, choice }) => (choice ? [{ owner, choice }] : []));
}

/** Opens every console of a profile or an account in this browser from now on. */
export function rememberBrowser(owner: BrowserOwner, choice: BrowserChoice, name: string): Promise<void> {
  return change(name, async () => {
    await createBrowserMemory(LocalStorage).remember(owner, choice);
    return { toast: `${browserChoiceTitle(choice)} now opens ${name}` };
  });
}

/** Opens the consoles of a profile or an account in no browser of their own any more. */
export function forgetBrowser(owner: BrowserOwner, name: string): Promise<void> {
  return change(name, async () => {
    await createBrowserMemory(LocalStorage).forget(owner);
    return { toast: `No browser of its own opens ${name} any more` };
  });
}

function change(name: string, action: () => Promise<Success>): Promise<void> {
  return withProgress(`Changing ${name}`, action, { isCancellable: false });
}
