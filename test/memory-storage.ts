import { type EncryptedStorage } from "../src/launcher/encrypted-storage";

/** The launcher's storage without a launcher: gone with the process. */
export function memoryStorage(): EncryptedStorage {
  const items = new Map<string, string>();
  return {
    getItem: async (key) => items.get(key),
    setItem: async (key, value) => void items.set(key, value),
    removeItem: async (key) => void items.delete(key),
    allItems: async () => Object.fromEntries(items),
  };
}
