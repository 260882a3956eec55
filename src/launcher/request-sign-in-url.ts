import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { consoleHome } from "../aws/console/destination";
import { type RequestedSignIn, requestSignIn } from "../aws/console/request-sign-in";
import { awsConnection } from "./aws-connection";
import { chainProgress } from "./chain-progress";
import { currentPlan } from "./current-plan";
import { resolvePorts } from "./launcher-ports";
import { type Opening } from "./opening";

/** Gets the link that opens the console home of a profile, as the files have it now, and says what is under way. */
export async function requestSignInUrl(
  profile: string,
  { mfaPrompt, progress, signal }: Opening,
): Promise<RequestedSignIn & { readonly plan: ChainPlan }> {
  const { plan, config } = await currentPlan(profile);
  const signedIn = await requestSignIn(plan, consoleHome(plan), {
    ...resolvePorts(plan, config, mfaPrompt),
    connection: () => awsConnection(plan.network),
    onProgress: chainProgress(plan, progress),
    signal,
  });
  signal.throwIfAborted();
  return { ...signedIn, plan };
}
