import { parseSections } from "../../../../../src/aws/shared-config/parse-sections";
import { type FileKind, type Profile, type SharedConfig } from "../../../../../src/aws/shared-config/shared-config";
import { CONFIG_PATH, configOf, CREDENTIALS_PATH } from "../../../config-of";
import { type BotocoreRecording } from "./record-botocore-calls";

/** Two shared files as text; null where there is none. */
export interface SharedFiles {
  readonly config: string;
  readonly credentials: string | null;
}

/** One thing that botocore and this project read differently in the same files. */
export type ReadingDifference =
  | { readonly kind: "file-refused"; readonly file: string }
  | { readonly kind: "profile-of-botocore"; readonly name: string }
  | { readonly kind: "profile-of-ours"; readonly name: string }
  | {
      readonly kind: "value";
      readonly name: string;
      readonly key: string;
      /** Absent where only one of the two has the setting. */
      readonly ours: string | undefined;
      readonly theirs: string | undefined;
    };

/** A difference that is ours by decision. */
interface Decision {
  readonly rule: string;
  readonly reason: string;
  readonly explains: (difference: ReadingDifference, reading: Reading) => boolean;
}

interface Reading {
  readonly config: SharedConfig;
  readonly sections: readonly SectionOfFile[];
}

/** A section as it stands in the text, whatever becomes of it. */
interface SectionOfFile {
  readonly kind: FileKind;
  readonly file: string;
  readonly header: string;
  readonly line: number;
  readonly settings: ReadonlyMap<string, string>;
  /** The line of the file that holds the header. */
  readonly text: string;
}

