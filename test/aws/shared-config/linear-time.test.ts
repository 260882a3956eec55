import { describe, it } from "vitest";
import { decodeText } from "../../../src/aws/shared-config/decode-text";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { FRAMES, repeated, UNITS } from "./byte-families";

const SIZE = 64 * 1024;
/**
 * So often that one quadratic pass over an input, of a second or two, fails its test by vitest's timeout, while linear
 * ones take a fifth of it.
 */
const REPETITIONS = 8;
const PATIENCE = { timeout: 10_000 };

/** Reads bytes as a config file and as a credentials file, which are then merged, again and again. */
function read(bytes: Uint8Array): void {
  for (let count = 0; count < REPETITIONS; count += 1) {
    loadSharedConfig({
      config: decodeText(bytes, "~/.aws/config"),
      credentials: decodeText(bytes, "~/.aws/credentials"),
    });
  }
}

/** 20,000 lines below those that come before them. */
function lines(above: string, line: (index: number) => string): string {
  return above + Array.from({ length: 20_000 }, (_, index) => `${line(index)}\n`).join("");
}

describe("reading takes time in proportion to the size of the files", () => {
  it.each(UNITS)("when they are 64 KiB of %j, anywhere", PATIENCE, (unit) => {
    for (const frame of FRAMES) read(repeated(frame, unit, SIZE));
  });

  it.each([
    ["headers", lines("", (index) => `[profile ${index}]`)],
    ["headers of credentials", lines("", (index) => `[${index}]`)],
    ["headers in quotes", lines("", (index) => `[profile "${index} "]`)],
    ["headers of one profile", lines("", () => "[profile a]")],
    ["spellings of one header", lines("", (index) => `[profile${" ".repeat(1 + (index % 50))}a]`)],
    ["sessions", lines("", (index) => `[sso-session ${index}]`)],
    ["broken headers", lines("", (index) => `[profile ${index}`)],
    ["broken lines", lines("", (index) => `${index}`)],
    ["settings", lines("[profile a]\n", (index) => `k${index} = 1`)],
    ["duplicates of a setting", lines("[profile a]\n", (index) => `k = ${index}`)],
    ["duplicates of a secret", lines("[a]\n", (index) => `aws_session_token = ${index}\naws_security_token =`)],
    ["continuation lines", lines("[profile a]\nk = 1\n", (index) => ` ${index}`)],
    ["sub-settings", lines("[profile a]\nk =\n", (index) => ` k${index} = 1`)],
  ])("when they hold 20,000 %s", PATIENCE, (_, text) => {
    read(Buffer.from(text));
  });

  it.each([
    ["byte order marks", [0xef, 0xbb, 0xbf]],
    ["byte order marks of UTF-16", [0xff, 0xfe]],
    ["byte order marks of big-endian UTF-16", [0xfe, 0xff]],
    ["bytes that never stand in UTF-8", [0xff]],
    ["bytes that only continue a character", [0x80]],
    ["characters cut short", [0xf0, 0x9f, 0x94]],
    ["halves of surrogate pairs", [0xed, 0xa0, 0x80]],
    ["halves of surrogate pairs, in UTF-16", [0xff, 0xfe, 0x00, 0xd8]],
    ["brackets in UTF-16", [0xff, 0xfe, 0x5b, 0x00]],
    ["damaged lines", [0x61, 0x80, 0x0a]],
  ])("when they are 64 KiB of %s", PATIENCE, (_, unit) => {
    read(Uint8Array.from({ length: SIZE }, (_none, index) => unit[index % unit.length] ?? 0));
  });
});
