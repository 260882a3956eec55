import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { planChain } from "../aws/chain/plan/plan-chain";
import { ProblemError } from "../aws/problem";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { awsEnvironment } from "./aws-environment";
import { readSharedConfig } from "./read-shared-config";

/** A plan with the config that it was made from. */
export interface CurrentPlan {
  readonly plan: ChainPlan;
  readonly config: SharedConfig;
}

/**
 * A profile's plan by what the files say at this moment: a list that was drawn before they were edited must not open what
 * stood there then.
 *
 * @throws ProblemError where the profile has no plan any more, or the files cannot be read
 */
export async function currentPlan(profile: string): Promise<CurrentPlan> {
  const config = await readSharedConfig(awsEnvironment());
  const result = planChain(config, profile);
  if ("problem" in result) throw new ProblemError(result.problem);
  return { plan: result.plan, config };
}
