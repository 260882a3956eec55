import { type SharedConfig } from "../../../src/aws/shared-config/shared-config";

/** One section of a file: its name, and its values by key. */
export type SectionToWrite = readonly [name: string, values: Iterable<readonly [key: string, value: string]>];

/** A shell reads their values, so quotes around them would be part of them. */
const COMMAND_SETTINGS: ReadonlySet<string> = new Set(["credential_process", "mfa_process"]);

/**
 * The texts of a config and a credentials file that say what a config says, each profile and setting in the file it came
 * from. The product writes no such file; here it shows that nothing is lost on the way in.
 *
 * @param credentialsPath the path of the credentials file, which tells its profiles and secrets from the config's
 */
export function formatSharedConfig(
  { profiles, ssoSessions }: SharedConfig,
  credentialsPath: string,
): { readonly config: string; readonly credentials: string } {
  const config: SectionToWrite[] = [];
  const credentials: SectionToWrite[] = [];
  for (const { name, file, settings, secrets } of profiles.values()) {
    const inConfig: [string, string][] = [];
    const inCredentials: [string, string][] = [];
    for (const [key, { value, origin }] of settings)
      (origin === "config" ? inConfig : inCredentials).push([key, value]);
    for (const [key, { secret, file: of }] of secrets) {
      (of === credentialsPath ? inCredentials : inConfig).push([key, secret.reveal()]);
    }
    if (file !== credentialsPath) config.push([name, inConfig]);
    if (file === credentialsPath || inCredentials.length > 0) credentials.push([name, inCredentials]);
  }
  const sessions = Array.from(ssoSessions.values(), ({ name, settings }): SectionToWrite => {
    return [name, Array.from(settings, ([key, { value }]): [string, string] => [key, value])];
  });
  return {
    config: formatSections("profile ", config) + formatSections("sso-session ", sessions),
    credentials: formatSections("", credentials),
  };
}

/**
 * Sections as they stand in a file.
 *
 * @param type what stands before their names; nothing in the credentials file
 */
export function formatSections(type: "profile " | "sso-session " | "", sections: Iterable<SectionToWrite>): string {
  let text = "";
  for (const [name, values] of sections) {
    text += `[${type}${quoted(name)}]\n`;
    for (const [key, value] of values) text += `${key} = ${formatValue(key, value).replaceAll("\n", "\n  ")}\n`;
  }
  return text;
}

/**
 * Whether a file can say this value at all. None can where
 * - a line after the first begins with white space, or as a comment or header does, or is blank, or any line holds a `\r`;
 * - the first line holds `#` or `;` behind white space: a comment, even in quotes;
 * - quotes are needed around it, and it holds both kinds, or is that of a command, whose quotes would be part of it.
 */
export function isExpressible(key: string, value: string): boolean {
  const [first = "", ...continuations] = value.split("\n");
  if (value.includes("\r") || /\s[#;]/.test(first)) return false;
  if (continuations.some((line) => line === "" || line !== line.trimStart() || /^[#;[]/.test(line))) return false;
  // Quotes shield the end of the last line only.
  if (continuations.slice(0, -1).some((line) => line !== line.trimEnd())) return false;
  if (continuations.length > 0 && first !== first.trimEnd()) return false;
  if (!needsQuotes(key, value)) return true;
  return !COMMAND_SETTINGS.has(key) && !(value.includes('"') && value.includes("'"));
}

function formatValue(key: string, value: string): string {
  return needsQuotes(key, value) ? quoted(value) : value;
}

function needsQuotes(key: string, value: string): boolean {
  const [first = "", ...continuations] = value.split("\n");
  const hasBlankEnds = first !== first.trimStart() || value !== value.trimEnd();
  const looksQuoted = /^"[^"]*"$|^'[^']*'$/.test(value) && !COMMAND_SETTINGS.has(key);
  const looksLikeComment = /^[#;]/.test(first);
  const looksLikeGroup = first === "" && continuations.some((line) => line.indexOf("=") < 1);
  return hasBlankEnds || looksQuoted || looksLikeComment || looksLikeGroup;
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
