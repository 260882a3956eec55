import { type EncryptedStorage } from "./encrypted-storage";

/** A storage that is read as a whole once, however many ask for all of its items; single ones are as they are now. */
export function readingOnce(storage: EncryptedStorage): EncryptedStorage {
  let items: ReturnType<EncryptedStorage["allItems"]> | undefined;
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, value),
    removeItem: (key) => storage.removeItem(key),
    allItems: () => (items ??= storage.allItems()),
  };
}
