import type * as Raycast from "@raycast/api";
import { join } from "node:path";
import { host } from "./host";

const subscribersOf = new Map<string, Set<Raycast.Cache.Subscriber>>();

/**
 * The cache that Raycast keeps in plain files, here in memory: `host.caches` has the contents by namespace, so that a
 * test can look for what must not be there, and a reset empties the caches that modules created once.
 *
 * Not typed as `Raycast.Cache`, whose private members make it a type that no other class meets.
 */
export class Cache {
  static readonly STORAGE_DIRECTORY_NAME = "com.raycast.api.cache";
  static readonly DEFAULT_CAPACITY = 10 * 1024 * 1024;

  readonly #namespace: string;
  readonly #capacity: number;

  constructor(options: Raycast.Cache.Options = {}) {
    this.#namespace = options.namespace ?? "";
    this.#capacity = options.capacity ?? Cache.DEFAULT_CAPACITY;
  }

  get storageDirectory(): string {
    return join(host.supportPath, Cache.STORAGE_DIRECTORY_NAME, this.#namespace);
  }

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }

  /** Reading makes the entry the most recently used. */
  get(key: string): string | undefined {
    const data = this.#entries.get(key);
    if (data !== undefined) this.#put(key, data);
    return data;
  }

  has(key: string): boolean {
    return this.#entries.has(key);
  }

  set(key: string, data: string): void {
    this.#put(key, data);
    this.#evict();
    this.#notify(key, data);
  }

  remove(key: string): boolean {
    const removed = this.#entries.delete(key);
    if (removed) this.#notify(key, undefined);
    return removed;
  }

  clear(options?: { notifySubscribers: boolean }): void {
    this.#entries.clear();
    if (options?.notifySubscribers !== false) this.#notify(undefined, undefined);
  }

  // An arrow property, because @raycast/utils passes it unbound to useSyncExternalStore.
  readonly subscribe = (subscriber: Raycast.Cache.Subscriber): Raycast.Cache.Subscription => {
    const subscribers = subscribersOf.get(this.#namespace) ?? new Set();
    subscribersOf.set(this.#namespace, subscribers.add(subscriber));
    return () => subscribers.delete(subscriber);
  };

  get #entries(): Map<string, string> {
    const entries = host.caches.get(this.#namespace) ?? new Map<string, string>();
    host.caches.set(this.#namespace, entries);
    return entries;
  }

  #put(key: string, data: string): void {
    this.#entries.delete(key);
    this.#entries.set(key, data);
  }

  #evict(): void {
    let size = [...this.#entries.values()].reduce((sum, data) => sum + Buffer.byteLength(data), 0);
    for (const [key, data] of this.#entries) {
      if (size <= this.#capacity) return;
      this.#entries.delete(key);
      size -= Buffer.byteLength(data);
    }
  }

  #notify(key: string | undefined, data: string | undefined): void {
    for (const subscriber of subscribersOf.get(this.#namespace) ?? []) subscriber(key, data);
  }
}
