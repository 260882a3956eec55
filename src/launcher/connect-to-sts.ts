import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { regionalSts } from "./regional-sts";

/**
 * Opens the connection that a plan's next call will use and learns AWS's time, while its user types a code. What fails
 * here fails again, and is told, when the call is made.
 */
export function connectToSts({ region, network }: ChainPlan): void {
  regionalSts(region, network)
    .then((sts) => sts.connect())
    .catch(() => undefined);
}
