import { type ChainPlan } from "../aws/chain/plan/chain-plan";
import { type Resolution } from "../aws/chain/resolve/resolution";
import { resolveChain, type ResolveOptions } from "../aws/chain/resolve/resolve-chain";
import { chainProgress } from "./chain-progress";
import { type ChainContext, resolvePorts } from "./launcher-ports";
import { type Progress } from "./with-progress";

/** Resolves a plan with this launcher's ports and says what is under way. */
export function resolveWithProgress(
  plan: ChainPlan,
  context: ChainContext,
  progress: Progress,
  options?: ResolveOptions,
): Promise<Resolution> {
  return resolveChain(plan, { ...resolvePorts(plan, context), onProgress: chainProgress(plan, progress) }, options);
}
