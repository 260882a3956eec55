import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type EncryptedStorage } from "../src/launcher/encrypted-storage";

const UNFINISHED = ".";

/**
 * The launcher's storage without a launcher, for commands in processes of their own: a file for each item, in plain text,
 * which is replaced as a whole, so that a command that is killed leaves the old item or the new one.
 *
 * @param folder made when it is first needed
 */
export function fileStorage(folder: string): EncryptedStorage {
  const fileOf = (key: string): string => path.join(folder, encodeURIComponent(key));
  const getItem = (key: string): Promise<string | undefined> => readFile(fileOf(key), "utf8").catch(nothingThere);
  return {
    getItem,
    async setItem(key, value) {
      const unfinished = path.join(folder, `${UNFINISHED}${randomUUID()}`);
      await mkdir(folder, { recursive: true });
      await writeFile(unfinished, value);
      await rename(unfinished, fileOf(key));
    },
    removeItem: (key) => rm(fileOf(key), { force: true }),
    async allItems() {
      const names = (await readdir(folder).catch(nothingThere)) ?? [];
      const keys = names.filter((name) => !name.startsWith(UNFINISHED)).map(decodeURIComponent);
      return Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await getItem(key)] as const)));
    },
  };
}

function nothingThere(error: unknown): undefined {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
  throw error;
}
