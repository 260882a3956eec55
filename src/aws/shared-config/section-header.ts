import { type FileKind } from "./shared-config";

/** What the text between the brackets of a section says. */
export type SectionHeader =
  | { readonly kind: "profile"; readonly name: string; readonly isPrefixed: boolean }
  | { readonly kind: "sso-session" | "services"; readonly name: string }
  /** A section for other readers than this one. */
  | { readonly kind: "other" }
  /** `[DEFAULT]`, which Python's parser, and so the AWS CLI, applies to every other section. */
  | { readonly kind: "python-default" }
  /** A profile's or session's section whose name the specification does not allow. */
  | { readonly kind: "invalid-name"; readonly type: NamedSection; readonly name: string }
  /** A profile or session written as it is in the other of the two files. */
  | { readonly kind: "wrong-file"; readonly type: NamedSection }
  | { readonly kind: "unknown" };

export type NamedSection = "profile" | "sso-session" | "services";

/** The characters of the cross-SDK specification for names of profiles and settings, letters and digits of any script. */
const IDENTIFIER = /^[\p{L}\p{M}\p{N}_\-/.%@:+]+$/u;
const TYPE_AND_NAME = /^(profile|sso-session|services)\s+(.*)$/s;
const QUOTED = /^(?:"([^"]+)"|'([^']+)')$/s;
/** Sections of the AWS CLI that hold no profile. */
const OTHER_SECTIONS: ReadonlySet<string> = new Set(["plugins", "preview"]);

/**
 * Reads a section's header: the config file names the type of all but `[default]`, the credentials file holds profiles
 * only and names none (AWS SDKs and Tools Reference Guide, "Shared config and credentials files").
 *
 * Beyond the specification, a name in quotes may hold anything, as in the AWS CLI. Names are compared with their case.
 *
 * @param header the text between the brackets, trimmed
 * @example
 * readSectionHeader('profile "two words"', "config"); // { kind: "profile", name: "two words", isPrefixed: true }
 */
export function readSectionHeader(header: string, file: FileKind): SectionHeader {
  if (header === "default") return { kind: "profile", name: header, isPrefixed: false };
  if (header === "DEFAULT") return { kind: "python-default" };
  const [, type, rest] = TYPE_AND_NAME.exec(header) ?? [];
  if (isNamedSection(type) && rest !== undefined) {
    if (file === "credentials") return { kind: "wrong-file", type };
    return namedSection(type, rest);
  }
  if (file === "credentials") {
    const name = readName(header);
    return name === undefined
      ? { kind: "invalid-name", type: "profile", name: header }
      : { kind: "profile", name, isPrefixed: false };
  }
  return OTHER_SECTIONS.has(header) ? { kind: "other" } : { kind: "unknown" };
}

/** Whether a text may be a name without quotes. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

function namedSection(type: NamedSection, text: string): SectionHeader {
  const name = readName(text);
  if (name === undefined) return { kind: "invalid-name", type, name: text };
  return type === "profile" ? { kind: type, name, isPrefixed: true } : { kind: type, name };
}

function readName(text: string): string | undefined {
  if (isIdentifier(text)) return text;
  const [, double, single] = QUOTED.exec(text) ?? [];
  return double ?? single;
}

function isNamedSection(type: string | undefined): type is NamedSection {
  return type === "profile" || type === "sso-session" || type === "services";
}
