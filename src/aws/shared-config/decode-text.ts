import { type Diagnostic } from "./diagnostic";
import { type SourceText } from "./shared-file";

/** How the bytes of a file are to be read; a mark is the byte order mark it begins with. */
interface Encoding {
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
  readonly mark: readonly number[];
}

const MARKED_ENCODINGS: readonly Encoding[] = [
  { name: "utf-8", mark: [0xef, 0xbb, 0xbf] },
  { name: "utf-16le", mark: [0xff, 0xfe] },
  { name: "utf-16be", mark: [0xfe, 0xff] },
];
const UTF_8: Encoding = { name: "utf-8", mark: [] };

const REPLACEMENT_CHARACTER = "\uFFFD";
const LINE_BREAK = /\r\n|\n|\r/;

/**
 * The text of a shared file. It should be plain UTF-8, the only encoding that the AWS CLI takes; a byte order mark and
 * UTF-16 with one (what `>` writes in Windows PowerShell 5) are read with a warning, anything else as far as it goes,
 * with an error that names the first line that is damaged. Takes linear time; nothing throws.
 *
 * @param path the path that diagnostics name; nothing is read from it
 */
export function decodeText(bytes: Uint8Array, path: string): SourceText {
  const { name, mark } = MARKED_ENCODINGS.find((encoding) => startsWith(bytes, encoding.mark)) ?? UTF_8;
  const marked = bytes.subarray(mark.length);
  const body = name === "utf-16be" ? withBytesSwapped(marked) : marked;
  const encoding = name === "utf-8" ? name : "utf-16le";
  const text = decode(body, encoding);

  const diagnostics: Diagnostic[] = [];
  if (mark.length > 0) diagnostics.push(markedFile(name, path));
  const line = firstDamagedLine(text, body, encoding);
  if (line !== undefined) diagnostics.push(damagedLine(name, path, line));
  return { path, text, diagnostics };
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, index) => bytes[index] === byte);
}

/** Not every JavaScript engine decodes big-endian UTF-16. */
function withBytesSwapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => bytes[index ^ 1] ?? byte);
}

function decode(bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): string {
  // The mark is gone already; a second one is text.
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/**
 * What could not be decoded was replaced, so the text, encoded again, differs from the bytes first where they are
 * damaged. A replacement character that stands in the file itself makes no difference.
 */
function firstDamagedLine(text: string, bytes: Uint8Array, encoding: "utf-8" | "utf-16le"): number | undefined {
  if (!text.includes(REPLACEMENT_CHARACTER)) return undefined;
  const difference = Buffer.from(text, encoding).findIndex((byte, index) => byte !== bytes[index]);
  if (difference === -1) return undefined;
  return decode(bytes.subarray(0, difference), encoding).split(LINE_BREAK).length;
}

function markedFile(name: Encoding["name"], file: string): Diagnostic {
  return {
    severity: "warning",
    file,
    line: 1,
    message:
      name === "utf-8"
        ? "The file begins with a byte order mark, which was skipped; the AWS CLI refuses such a file."
        : "The file is in UTF-16, which was understood; the AWS CLI refuses such a file.",
    hint: "Save it as UTF-8 without a byte order mark.",
  };
}

function damagedLine(name: Encoding["name"], file: string, line: number): Diagnostic {
  const encoding = name === "utf-8" ? "UTF-8" : "UTF-16";
  return {
    severity: "error",
    file,
    line,
    message: `From this line on, not everything is ${encoding}, so some characters were lost; the AWS CLI refuses such a file.`,
    hint: "Save it as UTF-8.",
  };
}
