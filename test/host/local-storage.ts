import type * as Raycast from "@raycast/api";
import { host } from "./host";

type Value = Raycast.LocalStorage.Value;

function checkKey(key: string): void {
  if (typeof key !== "string") throw new TypeError(`LocalStorage takes keys of type string, not ${typeof key}`);
}

/** The encrypted storage of the extension; its contents are in `host.localStorage`. */
export const LocalStorage: typeof Raycast.LocalStorage = {
  async getItem<T extends Value = Value>(key: string) {
    checkKey(key);
    // The caller names the type it expects, and Raycast does not check it either.
    return host.localStorage.get(key) as T | undefined;
  },
  async setItem(key, value) {
    checkKey(key);
    if (!["string", "number", "boolean"].includes(typeof value)) {
      throw new TypeError(`LocalStorage takes string, number or boolean; "${key}" was given ${typeof value}`);
    }
    host.localStorage.set(key, value);
  },
  async removeItem(key) {
    checkKey(key);
    host.localStorage.delete(key);
  },
  async allItems<T extends Raycast.LocalStorage.Values = Raycast.LocalStorage.Values>() {
    // The caller names the type it expects, and Raycast does not check it either.
    return Object.fromEntries(host.localStorage) as T;
  },
  async clear() {
    host.localStorage.clear();
  },
};
