import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { consoleHome } from "../aws/console/destination";
import { type RequestedSignIn, requestSignIn } from "../aws/console/request-sign-in";
import { awsConnection } from "./aws-connection";
import { chainProgress } from "./chain-progress";
import { type ChainContext, resolvePorts } from "./launcher-ports";
import { type Progress } from "./with-progress";

/** Gets the link that opens a profile's console home, with this launcher's ports, and says what is under way. */
export function requestSignInUrl(plan: ChainPlan, context: ChainContext, progress: Progress): Promise<RequestedSignIn> {
  return requestSignIn(plan, consoleHome(plan), {
    ...resolvePorts(plan, context),
    connection: () => awsConnection(plan.network),
    onProgress: chainProgress(plan, progress),
  });
}
