import { isProblem, ProblemError } from "../../problem";

/** A problem behind a code that was sent, now or before: whatever mends the problem, the code is gone. */
export class CodeGone extends ProblemError {}

/** What the next code may mend: the code itself was at fault, or what was has been put right and only the code is gone. */
const MENDED_BY_NEXT_CODE = [
  "code-refused",
  "code-spent",
  "clock-skew",
  "duration-refused",
  "sts-throttled",
  "sts-unreachable",
] as const;

/** Whether a prompt should stay for another try after this error. */
export function isMendedByNextCode(error: unknown): boolean {
  if (isProblem(error, "region-disabled")) return error.problem.otherRegion !== undefined;
  return MENDED_BY_NEXT_CODE.some((kind) => isProblem(error, kind));
}
