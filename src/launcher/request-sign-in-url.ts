import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { consoleHome } from "../aws/console/destination";
import { canSignIn, signIn, type SignInUrl } from "../aws/console/sign-in";
import { ProblemError } from "../aws/problem";
import { type ChainContext, now } from "./launcher-ports";
import { resolveWithProgress } from "./resolve-with-progress";
import { type Progress } from "./with-progress";

/** The whole road: from a plan to the link that opens its console. */
export async function requestSignInUrl(plan: ChainPlan, context: ChainContext, progress: Progress): Promise<SignInUrl> {
  // Asked before the chain is made: nobody should type a code for a console that cannot open.
  if (!canSignIn(plan)) throw new ProblemError({ kind: "user-cannot-sign-in", profile: plan.profile });
  const credentials = await resolveWithProgress(plan, context, progress);
  progress("Signing in");
  return signIn({ plan, credentials, destination: consoleHome(plan), now });
}
