import { object, optional, parseJson, pipe, safeParse, string } from "valibot";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { type DestinationPage } from "../aws/console/destination";
import { type EncryptedStorage } from "./encrypted-storage";

/** Where a profile's console opens when nothing else is asked for. */
export interface ConsoleDefaults {
  /** Instead of the console's home. */
  readonly page?: DestinationPage | undefined;
  /** Instead of the region of the config. */
  readonly region?: string | undefined;
}

/** The defaults of each profile, as the user set them. */
export interface ConsoleDefaultsStore {
  read(profile: string): Promise<ConsoleDefaults>;
  /** Those of every profile that has any. */
  readAll(): Promise<ReadonlyMap<string, ConsoleDefaults>>;
  write(profile: string, defaults: ConsoleDefaults): Promise<void>;
}

const PREFIX = "console:";

const Entry = pipe(
  string(),
  parseJson(),
  object({ service: optional(string()), url: optional(string()), region: optional(string()) }),
);

/**
 * Console defaults in the launcher's storage, one entry a profile. An entry that cannot be read, or that names a service
 * which the catalogue does not have any more, counts as absent.
 */
export function createConsoleDefaults(storage: EncryptedStorage): ConsoleDefaultsStore {
  return {
    async read(profile) {
      return parseEntry(await storage.getItem(PREFIX + profile));
    },
    async readAll() {
      const items = Object.entries(await storage.allItems()).filter(([key]) => key.startsWith(PREFIX));
      return new Map(items.map(([key, value]) => [key.slice(PREFIX.length), parseEntry(value)]));
    },
    async write(profile, { page, region }) {
      const isHome = page === undefined || page.kind === "home";
      if (isHome && region === undefined) return storage.removeItem(PREFIX + profile);
      const service = page?.kind === "service" ? page.service.id : undefined;
      const url = page?.kind === "url" ? page.url : undefined;
      await storage.setItem(PREFIX + profile, JSON.stringify({ service, url, region }));
    },
  };
}

function parseEntry(value: unknown): ConsoleDefaults {
  const { success, output } = safeParse(Entry, value);
  if (!success) return {};
  const { service: id, url, region } = output;
  const service = CONSOLE_SERVICES.find((candidate) => candidate.id === id);
  const page: DestinationPage | undefined = service
    ? { kind: "service", service }
    : url === undefined
      ? undefined
      : { kind: "url", url };
  return { page, region };
}
