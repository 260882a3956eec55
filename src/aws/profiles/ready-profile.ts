import { ProblemError } from "../problem";
import { type ProfileEntry, type ReadyProfile } from "./profile-list";
import { Refusal } from "../refusal";
import { shownText } from "../shown-text";

/**
 * The profile of a name, where it can be opened.
 *
 * @throws ProblemError with what is wrong with it, Refusal where there is none of that name
 */
export function readyProfile(entries: readonly ProfileEntry[], name: string): ReadyProfile {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Refusal(`No profile is called "${shownText(name)}". List the profiles to see their names.`);
  if (entry.kind === "broken") throw new ProblemError(entry.problem);
  return entry;
}
