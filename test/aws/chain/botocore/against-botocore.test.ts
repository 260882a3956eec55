import { beforeAll, describe, expect, it } from "vitest";
import { configOf } from "../../config-of";
import { sharedFilesText } from "../../shared-config/shared-files-text";
import { CALL_DECISIONS, callDifferences } from "./call-differences";
import { isBotocoreMissing } from "./find-botocore";
import { READING_DECISIONS, readingDifferences } from "./reading-differences";
import { recordBotocoreCalls } from "./record-botocore-calls";
import { generateSharedFiles } from "./shared-files-generator";

const PAIRS = 2_000;
/** Another seed tries other files: `SHARED_FILES_SEED=7 npx vitest run test/aws/chain/botocore`. */
const SEED = Number(process.env.SHARED_FILES_SEED ?? 1);

interface Finding {
  readonly id: string;
  readonly difference: unknown;
  readonly rule: string | undefined;
}

/**
 * Real botocore and this project on the same generated files. Where they differ, a rule of the two tables of decisions
 * has to say why; whatever no rule explains is a failure, shown with the case that has it.
 */
describe.skipIf(isBotocoreMissing("the comparison with botocore"))(
  `${PAIRS} pairs of shared files (seed ${SEED})`,
  () => {
    const pairs = Array.from({ length: PAIRS }, (_, index) => generateSharedFiles(SEED, index));

    describe("are read as botocore reads them", () => {
      let findings: readonly Finding[];
      let alike: number;

      beforeAll(async () => {
        const recordings = await recordBotocoreCalls(pairs.map((pair) => ({ ...pair, profile: null })));
        const compared = recordings.map(({ given, recorded }) =>
          readingDifferences(given, recorded).map((found) => ({ id: given.id, ...found })),
        );
        findings = compared.flat();
        alike = compared.filter((found) => found.length === 0).length;
      }, 120_000);

      it("apart from differences by decision", () => {
        expect(findings.filter(({ rule }) => rule === undefined)).toEqual([]);
      });

      it("most of them without any difference", () => {
        expect(alike).toBeGreaterThan(PAIRS / 2);
      });

      it.each(READING_DECISIONS.map(({ rule, reason }) => [rule, reason]))("%s: %s", (rule) => {
        expect(findings.some((finding) => finding.rule === rule)).toBe(true);
      });
    });

    // Written anew in the plainest way, so that both read the same and only what they make of it is compared.
    describe("lead to the calls that botocore makes", () => {
      const plain = pairs.map(({ id, config, credentials, selected }) => ({
        id,
        ...sharedFilesText(configOf(config, credentials ?? undefined)),
        profile: selected,
      }));
      let findings: readonly Finding[];
      let alike: number;

      beforeAll(async () => {
        const recordings = await recordBotocoreCalls(plain);
        const compared = recordings.map(({ given, recorded }) =>
          callDifferences(given, given.profile, recorded).map((found) => ({ id: given.id, ...found })),
        );
        findings = compared.flat();
        alike = compared.filter((found) => found.length === 0).length;
      }, 120_000);

      it("apart from differences by decision", () => {
        expect(findings.filter(({ rule }) => rule === undefined)).toEqual([]);
      });

      it("most of them without any difference", () => {
        expect(alike).toBeGreaterThan(PAIRS / 2);
      });

      it.each(CALL_DECISIONS.map(({ rule, reason }) => [rule, reason]))("%s: %s", (rule) => {
        expect(findings.some((finding) => finding.rule === rule)).toBe(true);
      });
    });
  },
);
