import { createElement, Fragment, isValidElement, type FunctionComponent, type ReactNode } from "react";

/** What a command finds of the launcher. */
export interface TreeHostOptions {
  readonly assetsPath: string;
  readonly supportPath: string;
  readonly commandName: string;
  readonly preferences: Readonly<Record<string, unknown>>;
  /** Called for the items of `LocalStorage` when it is used first. */
  readonly readStorage: () => Promise<Map<string, string>>;
}

/**
 * `@raycast/api` as far as drawing a list needs it. Whatever it does not name is a component that draws a host element of
 * that name, `List.Item` for example.
 */
export function raycastApi(options: TreeHostOptions): object {
  const { readStorage, preferences, ...paths } = options;
  let reading: Promise<Map<string, string>> | undefined;
  const items = () => (reading ??= readStorage());
  const nothing = async () => undefined;
  const known = {
    environment: {
      ...paths,
      launchType: "userInitiated",
      commandMode: "view",
      appearance: "dark",
      isDevelopment: false,
    },
    getPreferenceValues: () => preferences,
    LocalStorage: {
      getItem: async (key: string) => (await items()).get(key),
      setItem: async (key: string, value: string) => void (await items()).set(key, value),
      removeItem: async (key: string) => void (await items()).delete(key),
      allItems: async () => Object.fromEntries(await items()),
    },
    Cache: MemoryCache,
    Action: withComponents("Action.", Object.assign(hostComponent("Action"), { Style: names("style") })),
    Icon: names("icon"),
    Color: names("color"),
    Keyboard: { Shortcut: { Common: names("shortcut") } },
    Image: { Mask: names("mask") },
    LaunchType: names("launch"),
    PopToRootType: names("pop"),
    Alert: { ActionStyle: names("style") },
    Toast: { Style: names("style") },
    useNavigation: () => NAVIGATION,
    getApplications: async () => [],
    ...Object.fromEntries(
      ["showToast", "showHUD", "open", "launchCommand", "confirmAlert"].map((name) => [name, nothing]),
    ),
  };
  return withComponents("", known);
}

const NAVIGATION = { push: () => undefined, pop: () => undefined };

/** The value of each name is the name itself. */
function names(kind: string): object {
  return new Proxy({}, { get: (_, name) => `${kind}:${String(name)}` });
}

/** Gives an object, or a component, further components by whatever name they are asked for. */
function withComponents(prefix: string, target: object): object {
  const made = new Map<string, object>();
  return new Proxy(target, {
    get(_, name) {
      if (Reflect.has(target, name) || typeof name === "symbol") return Reflect.get(target, name);
      // React, JSON and bundles ask for these.
      if (/^(\$\$typeof|__esModule|defaultProps|contextType|then|toJSON)$/.test(name)) return undefined;
      const component = made.get(name) ?? withComponents(`${prefix}${name}.`, hostComponent(prefix + name));
      made.set(name, component);
      return component;
    },
  });
}

/** Properties whose elements are drawn with their owner; an action's `target` is not, before it is pushed. */
const PARTS: ReadonlySet<string> = new Set(["searchBarAccessory", "metadata", "detail", "actions"]);

/** A component that draws itself as one host element. */
function hostComponent(type: string): FunctionComponent<Readonly<Record<string, unknown>> & { children?: ReactNode }> {
  return function HostComponent({ children, ...given }) {
    const props: Record<string, unknown> = {};
    const parts: ReactNode[] = [];
    for (const [name, value] of Object.entries(given)) {
      if (!isValidElement(value)) props[name] = value;
      else if (PARTS.has(name)) parts.push(createElement(Fragment, { key: name }, value));
    }
    return parts.length === 0 ? createElement(type, props, children) : createElement(type, props, parts, children);
  };
}

/** The cache of a command that runs for the first time. */
class MemoryCache {
  readonly #entries = new Map<string, string>();
  readonly #subscribers = new Set<(key: string | undefined, data: string | undefined) => void>();

  get isEmpty(): boolean {
    return this.#entries.size === 0;
  }
  get(key: string): string | undefined {
    return this.#entries.get(key);
  }
  has(key: string): boolean {
    return this.#entries.has(key);
  }
  set(key: string, data: string): void {
    this.#entries.set(key, data);
    for (const subscriber of this.#subscribers) subscriber(key, data);
  }
  remove(key: string): boolean {
    return this.#entries.delete(key);
  }
  clear(): void {
    this.#entries.clear();
  }
  // An arrow property, because @raycast/utils passes it unbound to useSyncExternalStore.
  readonly subscribe = (subscriber: (key: string | undefined, data: string | undefined) => void) => {
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  };
}
