/** The part of the launcher's `LocalStorage` that the stores need. Raycast keeps it in an encrypted database. */
export interface EncryptedStorage {
  getItem(key: string): Promise<unknown>;
  setItem(key: string, value: string): Promise<void>;
  removeItem(key: string): Promise<void>;
  allItems(): Promise<Readonly<Record<string, unknown>>>;
}
