import { describeProblem } from "./describe-problem";
import { ProblemError } from "./problem";

/** What a report names beside the problem. */
export interface ReportSurroundings {
  readonly platform: string;
  readonly node: string;
  readonly at: Date;
}

/**
 * A failure as text that can be sent to somebody who helps: the sentence, its kind, and what it happened on. Of an error
 * that is no problem only the name is told: its text may hold what it was called with.
 */
export function problemReport(error: unknown, surroundings: ReportSurroundings): string {
  const { platform, node, at } = surroundings;
  const told = error instanceof ProblemError ? describeProblem(error.problem) : undefined;
  const kind = error instanceof ProblemError ? error.problem.kind : error instanceof Error ? error.name : "unknown";
  return [
    told?.title ?? "Unexpected Error",
    ...(told ? [told.sentence] : []),
    "",
    `Kind: ${kind}`,
    `Time: ${at.toISOString()}`,
    `AWS Role Chains on ${platform}, Node ${node}`,
  ].join("\n");
}
