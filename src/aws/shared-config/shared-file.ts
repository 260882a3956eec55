import { Secret } from "../secret";
import { shownText } from "../shown-text";
import { type Diagnostic } from "./diagnostic";
import { COMMAND_SETTINGS, parseSections, type Section, type SectionSetting } from "./parse-sections";
import { type NamedSection, readSectionHeader } from "./section-header";
import {
  type FileKind,
  type Profile,
  type SecretSetting,
  type ServicesSection,
  type Setting,
  type SsoSession,
} from "./shared-config";

/** A file's text and the path that messages give for it. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
  /** What was found wrong on the way from the disk to the text. */
  readonly diagnostics?: readonly Diagnostic[];
}

/** What one of the two files says on its own. */
export interface SharedFile {
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly ssoSessions: ReadonlyMap<string, SsoSession>;
  readonly services: ReadonlyMap<string, ServicesSection>;
  /** Those about the file's text, then those about its sections in the order of their lines. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Secret settings by the key they are kept under; `aws_security_token` is the name that old tools write. */
const SECRET_SETTINGS: ReadonlyMap<string, string> = new Map([
  ["aws_secret_access_key", "aws_secret_access_key"],
  ["aws_session_token", "aws_session_token"],
  ["aws_security_token", "aws_session_token"],
]);
/** What most sections share, since most hold no secret. */
const NO_SECRETS: ReadonlyMap<string, never> = new Map<string, never>();

interface SectionDraft extends SsoSession {
  readonly header: string;
  readonly settings: Map<string, Setting>;
  secrets: ReadonlyMap<string, SecretSetting>;
  /** Where each secret was last written, by the key it was written with; empty ones too. */
  secretLines: ReadonlyMap<string, number>;
}

/**
 * Reads one shared file: its sections by their names, sections of the same name as one, the later setting winning.
 * Nothing throws; what was left out or is read otherwise by the AWS CLI becomes a diagnostic.
 *
 * @param known profiles that may be named without quotes here although the specification does not allow their names:
 *   for a profile `a b`, `aws configure` writes `[profile "a b"]` into one file and `[a b]` into the other
 */
export function readSharedFile(
  kind: FileKind,
  { path: file, text, diagnostics: ofText = [] }: SourceText,
  known: ReadonlyMap<string, Profile> = new Map(),
): SharedFile {
  const profiles = new Map<string, SectionDraft>();
  const ssoSessions = new Map<string, SectionDraft>();
  const services = new Map<string, SectionDraft>();
  const { sections, diagnostics } = parseSections(text, file);
  const headers = sections.map((section) => readSectionHeader(section.header, kind));
  const prefixedDefault = sections.find((_, index) => {
    const header = headers[index];
    return header?.kind === "profile" && header.isPrefixed && header.name === "default";
  });

  const add = (to: Map<string, SectionDraft>, name: string, section: Section): void => {
    const draft = sectionDraft(to, name, section, file, diagnostics);
    for (const setting of section.settings) addSetting(draft, setting, section, kind, diagnostics);
  };
  const leaveOut = (section: Section, severity: Diagnostic["severity"], reason: string, hint: string): void => {
    const message = `[${shownText(section.header)}] ${reason}, so the section was left out.`;
    diagnostics.push({ severity, file, line: section.line, message, hint });
  };

  for (const [index, section] of sections.entries()) {
    const header = headers[index];
    switch (header?.kind) {
      case "profile":
        if (!prefixedDefault || header.isPrefixed || header.name !== "default") add(profiles, header.name, section);
        else {
          leaveOut(
            section,
            "warning",
            `gives way to [profile default] in line ${prefixedDefault.line}`,
            "Keep one of them; the AWS CLI takes the later one.",
          );
        }
        break;
      case "sso-session":
        add(ssoSessions, header.name, section);
        break;
      case "services":
        add(services, header.name, { ...section, settings: section.settings.flatMap(settingsOfService) });
        diagnostics.push(...section.settings.flatMap((setting) => endpointOfNoService(setting, header.name, file)));
        break;
      case "invalid-name":
        if (known.has(header.name)) add(profiles, header.name, section);
        else leaveOut(section, "error", "has a name that is not allowed", nameHint(kind, header.type, header.name));
        break;
      case "wrong-file":
        leaveOut(section, "warning", "belongs in the config file", wrongFileHint(header.type));
        break;
      case "python-default":
        leaveOut(
          section,
          "warning",
          "is no profile, though the AWS CLI applies its settings to every profile",
          "Write [default] in lower case, or move the settings to the profiles they are for.",
        );
        break;
      case "unknown":
        if (section.header === "") {
          leaveOut(section, "error", "is empty, and the AWS CLI refuses the whole file", "Give it a name.");
        } else leaveOut(section, "warning", "is no profile", unknownHint(section.header));
        break;
    }
  }
  const byLine = diagnostics.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { profiles, ssoSessions, services, diagnostics: [...ofText, ...byLine] };
}

/** The section as far as it is known from above, or a new one. */
function sectionDraft(
  sections: Map<string, SectionDraft>,
  name: string,
  { header, line }: Section,
  file: string,
  diagnostics: Diagnostic[],
): SectionDraft {
  const first = sections.get(name);
  if (!first) {
    const draft: SectionDraft = {
      name,
      file,
      line,
      header,
      settings: new Map(),
      secrets: NO_SECRETS,
      secretLines: NO_SECRETS,
    };
    sections.set(name, draft);
    return draft;
  }
  const consequence =
    first.header === header ? "the AWS CLI refuses the whole file" : "the AWS CLI takes the later one alone";
  diagnostics.push({
    severity: "warning",
    file,
    line,
    profile: name,
    message: `"${shownText(name)}" stands in line ${first.line} already, so both sections were merged; ${consequence}.`,
    hint: "Move the settings into one section.",
  });
  return first;
}

function addSetting(
  draft: SectionDraft,
  { key: writtenKey, value: writtenValue, line }: SectionSetting,
  section: Section,
  origin: FileKind,
  diagnostics: Diagnostic[],
): void {
  const { name, file, settings, secrets, secretLines } = draft;
  const value = COMMAND_SETTINGS.has(writtenKey) ? writtenValue : withoutQuotes(writtenValue);
  const secretKey = SECRET_SETTINGS.get(writtenKey);

  const earlier = secretKey === undefined ? settings.get(writtenKey)?.line : secretLines.get(writtenKey);
  // Written twice on purpose by tools for old and new readers (saml2aws, aws-mfa): the same token is no contradiction.
  const other = secrets.get(secretKey ?? "");
  const underOtherName = other?.secret.reveal() === value ? undefined : other?.line;
  if (earlier !== undefined && earlier > section.line) {
    diagnostics.push(
      settingWarning(
        draft,
        line,
        `The setting stands in line ${earlier} already, so this one counts; the AWS CLI refuses the whole file.`,
        "Remove one of them.",
      ),
    );
  } else if (underOtherName !== undefined && underOtherName > section.line) {
    diagnostics.push(
      settingWarning(
        draft,
        line,
        `The session token stands in line ${underOtherName} already under its other name, so this one counts; the AWS CLI takes aws_security_token.`,
        "Keep aws_session_token.",
      ),
    );
  }
  if (value !== writtenValue) {
    diagnostics.push(
      settingWarning(
        draft,
        line,
        "The quotes around the value were left out; the AWS CLI and most SDKs take them as part of it.",
        "Remove the quotes.",
      ),
    );
  }
  if (secretKey === undefined) {
    settings.set(writtenKey, { value, file, line, origin, declaredBy: name });
    return;
  }
  draft.secretLines = new Map([...secretLines, [writtenKey, line]]);
  const others = [...secrets].filter(([key]) => key !== secretKey);
  const secret: SecretSetting = { secret: new Secret(value), file, line, origin };
  draft.secrets = new Map(value === "" ? others : [...others, [secretKey, secret]]);
}

/** What stands below a service, by keys that begin with the service's own. */
function settingsOfService({ key: service, nested = [] }: SectionSetting): readonly SectionSetting[] {
  return nested.map((setting) => ({ ...setting, key: `${service}.${setting.key}` }));
}

/** Without its indent an endpoint counts for nothing, and the calls go where its author does not want them to go. */
function endpointOfNoService({ key, line }: SectionSetting, name: string, file: string): readonly Diagnostic[] {
  if (key !== "endpoint_url") return [];
  const message = `endpoint_url of [services ${shownText(name)}] stands below no service, so it counts for none, as in every AWS SDK.`;
  return [{ severity: "warning", file, line, message, hint: "Indent it below the line of a service, such as sts =." }];
}

function settingWarning({ name, file }: SectionDraft, line: number, message: string, hint: string): Diagnostic {
  return { severity: "warning", file, line, profile: name, message, hint };
}

function withoutQuotes(value: string): string {
  const quote = value.charAt(0);
  if (quote !== '"' && quote !== "'") return value;
  const closing = value.indexOf(quote, 1);
  return closing > 0 && closing === value.length - 1 ? value.slice(1, closing) : value;
}

function nameHint(kind: FileKind, type: NamedSection, name: string): string {
  if (/^["']*$/.test(name)) return "Give it a name.";
  if (/["']/.test(name)) return "Put the whole name into one pair of quotes.";
  return kind === "config"
    ? `Put the name into quotes, as the AWS CLI has it: [${type} "${shownText(name)}"].`
    : `Name it in the config file too, as the AWS CLI does: [${type} "${shownText(name)}"].`;
}

function wrongFileHint(type: NamedSection): string {
  return type === "profile"
    ? "In the credentials file a profile is written without the word profile."
    : `Move it to the config file, where [${type} …] sections stand.`;
}

function unknownHint(header: string): string {
  if (header === "") return "Give it a name.";
  const [, type, name] = /^(profile|sso-session|services)(.*)$/s.exec(header) ?? [];
  if (type !== undefined && name !== undefined) {
    return name === "" ? "Give it a name." : `Put a blank behind ${type}: [${type} ${shownText(name)}].`;
  }
  return /\s/.test(header)
    ? "The config file knows [profile NAME], [sso-session NAME] and [services NAME]."
    : `In the config file a profile is written [profile ${shownText(header)}].`;
}
