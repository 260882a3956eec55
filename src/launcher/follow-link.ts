import { type MfaPrompt } from "../aws/chain/resolve/mfa-prompt";
import { CONSOLE_SERVICES } from "../aws/console/console-services";
import { type DestinationPage } from "../aws/console/destination";
import { opensByPortal } from "../aws/console/portal-url";
import { ProblemError } from "../aws/problem";
import { type ProfileEntry, type ReadyProfile } from "../aws/profiles/profile-list";
import { type ConsoleChoice } from "./console-choice";
import { copyCredentials } from "./copy-credentials";
import { openConsole } from "./open-console";
import { preferredFormat } from "./preferred-format";
import { HOME_PAGE, type ProfileLink } from "./profile-link";
import { type ProfileJob } from "./profile-job";
import { showProblem } from "./show-problem";

/**
 * Does with what a link names what Enter does in the list that it leads to, as the files have it now, or says why that
 * cannot be done.
 */
export async function followLink(
  link: ProfileLink,
  job: ProfileJob,
  entries: readonly ProfileEntry[],
  mfaPrompt: MfaPrompt,
): Promise<void> {
  const { profile } = link;
  const entry = entries.find(({ name }) => name === profile);
  try {
    if (!entry) throw new ProblemError({ kind: "unknown-profile", profile });
    if (entry.kind === "broken") throw new ProblemError(entry.problem);
    const { plan } = entry;
    if (job === "copy" && !opensByPortal(plan)) return await copyCredentials(plan, mfaPrompt, preferredFormat());
    return await openConsole(plan, mfaPrompt, choiceOf(link, entry));
  } catch (error) {
    await showProblem(error);
  }
}

/** A page or a region that is not there any more opens nothing: another one may be somebody else's. */
function choiceOf(link: ProfileLink, { plan }: ReadyProfile): ConsoleChoice {
  const { profile, region } = link;
  if (region !== undefined && !plan.partition.regions.test(region))
    throw new ProblemError({ kind: "link-outdated", profile, place: region });
  return { page: pageOf(link), region };
}

function pageOf({ profile, page: id }: ProfileLink): DestinationPage | undefined {
  if (id === undefined) return undefined;
  if (id === HOME_PAGE) return { kind: "home" };
  const service = CONSOLE_SERVICES.find((candidate) => candidate.id === id);
  if (!service) throw new ProblemError({ kind: "link-outdated", profile, place: id });
  return { kind: "service", service };
}
