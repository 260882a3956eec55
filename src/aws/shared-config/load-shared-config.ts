import { Secret } from "../secret";
import { type Diagnostic } from "./diagnostic";
import { parseSections, type Section } from "./parse-sections";
import { type FileKind, type Profile, type Setting, type SharedConfig } from "./shared-config";

/** A file's text and the path that messages give for it. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** What was found wrong on the way from the disk to the text. */
  readonly diagnostics?: readonly Diagnostic[];
}

export interface LoadOptions {
  /** Whether every profile takes what it leaves unset from `[default]`, as it does for aws-vault and for no AWS SDK. */
  readonly inheritsDefault?: boolean;
}

const SECRET_SETTINGS: ReadonlySet<string> = new Set(["aws_secret_access_key", "aws_session_token"]);
const PROFILE_HEADER = /^profile\s+(.+)$/;
const OTHER_SECTIONS = /^(?:sso-session|services|plugins|preview)\b/;
const QUOTED = /^(["'])(.*)\1$/;

interface ProfileDraft extends Profile {
  readonly settings: Map<string, Setting>;
  readonly secrets: Map<string, Secret>;
}

/**
 * Reads both shared files into one view: profiles of either, settings merged key by key with the credentials file
 * winning, as all AWS SDKs do (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
 *
 * A file that is absent is left out. Nothing throws: what cannot be used becomes a diagnostic.
 *
 * @example
 * loadSharedConfig({ config: { path: "~/.aws/config", text: "[profile demo]\nregion = eu-west-1" } }).profiles.get("demo");
 */
export function loadSharedConfig(
  files: { config?: SourceText; credentials?: SourceText },
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- until the loader lets profiles inherit
  _options?: LoadOptions,
): SharedConfig {
  const diagnostics: Diagnostic[] = [];
  const config = readProfiles("config", files.config, diagnostics);
  const credentials = readProfiles("credentials", files.credentials, diagnostics);

  const profiles = new Map<string, Profile>(config);
  for (const [name, profile] of credentials) {
    const base = config.get(name);
    profiles.set(name, base ? merge(base, profile) : profile);
  }
  return { profiles, diagnostics };
}

/** A key and its secret belong together: a pair of the credentials file leaves nothing of the config's behind. */
function merge(config: Profile, credentials: Profile): Profile {
  const bringsKey = credentials.settings.has("aws_access_key_id");
  return {
    ...config,
    settings: new Map([...config.settings, ...credentials.settings]),
    secrets: new Map([...(bringsKey ? [] : config.secrets), ...credentials.secrets]),
  };
}

/** The profiles of one file; sections of the same name count as one, the later setting wins. */
function readProfiles(
  kind: FileKind,
  source: SourceText | undefined,
  diagnostics: Diagnostic[],
): ReadonlyMap<string, Profile> {
  const profiles = new Map<string, ProfileDraft>();
  if (!source) return profiles;
  const file = source.path;
  const parsed = parseSections(source.text, file);
  diagnostics.push(...(source.diagnostics ?? []), ...parsed.diagnostics);

  // `[profile default]` shadows `[default]`, wherever the two stand in the file.
  const isPrefixedDefault = ({ header }: Section): boolean =>
    kind === "config" && header !== "default" && profileName(header, kind) === "default";
  const shadowsDefault = parsed.sections.some(isPrefixedDefault);

  for (const section of parsed.sections) {
    const name = profileName(section.header, kind);
    if (name === undefined) diagnostics.push(...unusedSection(section, kind, file));
    else if (!(shadowsDefault && section.header === "default")) {
      const profile = profiles.get(name) ?? { name, file, line: section.line, settings: new Map(), secrets: new Map() };
      profiles.set(name, profile);
      addSettings(profile, section, kind);
    }
  }
  return profiles;
}

function addSettings({ file, settings, secrets }: ProfileDraft, section: Section, origin: FileKind): void {
  for (const { key, value, line } of section.settings) {
    if (value === "") continue;
    if (SECRET_SETTINGS.has(key)) secrets.set(key, new Secret(value));
    else settings.set(key, { value, file, line, origin });
  }
}

/** The profile a header names, or nothing: the config file prefixes all but `default`, the credentials file none. */
function profileName(header: string, kind: FileKind): string | undefined {
  if (kind === "credentials") return PROFILE_HEADER.test(header) ? undefined : unquoted(header);
  if (header === "default") return header;
  const name = PROFILE_HEADER.exec(header)?.[1];
  return name === undefined ? undefined : unquoted(name);
}

function unquoted(name: string): string {
  return QUOTED.exec(name)?.[2] ?? name;
}

function unusedSection(section: Section, kind: FileKind, file: string): Diagnostic[] {
  if (OTHER_SECTIONS.test(section.header)) return [];
  return [
    {
      severity: "warning",
      file,
      line: section.line,
      message: `The section [${section.header}] is no profile, so it was left out.`,
      hint:
        kind === "config"
          ? `In the config file a profile is written [profile ${section.header}].`
          : "In the credentials file a profile is written without the word profile.",
    },
  ];
}
