import { type ChainPlan } from "../../src/aws/chain/plan/chain-plan";
import { planChain } from "../../src/aws/chain/plan/plan-chain";
import { configOf } from "./config-of";

/** The plan that these files give for a profile; fails the test where there is none. */
export function planOf(config: string, profile: string, credentials?: string): ChainPlan {
  const result = planChain(configOf(config, credentials), profile);
  if ("problem" in result) throw new Error(`No plan for ${profile}: ${JSON.stringify(result.problem)}`);
  return result.plan;
}
