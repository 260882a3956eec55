import { describeError } from "../aws/describe-error";
import { Refusal } from "../aws/refusal";

/**
 * What a tool says: what its work gives or, where it fails, why, in a sentence. Of an error that is neither a problem nor a
 * refusal only the name is told: its text may hold what it was called with.
 */
export async function toolAnswer<T>(work: () => Promise<T>): Promise<T | string> {
  try {
    return await work();
  } catch (error) {
    return error instanceof Refusal ? error.message : describeError(error).sentence;
  }
}
