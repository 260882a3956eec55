import { parseJson, pipe, safeParse, string } from "valibot";
import { type EncryptedStorage } from "../encrypted-storage";
import { type BrowserChoice, BrowserChoiceSchema } from "./browser-choice";

/** For whom a choice is remembered: one profile, or every profile that leads to an account. */
export type ChoiceOwner =
  { readonly kind: "profile"; readonly profile: string } | { readonly kind: "account"; readonly accountId: string };

/** Which browser was chosen for what. */
export interface BrowserMemory {
  /** What was chosen for this owner alone. */
  read(owner: ChoiceOwner): Promise<BrowserChoice | undefined>;
  /** The choice for a profile, else that for its account, else undefined. */
  choiceFor(console: {
    readonly profile: string;
    readonly accountId: string | undefined;
  }): Promise<BrowserChoice | undefined>;
  remember(owner: ChoiceOwner, choice: BrowserChoice): Promise<void>;
  forget(owner: ChoiceOwner): Promise<void>;
}

const Entry = pipe(string(), parseJson(), BrowserChoiceSchema);

/**
 * Choices in the launcher's storage, one entry each. Reading throws where an entry cannot be understood, from another
 * version or a broken disk: who keeps an account to a browser of its own must not find it in another.
 */
export function createBrowserMemory(storage: EncryptedStorage): BrowserMemory {
  const read = async (owner: ChoiceOwner): Promise<BrowserChoice | undefined> => {
    const entry = await storage.getItem(keyOf(owner));
    if (entry === undefined) return undefined;
    const { success, output } = safeParse(Entry, entry);
    if (!success) throw new Error("What was remembered of a browser cannot be understood.");
    return output;
  };

  return {
    read,
    async choiceFor({ profile, accountId }) {
      const ofProfile = await read({ kind: "profile", profile });
      if (ofProfile || accountId === undefined) return ofProfile;
      return read({ kind: "account", accountId });
    },
    async remember(owner, choice) {
      await storage.setItem(keyOf(owner), JSON.stringify(choice));
    },
    async forget(owner) {
      await storage.removeItem(keyOf(owner));
    },
  };
}

function keyOf(owner: ChoiceOwner): string {
  return owner.kind === "profile" ? `browser:profile:${owner.profile}` : `browser:account:${owner.accountId}`;
}
