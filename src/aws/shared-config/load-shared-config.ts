import { Secret } from "../secret";
import { type Diagnostic } from "./diagnostic";
import { parseSections, type Section } from "./parse-sections";
import { type FileKind, type Profile, type Setting, type SharedConfig } from "./shared-config";

/** A file's text and the path that messages give for it. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
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
export function loadSharedConfig(files: { config?: SourceText; credentials?: SourceText }): SharedConfig {
  const profiles = new Map<string, ProfileDraft>();
  const diagnostics: Diagnostic[] = [];

  const addFile = (kind: FileKind, source: SourceText | undefined): void => {
    if (!source) return;
    const parsed = parseSections(source.text, source.path);
    diagnostics.push(...parsed.diagnostics);
    // `[profile default]` shadows `[default]`, wherever the two stand in the file.
    const defaultIsPrefixed = parsed.sections.some(
      (section) => kind === "config" && profileName(section.header, kind) === "default" && section.header !== "default",
    );
    for (const section of parsed.sections) {
      const name = profileName(section.header, kind);
      if (name === undefined) {
        const diagnostic = unusedSection(section, kind, source.path);
        if (diagnostic) diagnostics.push(diagnostic);
      } else if (!(defaultIsPrefixed && section.header === "default")) {
        addSection(section, name, kind, source.path);
      }
    }
  };

  const addSection = (section: Section, name: string, kind: FileKind, file: string): void => {
    const profile = profiles.get(name) ?? { name, file, line: section.line, settings: new Map(), secrets: new Map() };
    profiles.set(name, profile);
    for (const { key, value, line } of section.settings) {
      if (value === "") continue;
      if (SECRET_SETTINGS.has(key)) profile.secrets.set(key, new Secret(value));
      else profile.settings.set(key, { value, file, line, origin: kind });
    }
  };

  addFile("config", files.config);
  addFile("credentials", files.credentials);
  return { profiles, diagnostics };
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

function unusedSection(section: Section, kind: FileKind, file: string): Diagnostic | undefined {
  if (OTHER_SECTIONS.test(section.header)) return undefined;
  return {
    severity: "warning",
    file,
    line: section.line,
    message: `The section [${section.header}] is no profile, so it was left out.`,
    hint:
      kind === "config"
        ? `In the config file a profile is written [profile ${section.header}].`
        : "In the credentials file a profile is written without the word profile.",
  };
}
