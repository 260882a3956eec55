import { describe, expect, it } from "vitest";
import { decodeText } from "../../../src/aws/shared-config/decode-text";
import { sharedBytes } from "../../shared-data";

const FILE = "~/.aws/config";

const utf8 = (text: string): number[] => [...Buffer.from(text, "utf8")];
const utf16 = (text: string): number[] => [...Buffer.from(text, "utf16le")];
const bigEndian = (bytes: number[]): number[] => [...Buffer.from(bytes).swap16()];
const latin1 = (text: string): number[] => [...Buffer.from(text, "latin1")];

const UTF_8_MARK = [0xef, 0xbb, 0xbf];
const UTF_16_LE_MARK = [0xff, 0xfe];
const UTF_16_BE_MARK = [0xfe, 0xff];

/** What a file of these bytes says, and where something is wrong with it. */
function read(bytes: number[]): { text: string; findings: string[] } {
  const { path, text, diagnostics = [] } = decodeText(Uint8Array.from(bytes), FILE);
  expect([path, ...diagnostics.map(({ file }) => file)]).toEqual(Array(diagnostics.length + 1).fill(FILE));
  return { text, findings: diagnostics.map(({ severity, line }) => `${severity} in line ${line}`) };
}

describe("a file in UTF-8", () => {
  it.each([
    ["nothing", ""],
    ["ASCII", "[profile demo]\r\nregion = eu-west-1\r\n"],
    ["characters of every length", "[profile é-日本-🔑]"],
    ["a replacement character of its own", "# caf\uFFFD\n[profile demo]"],
    ["a byte order mark inside", "a\uFEFFb"],
    ["NUL characters", "a\0b"],
  ])("is read as it stands: %s", (_, text) => {
    expect(read(utf8(text))).toEqual({ text, findings: [] });
  });

  it.each([
    ["with text", "[profile demo]"],
    ["with nothing else", ""],
    ["before a second one, which is text", "\uFEFFx"],
  ])("loses its byte order mark, with a warning: %s", (_, text) => {
    expect(read([...UTF_8_MARK, ...utf8(text)])).toEqual({ text, findings: ["warning in line 1"] });
  });
});

describe("a file in UTF-16 with a byte order mark, as Windows PowerShell writes it", () => {
  const text = "[profile é-日本-🔑]\r\nregion = eu-west-1\r\n";

  it.each([
    ["little-endian", [...UTF_16_LE_MARK, ...utf16(text)], text],
    ["big-endian", [...UTF_16_BE_MARK, ...bigEndian(utf16(text))], text],
    ["little-endian, empty", UTF_16_LE_MARK, ""],
    ["big-endian, empty", UTF_16_BE_MARK, ""],
    ["with a replacement character of its own", [...UTF_16_LE_MARK, ...utf16("\uFFFD")], "\uFFFD"],
  ])("is read, with a warning: %s", (_, bytes, expected) => {
    expect(read(bytes)).toEqual({ text: expected, findings: ["warning in line 1"] });
  });

  it.each([
    ["half a character at the end", [...utf16("a\nb"), 0x63], "a\nb\uFFFD", 2],
    ["half a surrogate pair", [...utf16("a\r\n"), 0x00, 0xd8, ...utf16("b\nc")], "a\r\n\uFFFDb\nc", 2],
  ])("is read as far as it goes: %s", (_, bytes, expected, line) => {
    const findings = ["warning in line 1", `error in line ${line}`];
    expect(read([...UTF_16_LE_MARK, ...bytes])).toEqual({ text: expected, findings });
  });
});

describe("a file that is not UTF-8", () => {
  it.each([
    ["Latin-1", latin1("[profile café]\nx = 1"), "[profile caf\uFFFD]\nx = 1", 1],
    ["further down", latin1("[profile demo]\n# ok\n# café\n# más"), "[profile demo]\n# ok\n# caf\uFFFD\n# m\uFFFDs", 3],
    ["behind the line breaks of Windows", latin1("a\r\nb\r\né"), "a\r\nb\r\n\uFFFD", 3],
    ["behind the line breaks of old", latin1("a\rb\ré"), "a\rb\r\uFFFD", 3],
    ["behind a replacement character of its own", [...utf8("\uFFFD\n"), 0xe9], "\uFFFD\n\uFFFD", 2],
    ["a character cut short by a line break", [0x61, 0xef, 0xbf, 0x0a, 0x62], "a\uFFFD\nb", 1],
    ["a character cut short by the end", [0x61, 0x0a, 0xef, 0xbf], "a\n\uFFFD", 2],
    ["nothing but bytes", [0x80, 0xff], "\uFFFD\uFFFD", 1],
  ])("is read as far as it goes, with an error in the first damaged line: %s", (_, bytes, text, line) => {
    expect(read(bytes)).toEqual({ text, findings: [`error in line ${line}`] });
  });

  it("counts its lines as without the byte order mark", () => {
    expect(read([...UTF_8_MARK, ...latin1("a\né")])).toEqual({
      text: "a\n\uFFFD",
      findings: ["warning in line 1", "error in line 2"],
    });
  });

  const badBytes = sharedBytes("vectors/botocore/unit-cfg/aws_config_badbytes");

  it.skipIf(!badBytes)("may be botocore's file of bad bytes", () => {
    expect(read([...(badBytes ?? [])]).findings).toEqual(["error in line 1"]);
  });
});

describe("the words", () => {
  it.each([
    [
      "a byte order mark",
      UTF_8_MARK,
      "The file begins with a byte order mark, which was skipped; the AWS CLI refuses such a file.",
      "Save it as UTF-8 without a byte order mark.",
    ],
    [
      "UTF-16",
      UTF_16_LE_MARK,
      "The file is in UTF-16, which was understood; the AWS CLI refuses such a file.",
      "Save it as UTF-8 without a byte order mark.",
    ],
    [
      "bytes that are not UTF-8",
      [0xe9],
      "From this line on, not everything is UTF-8, so some characters were lost; the AWS CLI refuses such a file.",
      "Save it as UTF-8.",
    ],
  ])("say what was done about %s, and what to do", (_, bytes, message, hint) => {
    expect(decodeText(Uint8Array.from(bytes), FILE).diagnostics).toMatchObject([{ message, hint }]);
  });
});

it("takes no longer than the size of a file asks for", () => {
  const size = 16 * 1024 * 1024;
  for (const byte of [0x0a, 0x80, 0xef]) {
    const before = performance.now();
    decodeText(new Uint8Array(size).fill(byte), FILE);
    expect(performance.now() - before).toBeLessThan(10_000);
  }
});
