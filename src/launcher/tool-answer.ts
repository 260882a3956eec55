import { ProblemError } from "../aws/problem";
import { Refusal } from "../aws/refusal";

/**
 * What a tool says: what its work gives or, where it fails, why, in a sentence. Of an error that is neither a problem nor a
 * refusal only the name is told: its text may hold what it was called with.
 */
export async function toolAnswer<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError || error instanceof Refusal) return error.message;
    const name = error instanceof Error ? error.name : "an unknown error";
    return `Something unforeseen happened (${name}). Try again, and report it if it stays.`;
  }
}
