import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { ProblemError } from "../aws/problem";
import { type ProfileEntry, type ReadyProfile } from "../aws/profile-list";
import { type ConsoleChoice } from "./console-choice";
import { openConsole } from "./open-console";
import { type ProfileLink } from "./profile-link";
import { showProblem } from "./show-problem";

/** Opens what a quicklink names, as the files have it now, or says why that cannot be opened. */
export async function openLink(
  link: ProfileLink,
  entries: readonly ProfileEntry[],
  mfaPrompt: MfaPrompt,
): Promise<void> {
  const { profile } = link;
  const entry = entries.find(({ name }) => name === profile);
  try {
    if (!entry) throw new ProblemError({ kind: "unknown-profile", profile });
    if (entry.kind === "broken") throw new ProblemError(entry.problem);
    const choice = choiceOf(link, entry);
    return await openConsole(entry.plan, mfaPrompt, choice);
  } catch (error) {
    await showProblem(error);
  }
}

/** A page or a region that is not there any more opens nothing: another one may be somebody else's. */
function choiceOf({ profile, page: id, region }: ProfileLink, { plan }: ReadyProfile): ConsoleChoice {
  const service = CONSOLE_SERVICES.find((candidate) => candidate.id === id);
  if (id !== undefined && !service) throw new ProblemError({ kind: "link-outdated", profile, place: id });
  if (region !== undefined && !plan.partition.regions.test(region))
    throw new ProblemError({ kind: "link-outdated", profile, place: region });
  return { page: service && { kind: "service", service }, region };
}
