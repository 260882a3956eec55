import { createHash } from "node:crypto";
import { hash, isoTimestamp, parseJson, pipe, record, safeParse, string } from "valibot";
import { type SpentCodes } from "../aws/chain/resolve/spent-codes";
import { type EncryptedStorage } from "./encrypted-storage";

const PREFIX = "spent-code:";

/** A code is good in its own step of 30 seconds and the neighbours of that (RFC 6238), and a clock may differ a little. */
const GOOD_FOR_MS = 2 * 60 * 1000;

/** When each code of a device was sent, by the digest of the code. */
const Entry = pipe(string(), parseJson(), record(pipe(string(), hash(["sha256"])), pipe(string(), isoTimestamp())));

/**
 * The codes that were sent, in the launcher's encrypted storage: one entry per device with the digest and the time of each
 * code, so that the code itself is nowhere. What is older than a code can be is dropped whenever an entry is written. An
 * entry that cannot be read counts as absent.
 *
 * Two commands that write for one device in the same moment may lose one of the two codes. Then AWS refuses it the second
 * time, as it does without any record.
 */
export function createSpentCodes(storage: EncryptedStorage, now: () => Date): SpentCodes {
  async function read(serial: string): Promise<Map<string, Date>> {
    const { success, output } = safeParse(Entry, await storage.getItem(PREFIX + serial));
    if (!success) return new Map();
    const times = Object.entries(output).map(([digest, time]) => [digest, new Date(time)] as const);
    // A time to come is from a clock that was set back since: it would be good for as long as that.
    return new Map(times.filter(([, time]) => Math.abs(now().getTime() - time.getTime()) <= GOOD_FOR_MS));
  }

  async function write(serial: string, times: ReadonlyMap<string, Date>): Promise<void> {
    if (times.size === 0) return storage.removeItem(PREFIX + serial);
    await storage.setItem(PREFIX + serial, JSON.stringify(Object.fromEntries(times)));
  }

  return {
    async sentAt(serial, code) {
      return (await read(serial)).get(digestOf(serial, code));
    },
    async lastSentAt(serial) {
      const times = [...(await read(serial)).values()];
      return times.sort((a, b) => b.getTime() - a.getTime())[0];
    },
    async add(serial, code) {
      await write(serial, (await read(serial)).set(digestOf(serial, code), now()));
    },
    async remove(serial, code) {
      const times = await read(serial);
      times.delete(digestOf(serial, code));
      await write(serial, times);
    },
  };
}

function digestOf(serial: string, code: string): string {
  return createHash("sha256")
    .update(JSON.stringify([serial, code]))
    .digest("hex");
}
