import { oddities, type OddityRow } from "./oddity";
import { type SeededRandom } from "./seeded-random";
import { type SectionText, type SharedFileText } from "./shared-file-text";

/** A `key = value` line and where it stands. */
interface SettingLine {
  readonly section: SectionText;
  readonly index: number;
  readonly key: string;
  readonly value: string;
}

const SETTING = /^([^\s=]+) = ?(.*)$/;

const INDENT = "    ";

/** What people and programs do to the text of a file. Those that make botocore refuse the whole file are rarer. */
export const TEXT_ODDITIES = oddities<SharedFileText>([
  ["comment line with #", 6, (file, random) => insertLine(file, random, "# managed by the platform team")],
  ["comment line with ;", 6, (file, random) => insertLine(file, random, "; old: role_arn = arn:aws:iam::1:role/Old")],
  ["indented comment line", 6, (file, random) => insertLine(file, random, `${INDENT}# source_profile = other`)],
  ["comment line in the preamble", 5, ({ preamble }) => void preamble.push("# AWS config", "")],
  ["comment behind a header", 5, behindHeader(" # production")],
  ["comment with ; behind a header", 5, behindHeader(" ; production")],
  ["comment right behind a header", 5, behindHeader("# production")],
  ["comment with brackets behind a header", 5, behindHeader(" # see [profile dev]")],
  ["text behind a header", 5, behindHeader(" production")],
  ["comment behind a value", 6, behindValue(" # temporary")],
  ["comment with ; behind a value", 6, behindValue(" ; temporary")],
  ["comment behind a value and a tab", 5, behindValue("\t# temporary")],
  ["# inside a value", 5, behindValue("#1")],
  ["; inside a value", 5, behindValue(";1")],
  ["comment instead of a value", 5, rewritten(({ key }) => `${key} = # to do`)],
  ["comment instead of a value, without blank", 5, rewritten(({ key }) => `${key} =# to do`)],
  ["blank lines", 5, (file, random) => insertLine(file, random, "")],
  ["line of blanks", 5, (file, random) => insertLine(file, random, INDENT)],
  ["trailing blanks", 5, behindValue("  \t")],
  ["CRLF", 6, (file) => void (file.lineBreak = "\r\n")],
  ["CR", 5, (file) => void (file.lineBreak = "\r")],
  ["no line break at the end", 5, (file) => void (file.endsWithLineBreak = false)],
  ["byte order mark", 5, (file) => void (file.hasByteOrderMark = true)],
  [
    "indented section",
    5,
    onSection((section) => {
      section.header = INDENT + section.header;
      section.lines = section.lines.map((line) => INDENT + line);
    }),
  ],
  ["indented header", 5, onSection((section) => void (section.header = INDENT + section.header))],
  ["indented settings", 6, onSection((section) => void (section.lines = section.lines.map((line) => INDENT + line)))],
  [
    "indented settings behind an empty one",
    5,
    onSection((section) => {
      section.lines = [`${INDENT}cli_pager =`, ...section.lines.map((line) => INDENT + line)];
    }),
  ],
  [
    "one setting indented deeper",
    5,
    (file, random) => {
      const deeper = settingLines(file).filter(({ index }) => index > 0);
      if (deeper.length === 0) return false;
      const { section, index } = random.pick(deeper);
      section.lines[index] = INDENT + section.lines[index];
    },
  ],
  ["colon instead of =", 5, rewritten(({ key, value }) => `${key}: ${value}`)],
  ["colon without blank instead of =", 5, rewritten(({ key, value }) => `${key}:${value}`)],
  ["no blanks around =", 5, rewritten(({ key, value }) => `${key}=${value}`)],
  ["tabs around =", 5, rewritten(({ key, value }) => `${key}\t=\t${value}`)],
  ["setting in upper case", 5, rewritten(({ key, value }) => `${key.toUpperCase()} = ${value}`)],
  [
    "setting in mixed case",
    5,
    rewritten(({ key, value }) => `${key.charAt(0).toUpperCase()}${key.slice(1)} = ${value}`),
  ],
  ["empty value", 6, rewritten(({ key }) => `${key} =`)],
  ["value in double quotes", 5, rewritten(({ key, value }) => `${key} = "${value}"`)],
  ["value in single quotes", 5, rewritten(({ key, value }) => `${key} = '${value}'`)],
  [
    "nested block",
    5,
    onSection(
      ({ lines }) => void lines.push("s3 =", `${INDENT}max_concurrent_requests = 20`, `${INDENT}use_fips = true`),
    ),
  ],
  [
    "nested block amid settings",
    5,
    onSection(({ lines }) => void lines.unshift("s3 =", `${INDENT}addressing_style = path`)),
  ],
  [
    "nested block with the settings of a role",
    5,
    onSection(
      ({ lines }) =>
        void lines.unshift("s3 =", `${INDENT}role_arn = arn:aws:iam::210987654321:role/Nested`, `${INDENT}region = x`),
    ),
  ],
  [
    "nested block with a blank line",
    5,
    onSection(
      ({ lines }) =>
        void lines.push("s3 =", `${INDENT}max_concurrent_requests = 20`, "", `${INDENT}addressing_style = path`),
    ),
  ],
  ["nested block, broken", 5, onSection(({ lines }) => void lines.push("s3 =", `${INDENT}no separator here`))],
  [
    "nested block under a setting of the chain",
    5,
    (file, random) => {
      const setting = oneSetting(file, random);
      if (!setting) return false;
      setting.section.lines.splice(setting.index, 1, `${setting.key} =`, `${INDENT}a = b`);
    },
  ],
  [
    "continuation line",
    5,
    onSection(({ lines }) => void lines.push("description = first line", `${INDENT}second line`)),
  ],
  [
    "continuation line with =",
    5,
    onSection(({ lines }) => void lines.push("description = first line", `${INDENT}region = second line`)),
  ],
  [
    "comment amid continuation lines",
    5,
    onSection(({ lines }) => void lines.push("description = first line", `${INDENT}# comment`, `${INDENT}second line`)),
  ],
  [
    "continuation line of a setting of the chain",
    5,
    (file, random) => {
      const setting = oneSetting(file, random);
      if (!setting) return false;
      setting.section.lines.splice(setting.index + 1, 0, `${INDENT}and more`);
    },
  ],
  [
    "value on the line below",
    5,
    (file, random) => {
      const setting = oneSetting(file, random);
      if (!setting) return false;
      setting.section.lines.splice(setting.index, 1, `${setting.key} =`, INDENT + setting.value);
    },
  ],
  [
    "sections the other way round",
    8,
    (file) => {
      if (file.sections.length < 2) return false;
      file.sections.reverse();
    },
  ],
  [
    "sections in any order",
    8,
    (file, random) => {
      if (file.sections.length < 2) return false;
      file.sections = random.shuffled(file.sections);
    },
  ],
  ["section of another kind", 5, (file) => void file.sections.unshift({ header: "[plugins]", lines: ["x = y"] })],
  [
    "section of services",
    5,
    (file) =>
      void file.sections.push({ header: "[services local]", lines: ["sts =", `${INDENT}endpoint_url = http://x`] }),
  ],
  [
    "section profile without a name",
    5,
    (file) => void file.sections.push({ header: "[profile]", lines: ["region = x"] }),
  ],
  [
    "[DEFAULT] with a region",
    5,
    (file) => void file.sections.unshift({ header: "[DEFAULT]", lines: ["region = af-south-1"] }),
  ],
  [
    "[DEFAULT] with keys",
    5,
    (file) =>
      void file.sections.push({
        header: "[DEFAULT]",
        lines: ["aws_access_key_id = AKIADEFAULT000000000", "aws_secret_access_key = secret-of-default"],
      }),
  ],
  [
    "[DEFAULT] with a role",
    5,
    (file) =>
      void file.sections.push({
        header: "[DEFAULT]",
        lines: ["role_arn = arn:aws:iam::210987654321:role/Default", "external_id = default"],
      }),
  ],
  [
    "section twice",
    5,
    (file, random) => {
      if (file.sections.length === 0) return false;
      file.sections.push({
        header: random.pick(file.sections).header,
        lines: ["output = json", "region = eu-north-1"],
      });
    },
  ],
  [
    "setting twice",
    5,
    (file, random) => {
      const setting = oneSetting(file, random);
      if (!setting) return false;
      setting.section.lines.push(`${setting.key} = ${setting.value}2`);
    },
  ],
  [
    "setting twice, once in upper case",
    5,
    (file, random) => {
      const setting = oneSetting(file, random);
      if (!setting) return false;
      setting.section.lines.push(`${setting.key.toUpperCase()} = ${setting.value}2`);
    },
  ],
  ["setting before any section", 5, ({ preamble }) => void preamble.push("region = us-west-1")],
  ["header not closed", 5, onSection((section) => void (section.header = section.header.slice(0, -1)))],
  ["header without text", 5, (file) => void file.sections.push({ header: "[]", lines: ["region = x"] })],
  ["line without separator", 5, (file, random) => insertLine(file, random, "role_arn")],
  ["line without name", 5, (file, random) => insertLine(file, random, "= value")],
]);

