import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type Resolution } from "../aws/chain/resolve/resolution";
import { resolveChain, type ResolveOptions } from "../aws/chain/resolve/resolve-chain";
import { chainProgress } from "./chain-progress";
import { currentPlanOf } from "./current-plan";
import { resolvePorts } from "./launcher-ports";
import { type Opening } from "./opening";

/** Resolves a profile that is shown, as the files have it now, with this launcher's ports, and says what is under way. */
export async function resolveWithProgress(
  shown: ChainPlan,
  { mfaPrompt, progress, signal }: Opening,
  options?: ResolveOptions,
): Promise<Resolution & { readonly plan: ChainPlan }> {
  const { plan, config } = await currentPlanOf(shown);
  const ports = { ...resolvePorts(plan, config, mfaPrompt), onProgress: chainProgress(plan, progress), signal };
  return { ...(await resolveChain(plan, ports, options)), plan };
}
