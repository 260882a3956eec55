import { isoTimestamp, number, object, parseJson, pipe, safeParse, string } from "valibot";
import { type AllowedWays } from "../aws/chain/resolve/allowed-ways";
import { type EncryptedStorage } from "./encrypted-storage";

const PREFIX = "way:";

/** A role's maximum is raised and a region activated some day; asking again costs one refused call. */
const GOOD_FOR_MS = 24 * 60 * 60 * 1000;

const Entry = pipe(
  string(),
  parseJson(),
  object({ region: string(), durationSeconds: number(), learnedAt: pipe(string(), isoTimestamp()) }),
);

/** What STS's refusals taught, in the launcher's storage for a day. An entry that cannot be read counts as absent. */
export function createAllowedWays(storage: EncryptedStorage, now: () => Date): AllowedWays {
  return {
    async read(key) {
      const { success, output } = safeParse(Entry, await storage.getItem(PREFIX + key));
      if (!success) return undefined;
      const { learnedAt, ...way } = output;
      if (Math.abs(now().getTime() - new Date(learnedAt).getTime()) < GOOD_FOR_MS) return way;
      await storage.removeItem(PREFIX + key);
      return undefined;
    },
    async write(key, { region, durationSeconds }) {
      const entry = { region, durationSeconds, learnedAt: now().toISOString() };
      await storage.setItem(PREFIX + key, JSON.stringify(entry));
    },
  };
}
