import { articleConfig } from "../article-config";
import { randomNumbers } from "../../random-numbers";

type Random = (limit: number) => number;
type Family = (size: number, random: Random) => Uint8Array;

/** What a parser of these files looks at, and what it should not care about. */
const FRAGMENTS = [
  ..."[]\"'=:#; \t\n\r\0ab!\\é本🔑\uFEFF\uFFFD\u2028\u0085",
  ..."\n\n\n\n\n\n",
  "\r\n",
  "\n  ",
  "\n[",
  "]\n",
  " = ",
  " # ",
  "profile ",
  "sso-session ",
  "services ",
  "default",
  "DEFAULT",
  "\n[profile a]\n",
  '\n[profile "a b"]\n',
  "\n[a b]\n",
  "\n[sso-session a]\n",
  "\n[default]\n",
  "\n[profile default]\n",
  "\n[__proto__]\n",
  "\nregion = eu-west-1",
  "\ns3 =\n  x = 1",
  "\n__proto__ = constructor",
  "\naws_access_key_id = AKIA",
  "\naws_secret_access_key = wJalr",
  "\naws_session_token =",
  "\naws_security_token = IQoJ",
  '\ncredential_process = "a b" c',
  '\nx = "a b"',
];

/** One of these again and again is the worst case of one careless line of code or other. */
export const UNITS = [
  ..."[]\"'=:#; \t\n\r\0a\\",
  "é",
  "\uFEFF",
  "\uFFFD",
  "\u2028",
  "\u0301",
  "a ",
  " a",
  " #",
  "a=",
  '" ',
  "a\n",
  " \n",
  "\r\n",
  "\n  a",
  "\n  a=a",
  "\n\ta",
  "[\n",
  "[a]\n",
  "[profile a]\n",
  "[default]\n",
  "[profile default]\n[default]\n",
  "[profile a]\na=\n",
  '[profile "a]\n',
  "a=a\n",
  "a=\n a\n",
  'a="a"\n',
  "aws_secret_access_key=a\naws_session_token=\n",
] as const;

/** Where the unit stands again and again; `*` is its place. */
export const FRAMES = [
  "*",
  "[*",
  "[profile *]",
  '[profile "*"]',
  "[profile a]*",
  "[profile a]\n*",
  "[profile a]\n*=a",
  "[profile a]\nb=*",
  '[profile a]\nb="*"',
  "[profile a]\nb=\n  *",
  "[profile a]\nb=b\n  *",
  "[profile a]\naws_secret_access_key=*",
] as const;

const FAMILIES: ReadonlyMap<string, Family> = new Map<string, Family>([
  ["random bytes", (size, random) => new Uint8Array(size).map(() => random(256))],
  ["random ASCII", (size, random) => new Uint8Array(size).map(() => random(128))],
  [
    "random characters",
    (size, random) =>
      utf8(
        joined(size, () => anyCharacter(random)),
        size,
      ),
  ],
  ["fragments of a config", (size, random) => utf8(fromFragments(size, random), size)],
  ["fragments behind a byte order mark", (size, random) => utf8(`\uFEFF${fromFragments(size, random)}`, size)],
  ["fragments in UTF-16", (size, random) => utf16(fromFragments(size / 2, random), size)],
  ["fragments in big-endian UTF-16", (size, random) => swapped(utf16(fromFragments(size / 2, random), size))],
  ["fragments in damaged UTF-8", (size, random) => damaged(utf8(fromFragments(size, random), size), random)],
  [
    "a config, damaged",
    (size, random) => damaged(utf8(articleConfig.repeat(size / articleConfig.length + 1), size), random),
  ],
  ["one unit again and again", (size, random) => repeated(pick(FRAMES, random), pick(UNITS, random), size)],
]);

export const BYTE_FAMILIES: readonly string[] = [...FAMILIES.keys()];

/** Up to so many bytes of a family; the same seed gives the same ones. */
export function bytesOf(family: string, size: number, seed: number): Uint8Array {
  return FAMILIES.get(family)?.(size, randomNumbers(seed)) ?? new Uint8Array();
}

/** A frame with its unit in it, so often that both are about so many bytes. */
export function repeated(frame: string, unit: string, size: number): Uint8Array {
  const [before = "", after = ""] = frame.split("*");
  return utf8(before + unit.repeat(Math.max(0, size - frame.length) / Buffer.byteLength(unit)) + after, size);
}

function fromFragments(length: number, random: Random): string {
  return joined(length, () => pick(FRAGMENTS, random));
}

function joined(length: number, next: () => string): string {
  let text = "";
  while (text.length < length) text += next();
  return text;
}

/** Half of a surrogate pair has no bytes and becomes a replacement character. */
function anyCharacter(random: Random): string {
  return String.fromCodePoint(random(0x110000));
}

function pick(from: readonly string[], random: Random): string {
  return from[random(from.length)] ?? "";
}

function utf8(text: string, size: number): Uint8Array {
  return Buffer.from(text, "utf8").subarray(0, size);
}

function utf16(text: string, size: number): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, "utf16le").subarray(0, size);
}

function swapped(bytes: Uint8Array): Uint8Array {
  return Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
}

/** Every hundredth byte or so is another one. */
function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.map((byte) => (random(100) === 0 ? random(256) : byte));
}
