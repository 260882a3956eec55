import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type Destination } from "../aws/console/destination";
import { portalUrl } from "../aws/console/portal-url";
import { type RequestedSignIn, requestSignIn } from "../aws/console/request-sign-in";
import { Secret } from "../aws/secret";
import { awsConnection } from "./aws-connection";
import { chainProgress } from "./chain-progress";
import { type ConsoleChoice, wishOf } from "./console-choice";
import { currentPlanOf } from "./current-plan";
import { resolvePorts } from "./launcher-ports";
import { type Opening } from "./opening";

/** A link to a console with the plan that it was made of. */
export type ConsoleLink = (({ readonly kind: "sign-in" } & RequestedSignIn) | PortalLink) & {
  readonly plan: ChainPlan;
  readonly destination: Destination;
};

/** A link to IAM Identity Center, which signs nobody in by itself. */
interface PortalLink {
  readonly kind: "portal";
  readonly url: Secret;
}

/**
 * Gets the link that opens the console of a profile that is shown, as the files have it now, and says what is under way.
 *
 * @throws ProblemError as {@link requestSignIn} does, and where the files were edited so that it leads elsewhere
 */
export async function requestSignInUrl(
  shown: ChainPlan,
  choice: ConsoleChoice,
  { mfaPrompt, progress, signal }: Opening,
): Promise<ConsoleLink> {
  const { plan, config } = await currentPlanOf(shown);
  const wish = await wishOf(plan, choice);
  const { destination } = wish;
  const portal = portalUrl(plan, destination);
  if (portal !== undefined) return { kind: "portal", url: new Secret(portal), plan, destination };

  const signedIn = await requestSignIn(plan, wish, {
    ...resolvePorts(plan, config, mfaPrompt),
    connection: () => awsConnection(plan.network),
    onProgress: chainProgress(plan, progress),
    signal,
  });
  signal.throwIfAborted();
  return { kind: "sign-in", ...signedIn, plan, destination };
}
