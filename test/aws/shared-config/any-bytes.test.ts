import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeText } from "../../../src/aws/shared-config/decode-text";
import { loadSharedConfig } from "../../../src/aws/shared-config/load-shared-config";
import { type SharedConfig } from "../../../src/aws/shared-config/shared-config";
import { propertySeed } from "../../property-seed";
import { BYTE_FAMILIES, bytesOf } from "./byte-families";
import { formatSharedConfig } from "./format-shared-config";
import { contentsOf } from "./sections";

const CONFIG = "~/.aws/config";
const CREDENTIALS = "~/.aws/credentials";
const KIBIBYTE = 1024;
const RUNS = 50_000;

/** Many small inputs, since they hold most surprises, and thousands of up to 64 KiB. */
const SIZES = fc.oneof(
  { weight: 45, arbitrary: fc.nat(KIBIBYTE / 4) },
  { weight: 35, arbitrary: fc.nat(2 * KIBIBYTE) },
  { weight: 13, arbitrary: fc.nat(16 * KIBIBYTE) },
  { weight: 7, arbitrary: fc.nat(64 * KIBIBYTE) },
);
// Bytes follow from a family, a size and a seed, which shrink and print better than 64 KiB do.
const INPUTS = fc.tuple(fc.constantFrom(...BYTE_FAMILIES), SIZES, fc.nat());

// The comparisons are plain ones, because there are millions of them; `expect` says what is wrong when one fails.

function checkDiagnostics({ diagnostics }: SharedConfig, size: number): void {
  if (diagnostics.length > 2 * 101) expect(diagnostics).toHaveLength(2 * 101);
  for (const diagnostic of diagnostics) {
    const { file, line = 1, message, hint } = diagnostic;
    const isOfFile = (file === CONFIG || file === CREDENTIALS) && line >= 1 && line <= size + 1;
    const isShort = message.length < 300 && hint.length < 300;
    if (!isOfFile || !isShort) expect(diagnostic).toBe("about a line of one of the files, in a few words");
  }
}

function checkWritten(config: SharedConfig): void {
  const text = formatSharedConfig(config, CREDENTIALS);
  const again = loadSharedConfig({
    config: { path: CONFIG, text: text.config },
    credentials: { path: CREDENTIALS, text: text.credentials },
  });
  if (contentsOf(again) !== contentsOf(config)) expect(contentsOf(again)).toBe(contentsOf(config));
  const errors = again.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) expect(errors).toEqual([]);
}

// Longer than it takes by an order of magnitude: what it guards against would take for ever.
it(
  "reads any bytes as either file without a throw, and what it read, once written, as the same",
  {
    timeout: 300_000,
  },
  () => {
    fc.assert(
      fc.property(INPUTS, ([family, size, seed]) => {
        const bytes = bytesOf(family, size, seed);
        const config = loadSharedConfig({
          config: decodeText(bytes, CONFIG),
          credentials: decodeText(bytes, CREDENTIALS),
        });
        checkDiagnostics(config, bytes.length);
        checkWritten(config);
      }),
      { numRuns: RUNS, seed: propertySeed() },
    );
  },
);
