import { LocalStorage } from "@raycast/api";
import { array, record, string } from "valibot";
import { destinationWords } from "../aws/console/destination-words";
import { NO_MEMORY, type ProfileMemory } from "../aws/profiles/profile-memory";
import { type ConsoleDefaults, createConsoleDefaults } from "./create-console-defaults";
import { createStoredValue } from "./create-stored-value";
import { type EncryptedStorage } from "./encrypted-storage";
import { announceProfileChange } from "./profile-changes";
import { showProblem } from "./show-problem";

/** More than anybody looks back on. */
const REMEMBERED_OPENINGS = 50;

const pinned = createStoredValue(LocalStorage, "pinned-profiles", array(string()), []);
const opened = createStoredValue(LocalStorage, "opened-profiles", array(string()), []);
const aliases = createStoredValue(LocalStorage, "account-aliases", record(string(), string()), {});

/** Reads what is remembered. A storage that cannot be read keeps nobody from the list. */
export async function readProfileMemory(storage: EncryptedStorage = LocalStorage): Promise<ProfileMemory> {
  try {
    const [ofPinned, ofOpened, ofAliases, defaults] = await Promise.all([
      pinned.read(),
      opened.read(),
      aliases.read(),
      createConsoleDefaults(storage).readAll(),
    ]);
    return {
      pinned: ofPinned,
      opened: ofOpened,
      aliases: byAccount(ofAliases),
      places: new Map(Array.from(defaults, ([profile, place]) => [profile, placeText(place)])),
    };
  } catch {
    return NO_MEMORY;
  }
}

/** Reads what accounts are called, and nothing else; none where that cannot be read. */
export async function readAccountAliases(): Promise<ProfileMemory["aliases"]> {
  return byAccount(await aliases.read().catch(() => ({})));
}

/** Not by an object's keys: what a config calls an account may be the name of anything that objects have. */
function byAccount(named: Readonly<Record<string, string>>): ProfileMemory["aliases"] {
  return new Map(Object.entries(named));
}

function placeText({ page = { kind: "home" }, region }: ConsoleDefaults): string {
  const address = page.kind === "url" ? ["Pasted Address"] : [];
  return [...address, ...destinationWords({ ...page, region })].join(", ");
}

/** Keeps a profile at the top of the list, below those that were pinned before. */
export function pinProfile(profile: string): Promise<void> {
  return change(() => pinned.update((names) => [...names.filter((name) => name !== profile), profile]));
}

/** Puts a profile back among the others. */
export function unpinProfile(profile: string): Promise<void> {
  return change(() => pinned.update((names) => names.filter((name) => name !== profile)));
}

/** Remembers that a profile was used, for the recent ones in front. What was opened stays so where that fails. */
export async function rememberOpened(profile: string): Promise<void> {
  await opened
    .update((names) => [profile, ...names.filter((name) => name !== profile)].slice(0, REMEMBERED_OPENINGS))
    .catch(() => undefined);
  announceProfileChange();
}

/** Forgets that a profile was ever used. */
export function resetRanking(profile: string): Promise<void> {
  return change(() => opened.update((names) => names.filter((name) => name !== profile)));
}

/**
 * Gives an account a name of the user's.
 *
 * @param alias empty: none any more
 */
export function setAccountAlias(accountId: string, alias: string): Promise<void> {
  return change(() =>
    aliases.update((named) => {
      const others = Object.entries(named).filter(([id]) => id !== accountId);
      return Object.fromEntries(alias === "" ? others : [...others, [accountId, alias]]);
    }),
  );
}

/** Makes a change and lets lists know, or says that it was not made. */
async function change(update: () => Promise<void>): Promise<void> {
  try {
    await update();
    announceProfileChange();
  } catch (error) {
    await showProblem(error, () => void change(update));
  }
}
