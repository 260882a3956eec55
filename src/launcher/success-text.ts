import { type ResolutionNote } from "../aws/chain/resolve/resolution";
import { describeNote } from "../aws/describe-note";

/**
 * What a success says: what was done, then what went otherwise than planned.
 *
 * @example
 * successText("Opened demo-role1", [note]); // "Opened demo-role1: 1 h instead of 4 h, beyond the maximum of …"
 */
export function successText(done: string, notes: readonly ResolutionNote[]): string {
  return notes.length === 0 ? done : `${done}: ${notes.map(describeNote).join("; ")}`;
}
