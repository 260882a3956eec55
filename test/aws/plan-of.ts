import { type ChainPlan } from "../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { type SharedConfigOptions } from "../../src/aws/shared-config/shared-config";
import { configOf } from "./config-of";

/** The plan that these files give for a profile; fails the test where there is none. */
export function planOf(
  config: string,
  profile: string,
  credentials?: string,
  options?: Partial<SharedConfigOptions>,
): ChainPlan {
  const result = planChain(configOf(config, credentials, options), profile);
  if ("problem" in result) throw new Error(`No plan for ${profile}: ${JSON.stringify(result.problem)}`);
  return result.plan;
}
