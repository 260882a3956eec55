import * as v from "valibot";
import { sharedJson } from "../../../../shared-data";

const HARD_CASES = v.object({
  cases: v.array(
    v.looseObject({
      id: v.string(),
      kind: v.string(),
      config: v.optional(v.string()),
      credentials: v.optional(v.string()),
      profile: v.optional(v.string()),
      observed: v.optional(v.looseObject({ botocore: v.optional(v.record(v.string(), v.unknown())) })),
    }),
  ),
});

/** A case of ../shared/cases/hard-cases.json that botocore was observed with. */
export interface HardCase {
  readonly id: string;
  readonly config: string;
  readonly credentials: string | null;
  /** Null where only the reading of the files was observed. */
  readonly profile: string | null;
  /** As that file describes it. */
  readonly observed: Readonly<Record<string, unknown>>;
}

const KINDS = ["parse", "chain", "sts"];

/** The hard cases of config files and chains; none, and a line that says so, where the shared folder is absent. */
export function readHardCases(): readonly HardCase[] {
  const { cases } = sharedJson("cases/hard-cases.json", HARD_CASES) ?? { cases: [] };
  return cases.flatMap(({ id, kind, config, credentials, profile, observed }) =>
    KINDS.includes(kind) && config !== undefined && observed?.botocore
      ? [{ id, config, credentials: credentials ?? null, profile: profile ?? null, observed: observed.botocore }]
      : [],
  );
}
