import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

interface ManifestPreference {
  name: string;
  type: string;
  default?: unknown;
  /** The choices of a dropdown. */
  data?: { title: string; value: string }[];
}

interface Manifest {
  name: string;
  author: string;
  owner?: string;
  commands: { name: string; mode: string; preferences?: ManifestPreference[] }[];
  tools: { name: string }[];
  preferences?: ManifestPreference[];
}

// Not `new URL(…)`: the DOM under test replaces the global URL.
const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The extension under test, as its manifest describes it. */
export const extension = {
  assetsPath: join(projectRoot, "assets"),
  manifest: JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as Manifest,

  /** The values that preferences have before the user sets any. */
  preferenceDefaults(): Record<string, unknown> {
    const { commands, preferences = [] } = this.manifest;
    const all = [...preferences, ...commands.flatMap((command) => command.preferences ?? [])];
    const defaults = all.map(({ name, type, default: value }) => [name, onMacOS(value) ?? emptyValue(type)] as const);
    return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
  },
};

/** The macOS side of a default that may differ per platform. */
function onMacOS(value: unknown): unknown {
  return typeof value === "object" && value !== null && "macOS" in value ? value.macOS : value;
}

/** What Raycast passes for a preference that the user left empty. */
function emptyValue(type: string): unknown {
  if (type === "checkbox") return false;
  return type === "textfield" || type === "password" ? "" : undefined;
}
