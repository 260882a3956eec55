import { type Diagnostic } from "./diagnostic";
import { type Profile, type SharedConfig, type SharedConfigOptions } from "./shared-config";
import { readSharedFile, type SharedFile, type SourceText } from "./shared-file";

/** GetSessionToken's own default (STS API Reference): one code lasts a working day. */
export const DEFAULT_USER_SESSION_SECONDS = 43_200;

/** More complaints about one file help nobody: it is no config file. */
const DIAGNOSTICS_PER_FILE = 100;
const NO_FILE: SharedFile = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), diagnostics: [] };

/**
 * Reads both shared files into one view: profiles of either, settings merged key by key with the credentials file
 * winning, as all AWS SDKs do (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
 *
 * A file that is absent is left out. Nothing throws: what cannot be used, and what another tool reads otherwise, becomes
 * a diagnostic.
 *
 * @param options what counts beside the files; by default no inheritance, no variable and a session of twelve hours
 * @example
 * loadSharedConfig({ config: { path: "~/.aws/config", text: "[profile demo]\nregion = eu-west-1" } }).profiles.get("demo");
 */
export function loadSharedConfig(
  files: { config?: SourceText; credentials?: SourceText },
  {
    inheritsDefault = false,
    variables = {},
    userSessionSeconds = DEFAULT_USER_SESSION_SECONDS,
  }: Partial<SharedConfigOptions> = {},
): SharedConfig {
  const config = files.config ? readSharedFile("config", files.config) : NO_FILE;
  const credentials = files.credentials ? readSharedFile("credentials", files.credentials, config.profiles) : NO_FILE;

  const profiles = new Map(config.profiles);
  for (const [name, profile] of credentials.profiles) {
    const base = config.profiles.get(name);
    profiles.set(name, base ? merge(base, profile) : profile);
  }
  return {
    profiles,
    ssoSessions: config.ssoSessions,
    services: config.services,
    inheritsDefault,
    variables,
    userSessionSeconds,
    diagnostics: [...limited(config.diagnostics), ...limited(credentials.diagnostics)],
  };
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

function limited(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const [first] = diagnostics;
  if (!first || diagnostics.length <= DIAGNOSTICS_PER_FILE) return diagnostics;
  return [
    ...diagnostics.slice(0, DIAGNOSTICS_PER_FILE),
    {
      severity: "error",
      file: first.file,
      message: `${diagnostics.length - DIAGNOSTICS_PER_FILE} more complaints about the file are left out here.`,
      hint: "Correct the ones above first, or choose another file.",
    },
  ];
}
