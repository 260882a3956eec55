import { type BaseIssue, type BaseSchema, parseJson, pipe, safeParse, string } from "valibot";
import { type EncryptedStorage } from "./encrypted-storage";

/** A value that outlives the command. */
export interface StoredValue<Value> {
  read(): Promise<Value>;
  /** Writes what a change makes of it. Changes of one command never lose each other. */
  update(change: (value: Value) => Value): Promise<void>;
}

/**
 * A value under one key of the launcher's storage, as JSON. One that cannot be understood, from another version, counts as
 * absent; what the storage itself throws is thrown on.
 *
 * @param absent what there is before anything was written
 */
export function createStoredValue<Value>(
  storage: EncryptedStorage,
  key: string,
  schema: BaseSchema<unknown, Value, BaseIssue<unknown>>,
  absent: Value,
): StoredValue<Value> {
  const Entry = pipe(string(), parseJson(), schema);
  const read = async (): Promise<Value> => {
    const { success, output } = safeParse(Entry, await storage.getItem(key));
    return success ? output : absent;
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    read,
    update(change) {
      const write = async (): Promise<void> => storage.setItem(key, JSON.stringify(change(await read())));
      const written = last.then(write);
      last = written.catch(() => undefined);
      return written;
    },
  };
}
