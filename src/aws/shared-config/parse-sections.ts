import { type Diagnostic } from "./diagnostic";

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
  /** Trimmed, inline comment removed; continuation lines are joined by `\n`. */
  readonly value: string;
  readonly line: number;
}

/** A setting that a continuation line may still make longer. */
interface SettingDraft extends SectionSetting {
  value: string;
}

const BYTE_ORDER_MARK = /^\uFEFF/;
const LINE_BREAK = /\r\n|\n|\r/;
const COMMENT_LINE = /^\s*[#;]/;
/** The specification starts an inline comment only after white space, so that `…/start#/` stays whole. */
const INLINE_COMMENT = /\s[#;].*$/;
const HEADER = /^\s*\[([^\]]*)\]\s*(?:[#;].*)?$/;
const SEPARATOR = /[=:]/;

/**
 * Splits the text of an AWS config or credentials file into sections.
 *
 * Follows the cross-SDK specification of the shared files and accepts beyond it what the AWS CLI accepts: a byte order
 * mark, `key: value`, and sections that are indented as a whole. A line that cannot be read is skipped with a
 * diagnostic; nothing throws.
 *
 * @param file the path that diagnostics name; nothing is read from it
 */
export function parseSections(text: string, file: string): { sections: Section[]; diagnostics: Diagnostic[] } {
  const sections: Section[] = [];
  const diagnostics: Diagnostic[] = [];
  let settings: SettingDraft[] | undefined;
  // What an indented line continues; nothing after a line that was left out.
  let previous: { readonly setting: SettingDraft; readonly indent: number } | undefined;

  text
    .replace(BYTE_ORDER_MARK, "")
    .split(LINE_BREAK)
    .forEach((content, index) => {
      const line = index + 1;
      if (content.trim() === "" || COMMENT_LINE.test(content)) return;

      const header = HEADER.exec(content)?.[1];
      if (header !== undefined) {
        settings = [];
        previous = undefined;
        sections.push({ header: header.trim(), line, settings });
        return;
      }
      if (content.trimStart().startsWith("[")) {
        // Nobody knows whose settings follow; giving them to no section beats giving them to a neighbour.
        settings = [];
        previous = undefined;
        diagnostics.push({
          severity: "error",
          file,
          line,
          message: "The section header cannot be read, so the settings below it were left out.",
          hint: "Write it as [profile NAME], with nothing but a comment behind the bracket.",
        });
        return;
      }

      const indent = content.length - content.trimStart().length;
      if (previous && indent > previous.indent) {
        previous.setting.value += `\n${content.trim()}`;
        return;
      }

      const separator = content.search(SEPARATOR);
      const key = content.slice(0, Math.max(separator, 0)).trim().toLowerCase();
      if (key === "") {
        previous = undefined;
        diagnostics.push({
          severity: "error",
          file,
          line,
          message: "The line is neither a section, a setting nor a comment, so it was left out.",
          hint: "Write it as key = value, or put # before it.",
        });
        return;
      }
      if (!settings) {
        diagnostics.push({
          severity: "warning",
          file,
          line,
          // Not by its name: what stands before the = of a stray line may be a secret.
          message: "The setting stands under no section, so it was left out.",
          hint: "Move it below a [profile …] header.",
        });
        return;
      }
      // The space lets a comment begin right after the separator: `key =# comment` is an empty value.
      const value = ` ${content.slice(separator + 1)}`.replace(INLINE_COMMENT, "").trim();
      previous = { setting: { key, value, line }, indent };
      settings.push(previous.setting);
    });

  return { sections, diagnostics };
}
