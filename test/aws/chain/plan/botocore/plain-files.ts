import { isIdentifier } from "../../../../../src/aws/shared-config/section-header";
import { type FileKind, type SharedConfig } from "../../../../../src/aws/shared-config/shared-config";
import { CREDENTIALS_PATH } from "../../../config-of";

/**
 * Writes what was read in the plainest way, so that botocore reads the same: one section for each profile, one line
 * for each setting, each in the file that said it. Settings without a value are left out, for they count as absent.
 */
export function plainFiles({ profiles, ssoSessions }: SharedConfig): {
  readonly config: string;
  readonly credentials: string;
} {
  const texts: Record<FileKind, string> = { config: "", credentials: "" };
  for (const { name, settings, secrets, file } of profiles.values()) {
    const lines: Record<FileKind, string[]> = { config: [], credentials: [] };
    for (const [key, { value, origin }] of settings) if (value !== "") lines[origin].push(setting(key, value));
    for (const [key, { secret, origin }] of secrets) lines[origin].push(setting(key, secret.reveal()));
    const isOfCredentials = lines.credentials.length > 0 || file === CREDENTIALS_PATH;
    // The credentials file knows no quotes, so it can only repeat a name that needs them in the config file.
    const isOfConfig = lines.config.length > 0 || !isOfCredentials || !isIdentifier(name);
    if (isOfConfig) texts.config += section(name === "default" ? name : `profile ${quoted(name)}`, lines.config);
    if (isOfCredentials) texts.credentials += section(name, lines.credentials);
  }
  for (const { name, settings } of ssoSessions.values()) {
    const lines = Array.from(settings, ([key, { value }]) => setting(key, value));
    texts.config += section(`sso-session ${quoted(name)}`, lines);
  }
  return texts;
}

function section(header: string, lines: readonly string[]): string {
  return `${[`[${header}]`, ...lines].join("\n")}\n\n`;
}

function setting(key: string, value: string): string {
  return `${key} = ${value.replaceAll("\n", "\n  ")}`;
}

function quoted(name: string): string {
  if (isIdentifier(name)) return name;
  return name.includes('"') ? `'${name}'` : `"${name}"`;
}
