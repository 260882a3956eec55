import { type ChainPlan, openedRole, targetRole } from "../aws/chain/plan/chain-plan";
import { planChain } from "../aws/chain/plan/plan-chain";
import { ProblemError } from "../aws/problem";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { awsEnvironment } from "./aws-environment";
import { announceProfileChange } from "./profile-changes";
import { readSharedConfig } from "./read-shared-config";

/** A plan with the config that it was made from. */
export interface CurrentPlan {
  readonly plan: ChainPlan;
  readonly config: SharedConfig;
}

/**
 * The plan of a profile that is shown, as {@link currentPlan} has it.
 *
 * @throws ProblemError `destination-changed` where the files were edited since and it leads to another role or user: nobody
 * should land in an account that they did not see
 */
export async function currentPlanOf(shown: ChainPlan): Promise<CurrentPlan> {
  const { profile } = shown;
  try {
    const current = await currentPlan(profile);
    if (identityOf(current.plan) === identityOf(shown)) return current;
    throw new ProblemError({ kind: "destination-changed", profile, role: openedRole(current.plan) });
  } catch (error) {
    announceProfileChange();
    throw error;
  }
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

/** What of a plan the list shows as the place that it leads to. */
function identityOf(plan: ChainPlan): string {
  const role = openedRole(plan);
  const owner = role ? [role.accountId, role.roleName, targetRole(plan)?.role.arn] : [plan.source.profile];
  return JSON.stringify(owner);
}
