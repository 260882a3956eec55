import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { consoleHome } from "../aws/console/destination";
import { type RequestedSignIn, requestSignIn } from "../aws/console/request-sign-in";
import { awsConnection } from "./aws-connection";
import { chainProgress } from "./chain-progress";
import { currentPlanOf } from "./current-plan";
import { resolvePorts } from "./launcher-ports";
import { type Opening } from "./opening";

/**
 * Gets the link that opens the console home of a profile that is shown, as the files have it now, and says what is under
 * way.
 */
export async function requestSignInUrl(
  shown: ChainPlan,
  { mfaPrompt, progress, signal }: Opening,
): Promise<RequestedSignIn & { readonly plan: ChainPlan }> {
  const { plan, config } = await currentPlanOf(shown);
  const signedIn = await requestSignIn(plan, consoleHome(plan), {
    ...resolvePorts(plan, config, mfaPrompt),
    connection: () => awsConnection(plan.network),
    onProgress: chainProgress(plan, progress),
    signal,
  });
  signal.throwIfAborted();
  return { ...signedIn, plan };
}
