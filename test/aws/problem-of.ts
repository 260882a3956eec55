import { ProblemError } from "../../src/aws/problem";

/** The problem that something rejects with, whose message is what the user reads; fails the test where there is none. */
export async function problemOf(run: Promise<unknown>): Promise<ProblemError> {
  const error = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return error;
  throw new Error(`Expected a problem, got ${String(error)}`);
}
