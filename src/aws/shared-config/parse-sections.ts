import { type Diagnostic } from "./diagnostic";
import { isIdentifier } from "./section-header";

/** One `[header]` with the settings below it, as written; what the header means is the loader's business. */
export interface Section {
  /** The text between the brackets, trimmed: `default`, `profile demo`, `sso-session corp`. */
  readonly header: string;
  readonly line: number;
  readonly settings: readonly SectionSetting[];
}

export interface SectionSetting {
  /** Lower case: the specification compares property names without case. */
  readonly key: string;
  /** Trimmed, inline comment removed; continuation lines and sub-properties are joined by `\n`. */
  readonly value: string;
  readonly line: number;
  /** The sub-settings below a setting without a value; absent where there is none. */
  readonly nested?: readonly SectionSetting[];
}

/** A setting that a continuation line may still make longer. */
interface SettingDraft extends SectionSetting {
  value: string;
  nested?: SectionSetting[];
}

/** The setting that an indented line continues. */
interface Continuable {
  readonly setting: SettingDraft;
  readonly indent: number;
  /** Whether nothing stands behind its separator: then the lines below are sub-properties. */
  readonly isEmpty: boolean;
}

/** The specification starts an inline comment only after white space, so that `…/start#/` stays whole. */
const INLINE_COMMENT = /(?:^|\s)[#;]/;
/** A shell reads their values, so quotes in them mean something, and a `;` in quotes: `sh -c "login ; print-key"`. */
export const COMMAND_SETTINGS: ReadonlySet<string> = new Set(["credential_process", "mfa_process"]);

/** Settings that decide whose credentials a profile gives; none of them is a sub-setting of another. */
const LOOKS_LIKE_SETTING =
  /^(?:aws_(?:access_key_id|secret_access_key|session_token)|credential_process|credential_source|duration_seconds|external_id|include_profile|mfa_process|mfa_serial|region|role_arn|role_session_name|source_profile|sso_\w+|web_identity_token_file)\s*[=:]/i;

/**
 * Splits the text of an AWS config or credentials file into sections, in time linear in its length.
 *
 * Follows the cross-SDK specification of the shared files and accepts beyond it what the AWS CLI accepts: `key: value`,
 * sections that are indented as a whole, and names in quotes. A line that cannot be read is skipped with a diagnostic;
 * nothing throws.
 *
 * @param file the path that diagnostics name; nothing is read from it
 */
export function parseSections(text: string, file: string): { sections: Section[]; diagnostics: Diagnostic[] } {
  const sections: Section[] = [];
  const diagnostics: Diagnostic[] = [];
  // A file has few keys and repeats them in every section.
  const keys = new Map<string, string | undefined>();
  let settings: SettingDraft[] | undefined;
  let previous: Continuable | undefined;
  let isIndented = false;

  const report = (severity: Diagnostic["severity"], line: number, message: string, hint: string): void => {
    diagnostics.push({ severity, file, line, message, hint });
  };

  forEachLine(text, (content, line) => {
    const trimmed = content.trim();
    if (trimmed === "" || isComment(trimmed)) return;
    const indent = content.length - content.trimStart().length;

    if (trimmed.startsWith("[")) {
      if (previous && indent > previous.indent) {
        report(
          "warning",
          line,
          "The section header is indented; the AWS CLI takes it for a part of the setting above.",
          "Remove the blanks before the bracket.",
        );
      }
      // Where nobody knows whose settings follow, giving them to no section beats giving them to a neighbour.
      settings = [];
      previous = undefined;
      isIndented = false;
      const header = readHeader(trimmed);
      if (typeof header === "string") sections.push({ header, line, settings });
      else report("error", line, `${header.flaw}, so the settings below it were left out.`, header.hint);
      return;
    }

    if (previous && indent > previous.indent) {
      if (previous.isEmpty && trimmed.indexOf("=") < 1) {
        report(
          "error",
          line,
          "The line below a setting without a value is no sub-setting, so it was left out.",
          "Write it as key = value, or move it to the left.",
        );
        return;
      }
      previous.setting.value += `\n${trimmed}`;
      if (previous.isEmpty) (previous.setting.nested ??= []).push(readNested(trimmed, line));
      if (LOOKS_LIKE_SETTING.test(trimmed)) {
        report(
          "warning",
          line,
          "The line is indented, so it continues the setting above, as in the AWS CLI; it looks like a setting of its own.",
          "Move it as far to the left as the setting above.",
        );
      }
      return;
    }
    previous = undefined;

    const separator = separatorIndex(trimmed);
    const written = trimmed.slice(0, Math.max(separator, 0)).trimEnd();
    if (written === "") {
      report(
        "error",
        line,
        "The line is neither a section, a setting nor a comment, so it was left out.",
        "Write it as key = value, or put # before it.",
      );
      return;
    }
    if (!settings) {
      // Not by its name: what stands before the = of a stray line may be a secret.
      report(
        "warning",
        line,
        "The setting stands under no section, so it was left out; the AWS CLI refuses the whole file.",
        "Move it below a [profile …] header.",
      );
      return;
    }

    if (!keys.has(written)) keys.set(written, isIdentifier(written) ? written.toLowerCase() : undefined);
    const key = keys.get(written);
    const setting = { key: key ?? "", value: readValue(key, trimmed.slice(separator + 1)), line };
    previous = { setting, indent, isEmpty: setting.value === "" };
    if (key === undefined) {
      report(
        "error",
        line,
        "The name of the setting holds characters that no setting has, so it was left out.",
        "Write it as key = value; a key has letters, digits and _ - . only.",
      );
      return;
    }
    settings.push(setting);
    if (trimmed.charAt(separator) === ":") {
      report(
        "warning",
        line,
        "The setting is written with a colon, which the AWS CLI takes; other AWS SDKs refuse it.",
        "Write it as key = value.",
      );
    }
    if (indent > 0 && !isIndented) {
      isIndented = true;
      report(
        "warning",
        line,
        "The settings of this section are indented, which the AWS CLI takes; other AWS SDKs may refuse it.",
        "Remove the blanks before them.",
      );
    }
  });

  return { sections, diagnostics };
}

/** Goes through lines as Unix, Windows or old Macs end them, without keeping all of them at once. */
function forEachLine(text: string, read: (content: string, line: number) => void): void {
  const unixText = text.replaceAll(/\r\n?/g, "\n");
  let start = 0;
  for (let line = 1; start <= unixText.length; line += 1) {
    const lineBreak = unixText.indexOf("\n", start);
    const end = lineBreak < 0 ? unixText.length : lineBreak;
    read(unixText.slice(start, end), line);
    start = end + 1;
  }
}

function isComment(trimmed: string): boolean {
  return trimmed.startsWith("#") || trimmed.startsWith(";");
}

/** The first `=` or `:`, as Python's parser has it; -1 where there is none. */
function separatorIndex(trimmed: string): number {
  const equals = trimmed.indexOf("=");
  const colon = trimmed.indexOf(":");
  return equals >= 0 && colon >= 0 ? Math.min(equals, colon) : Math.max(equals, colon);
}

function readNested(trimmed: string, line: number): SectionSetting {
  const separator = trimmed.indexOf("=");
  const key = trimmed.slice(0, separator).trimEnd().toLowerCase();
  return { key, value: readValue(key, trimmed.slice(separator + 1)), line };
}

function readValue(key: string | undefined, text: string): string {
  const isCommand = key !== undefined && COMMAND_SETTINGS.has(key);
  // One may begin right behind the separator too: `key =# comment` is an empty value.
  const comment = isCommand ? commentOfCommand(text) : text.search(INLINE_COMMENT);
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}

/** Where a comment begins outside of quotes; -1 where there is none. A quote that nothing closes is none. */
function commentOfCommand(text: string): number {
  const unclosed = new Set<string>();
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const isMark = character === "#" || character === ";";
    if (isMark && (index === 0 || /\s/.test(text.charAt(index - 1)))) return index;
    if (character === "\\" && /["'\\]/.test(text.charAt(index + 1))) index += 1;
    if ((character !== '"' && character !== "'") || unclosed.has(character)) continue;
    const end = closingQuote(text, index);
    if (end < 0) unclosed.add(character);
    else index = end;
  }
  return -1;
}

/** The index of the quote that closes the one at an index; between double ones a backslash takes a quote's meaning. */
function closingQuote(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === quote) return index;
    if (quote === '"' && character === "\\") index += 1;
  }
  return -1;
}

/** What stands between the brackets, or why that cannot be told. */
function readHeader(trimmed: string): string | { readonly flaw: string; readonly hint: string } {
  const end = closingBracket(trimmed);
  if (end < 0) {
    return {
      flaw: "The section header is not closed",
      hint: "Write it as [profile NAME]; a quote in a name wants the other kind of quotes around it.",
    };
  }
  const rest = trimmed.slice(end + 1).trimStart();
  if (rest !== "" && !isComment(rest)) {
    return {
      flaw: "Something other than a comment stands behind the section header",
      hint: "Write it as [profile NAME], or put # before what follows.",
    };
  }
  return trimmed.slice(1, end).trim();
}

/** The index of the bracket that closes a header; one in quotes is part of the name. -1 where there is none. */
function closingBracket(trimmed: string): number {
  let quote: string | undefined;
  for (let index = 1; index < trimmed.length; index += 1) {
    const character = trimmed.charAt(index);
    if (character === quote) quote = undefined;
    else if (quote === undefined) {
      if (character === "]") return index;
      if (character === '"' || character === "'") quote = character;
    }
  }
  return -1;
}
