import { isoTimestamp, nullable, number, object, parseJson, pipe, safeParse, string } from "valibot";
import { type AllowedWays } from "../aws/chain/resolve/allowed-ways";
import { type EncryptedStorage } from "./encrypted-storage";

const PREFIX = "way:";

/** A role's maximum is raised and a region activated some day; asking again costs one refused call. */
const GOOD_FOR_MS = 24 * 60 * 60 * 1000;

const Entry = pipe(
  string(),
  parseJson(),
  object({
    region: nullable(object({ refused: string(), used: string() })),
    durationSeconds: nullable(number()),
    learnedAt: pipe(string(), isoTimestamp()),
  }),
);

/** What STS's refusals taught, in the launcher's storage for a day. An entry that cannot be read counts as absent. */
export function createAllowedWays(storage: EncryptedStorage, now: () => Date): AllowedWays {
  return {
    async read(key) {
      const { success, output } = safeParse(Entry, await storage.getItem(PREFIX + key));
      if (!success) return undefined;
      const { region, durationSeconds, learnedAt } = output;
      if (Math.abs(now().getTime() - new Date(learnedAt).getTime()) < GOOD_FOR_MS) {
        return { region: region ?? undefined, durationSeconds: durationSeconds ?? undefined };
      }
      await storage.removeItem(PREFIX + key);
      return undefined;
    },
    async write(key, { region = null, durationSeconds = null }) {
      await storage.setItem(PREFIX + key, JSON.stringify({ region, durationSeconds, learnedAt: now().toISOString() }));
    },
    async remove(key) {
      await storage.removeItem(PREFIX + key);
    },
  };
}
