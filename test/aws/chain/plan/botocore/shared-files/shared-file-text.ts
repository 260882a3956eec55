import { type ProfileDraft, type SharedFilesDraft } from "./shared-files-draft";

/** The lines of a shared file, still by section, so that oddities find their place. */
export interface SharedFileText {
  /** Lines before the first section. */
  readonly preamble: string[];
  sections: SectionText[];
  lineBreak: string;
  hasByteOrderMark: boolean;
  endsWithLineBreak: boolean;
}

export interface SectionText {
  /** With its brackets and what stands around them. */
  header: string;
  lines: string[];
}

/** The config file that a draft describes; the selected profile stands first. */
export function configText({ roles, user, others, otherSections }: SharedFilesDraft): SharedFileText {
  return newText([
    ...[...roles, user, ...others].flatMap(configSections),
    ...otherSections.map(({ header, settings }) => section(header, settings)),
  ]);
}

/** The credentials file, or nothing where no profile has anything in it. */
export function credentialsText({ roles, user, others }: SharedFilesDraft): SharedFileText | undefined {
  const sections = [...roles, user, ...others]
    .filter(({ credentials }) => credentials.size > 0)
    .map(({ name, credentials }) => section(name.credentialsHeader, credentials));
  return sections.length > 0 ? newText(sections) : undefined;
}

/** The file as it stands on disk. */
export function fileContent(file: SharedFileText): string {
  const lines = [
    ...file.preamble,
    ...file.sections.flatMap(({ header, lines }, index) => [...(index > 0 ? [""] : []), header, ...lines]),
  ];
  return (
    (file.hasByteOrderMark ? "\uFEFF" : "") +
    lines.join(file.lineBreak) +
    (file.endsWithLineBreak ? file.lineBreak : "")
  );
}

function configSections({ name, config, isEmptyInConfig }: ProfileDraft): SectionText[] {
  if (config.size === 0 && !isEmptyInConfig) return [];
  const main = section(name.header, config);
  if (!name.twin) return [main];
  const twin = section(name.twin.header, new Map([["region", "sa-east-1"]]));
  return name.twin.place === "before" ? [twin, main] : [main, twin];
}

function section(header: string, settings: ReadonlyMap<string, string>): SectionText {
  return { header: `[${header}]`, lines: [...settings].map(([key, value]) => `${key} = ${value}`) };
}

function newText(sections: SectionText[]): SharedFileText {
  return { preamble: [], sections, lineBreak: "\n", hasByteOrderMark: false, endsWithLineBreak: true };
}
