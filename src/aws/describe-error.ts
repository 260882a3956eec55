import { describeProblem } from "./describe-problem";
import { ProblemError } from "./problem";
import { type ProblemDescription, TRY_AGAIN } from "./problem-description";

/**
 * Whatever was thrown, in the user's words. Of an error that is no problem only the name is told: its text may hold what it
 * was called with.
 */
export function describeError(error: unknown): ProblemDescription {
  if (error instanceof ProblemError) return describeProblem(error.problem);
  const name = error instanceof Error ? error.name : "an unknown error";
  return {
    title: "Unexpected Error",
    sentence: `Something unforeseen happened (${name}). Try again, and report it if it stays.`,
    remedy: TRY_AGAIN,
  };
}