/** Where botocore and this project are meant to read the files differently, and why. The first that fits explains. */
export const READING_DECISIONS: readonly Decision[] = [
  {
    rule: "a broken line costs the line",
    reason: "botocore refuses the whole file; the user keeps the other profiles and is told the line",
    explains: (difference, { config }) =>
      difference.kind === "file-refused" &&
      config.diagnostics.some(
        ({ file, severity, message }) =>
          file === difference.file && (severity === "error" || /the AWS CLI (?:refuses|takes it)/.test(message)),
      ),
  },
  {
    rule: "[DEFAULT] is no profile",
    reason: "Python's parser applies it to every section; no other SDK does, and the user is told",
    explains: (difference, { sections }) =>
      difference.kind === "file-refused" ||
      (difference.kind === "value" &&
        sections.some(
          ({ header, text, settings }) =>
            (header === "DEFAULT" && settings.get(difference.key) === difference.theirs) ||
            (text.startsWith("[DEFAULT] ") && difference.ours === undefined),
        )),
  },
  {
    rule: "an indented header is a header",
    reason: "botocore gives the section to the profile above, role and all; the user is told the line",
    explains: (_, { config }) =>
      config.diagnostics.some(({ message }) => message.startsWith("The section header is indented")),
  },
  {
    rule: "a header that was left out is told",
    reason: "the specification allows fewer names without quotes than botocore, and none of its other spellings",
    explains: (difference, { config, sections }) =>
      difference.kind !== "file-refused" &&
      headersOf(difference.name, sections).some(({ file, line }) =>
        config.diagnostics.some((diagnostic) => diagnostic.file === file && diagnostic.line === line),
      ),
  },
  {
    rule: "a comment behind a header may hold brackets",
    reason: "botocore reads the header up to the last bracket of the line and loses the profile",
    explains: (difference, { sections }) =>
      difference.kind !== "file-refused" &&
      headersOf(difference.name, sections).some(({ text }) => /\].*[#;].*\]/.test(text)),
  },
  {
    rule: "blanks in a header do not matter",
    reason: "the specification trims what stands between the brackets",
    explains: (difference, { sections }) =>
      difference.kind !== "file-refused" && headersOf(difference.name, sections).some(({ text }) => /\[\s/.test(text)),
  },
  {
    rule: "quotes mark a name in the credentials file too",
    reason: "botocore takes them as a part of the name there, unlike in the config file",
    explains: (difference, { sections }) =>
      difference.kind !== "file-refused" &&
      headersOf(difference.name, sections).some(({ kind, header }) => kind === "credentials" && /^["']/.test(header)),
  },
  {
    rule: "quotes around a value are no part of it",
    reason: "nobody means them, and the user is told that botocore does",
    explains: (difference) =>
      difference.kind === "value" &&
      difference.ours !== undefined &&
      spellings(difference.ours).includes(difference.theirs ?? ""),
  },
  {
    rule: "a comment behind a value is a comment",
    reason: "the specification ends a value at # or ; behind a blank; botocore takes it along",
    explains: (difference) =>
      difference.kind === "value" &&
      spellings(difference.ours ?? "").includes(difference.theirs?.replace(/(?:^|\s+)[#;].*/, "") ?? ""),
  },
  {
    rule: "a key of the credentials file brings its own secrets",
    reason: "a secret or token of the config file belongs to another key than the credentials file's id",
    explains: (difference, { config }) =>
      difference.kind === "value" &&
      SECRETS.includes(difference.key) &&
      difference.ours === undefined &&
      config.profiles.get(difference.name)?.settings.get("aws_access_key_id")?.origin === "credentials",
  },
];

/** A value as it may stand in the file. */
const spellings = (value: string): string[] => [value, `"${value}"`, `'${value}'`];

const SECRETS = ["aws_secret_access_key", "aws_session_token"];

/**
 * What botocore and this project read differently in two files, each with the rule of {@link READING_DECISIONS} that
 * explains it; nothing where none does.
 */
export function readingDifferences(
  { config: configText, credentials }: SharedFiles,
  recorded: BotocoreRecording,
): readonly { readonly difference: ReadingDifference; readonly rule: string | undefined }[] {
  const config = configOf(configText, credentials ?? undefined);
  const sections = [...sectionsOf("config", configText), ...sectionsOf("credentials", credentials ?? "")];
  return differences(config, recorded).map((difference) => ({
    difference,
    rule: READING_DECISIONS.find(({ explains }) => explains(difference, { config, sections }))?.rule,
  }));
}

function differences(config: SharedConfig, { error, profiles }: BotocoreRecording): ReadingDifference[] {
  if (error) {
    return [{ kind: "file-refused", file: error.message.includes("<credentials>") ? CREDENTIALS_PATH : CONFIG_PATH }];
  }
  const theirs = profiles ?? new Map<string, never>();
  const names = new Set([...theirs.keys(), ...config.profiles.keys()]);
  return [...names].flatMap((name): ReadingDifference[] => {
    const ours = config.profiles.get(name);
    const settings = theirs.get(name);
    if (!ours) return [{ kind: "profile-of-botocore", name }];
    if (!settings) return [{ kind: "profile-of-ours", name }];
    const values = new Map(Object.entries(settings).map(([key, value]) => [plainKey(key), plainValue(value)]));
    const own = valuesOf(ours);
    return [...new Set([...values.keys(), ...own.keys()])].flatMap((key) => {
      const difference = { kind: "value" as const, name, key, ours: own.get(key), theirs: values.get(key) };
      return (difference.ours ?? "") === (difference.theirs ?? "") ? [] : [difference];
    });
  });
}

function valuesOf({ settings, secrets }: Profile): ReadonlyMap<string, string> {
  return new Map([
    ...Array.from(settings, ([key, { value }]) => [key, plainValue(value)] as const),
    ...Array.from(secrets, ([key, { secret }]) => [key, secret.reveal()] as const),
  ]);
}

function plainKey(key: string): string {
  return key === "aws_security_token" ? "aws_session_token" : key;
}

/** A nested block in one spelling: botocore gives a record, this project the lines. */
function plainValue(value: string | Readonly<Record<string, string>>): string {
  if (typeof value !== "string") {
    return Object.entries(value)
      .map(([key, text]) => `\n${key} = ${text}`.trimEnd())
      .join("");
  }
  if (!value.startsWith("\n")) return value.replaceAll(/\n\s*\n/g, "\n");
  const lines = value.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => `\n${line.replace(/\s*=\s*/, " = ")}`.trimEnd()).join("");
}

function sectionsOf(kind: FileKind, text: string): SectionOfFile[] {
  const lines = text.split(/\r\n|\n|\r/);
  const file = kind === "config" ? CONFIG_PATH : CREDENTIALS_PATH;
  const { sections } = parseSections(text, file);
  const read = new Map(sections.map((section) => [section.line, section]));
  return lines.flatMap((line, index) => {
    if (!line.trimStart().startsWith("[")) return [];
    const section = read.get(index + 1);
    const settings = new Map(section?.settings.map(({ key, value }) => [key, value]));
    return [{ kind, file, header: section?.header ?? "", line: index + 1, settings, text: line }];
  });
}

/** The sections that may be meant by a name: those whose line holds it, in whatever spelling. */
function headersOf(name: string, sections: readonly SectionOfFile[]): SectionOfFile[] {
  const bare = (text: string): string => text.replaceAll(/["'\\\s]/g, "");
  return sections.filter(({ text }) => bare(text).includes(bare(name)));
}
