import { type ChainPlan, mfaDevice, openedRole } from "./chain-plan";

/**
 * The account that a plan leads to, twelve digits: of its role, else of its user, whom only the ARN of the device names.
 * Undefined where no setting tells.
 */
export function accountOf(plan: ChainPlan): string | undefined {
  return openedRole(plan)?.accountId ?? /^arn:[^:]+:iam::(\d{12}):/.exec(mfaDevice(plan)?.serial ?? "")?.[1];
}