function insertLine(file: SharedFileText, random: SeededRandom, line: string): boolean {
  if (file.sections.length === 0) return false;
  const { lines } = random.pick(file.sections);
  lines.splice(random.integer(0, lines.length), 0, line);
  return true;
}

type Apply = OddityRow<SharedFileText>[2];

function onSection(change: (section: SectionText) => void): Apply {
  return (file, random) => {
    if (file.sections.length === 0) return false;
    change(random.pick(file.sections));
  };
}

function behindHeader(text: string): Apply {
  return onSection((section) => {
    section.header += text;
  });
}

function behindValue(text: string): Apply {
  return rewritten(({ key, value }) => `${key} = ${value}${text}`);
}

function rewritten(line: (setting: SettingLine) => string): Apply {
  return (file, random) => {
    const setting = oneSetting(file, random);
    if (!setting) return false;
    setting.section.lines[setting.index] = line(setting);
  };
}

function oneSetting(file: SharedFileText, random: SeededRandom): SettingLine | undefined {
  const settings = settingLines(file);
  return settings.length > 0 ? random.pick(settings) : undefined;
}

function settingLines({ sections }: SharedFileText): SettingLine[] {
  return sections.flatMap((section) =>
    section.lines.flatMap((line, index) => {
      const [, key, value] = SETTING.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [{ section, index, key, value }];
    }),
  );
}
