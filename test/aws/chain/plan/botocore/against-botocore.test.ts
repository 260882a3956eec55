import { beforeAll, describe, expect, it } from "vitest";
import { configOf } from "../../../config-of";
import { CALL_DECISIONS, callDifferences } from "./call-differences";
import { isBotocoreMissing } from "./find-botocore";
import { plainFiles } from "./plain-files";
import { READING_DECISIONS, readingDifferences } from "./reading-differences";
import { type BotocoreCase, type BotocoreRecording, recordBotocoreCalls } from "./record-botocore-calls";
import { generateSharedFiles } from "./shared-files-generator";

const PAIRS = 2_000;
/** Another seed tries other files: `SHARED_FILES_SEED=7 npx vitest run test/aws/chain/botocore`. */
const SEED = Number(process.env.SHARED_FILES_SEED ?? 1);
const DEADLINE_MS = 120_000;

interface Comparison<Case> {
  readonly cases: readonly Case[];
  readonly differencesOf: (
    given: Case,
    recorded: BotocoreRecording,
  ) => readonly { readonly difference: unknown; readonly rule: string | undefined }[];
  readonly decisions: readonly { readonly rule: string; readonly reason: string }[];
}

/** Fails for every difference that no rule explains, shown with its case, and for every rule that explains nothing. */
function compareWithBotocore<Case extends BotocoreCase>({ cases, differencesOf, decisions }: Comparison<Case>): void {
  let findings: { id: string; difference: unknown; rule: string | undefined }[];
  let alike: number;

  beforeAll(async () => {
    const compared = (await recordBotocoreCalls(cases)).map(({ given, recorded }) =>
      differencesOf(given, recorded).map((found) => ({ id: given.id, ...found })),
    );
    findings = compared.flat();
    alike = compared.filter((found) => found.length === 0).length;
  }, DEADLINE_MS);

  it("apart from differences by decision", () => {
    expect(findings.filter(({ rule }) => rule === undefined)).toEqual([]);
  });

  it("most of them without any difference", () => {
    expect(alike).toBeGreaterThan(cases.length / 2);
  });

  it.each(decisions.map(({ rule, reason }) => [rule, reason]))("%s: %s", (rule) => {
    expect(findings.some((finding) => finding.rule === rule)).toBe(true);
  });
}

/** Real botocore and this project on the same generated files. */
describe.skipIf(isBotocoreMissing("the comparison with botocore"))(
  `${PAIRS} pairs of shared files (seed ${SEED})`,
  () => {
    const pairs = Array.from({ length: PAIRS }, (_, index) => generateSharedFiles(SEED, index));

    describe("are read as botocore reads them", () => {
      compareWithBotocore({
        cases: pairs.map((pair) => ({ ...pair, profile: null })),
        differencesOf: readingDifferences,
        decisions: READING_DECISIONS,
      });
    });

    // Written anew in the plainest way, so that both read the same and only what they make of it is compared.
    describe("lead to the calls that botocore makes", () => {
      compareWithBotocore({
        cases: pairs.map(({ id, config, credentials, selected }) => ({
          id,
          ...plainFiles(configOf(config, credentials ?? undefined)),
          profile: selected,
        })),
        differencesOf: (given, recorded) => callDifferences(given, given.profile, recorded),
        decisions: CALL_DECISIONS,
      });
    });
  },
);
