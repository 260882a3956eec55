import { nearNames } from "./near-names";
import { ProblemError } from "./problem";
import { type ProfileEntry, type ReadyProfile } from "./profile-list";
import { Refusal } from "./refusal";
import { shownText } from "./shown-text";

/**
 * The profile of a name, where it can be opened.
 *
 * @throws ProblemError with what is wrong with it, Refusal with names that are near where there is none of that name
 */
export function readyProfile(entries: readonly ProfileEntry[], name: string): ReadyProfile {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) {
    const near = nearNames(
      name,
      entries.map((candidate) => candidate.name),
    );
    const hint = near.length === 0 ? "List the profiles to see their names." : `Near names: ${near.join(", ")}.`;
    throw new Refusal(`No profile is called "${shownText(name)}". ${hint}`);
  }
  if (entry.kind === "broken") throw new ProblemError(entry.problem);
  return entry;
}
