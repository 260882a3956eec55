import { setTimeout as sleep } from "node:timers/promises";
import { type Hop } from "../aws/chain/plan/chain-plan";
import { type Resolution } from "../aws/chain/resolve/resolution";
import { resolveChain } from "../aws/chain/resolve/resolve-chain";
import { SingleFlight } from "../aws/chain/resolve/single-flight";
import { currentPlan } from "./current-plan";
import { resolvePorts } from "./launcher-ports";

/** A code that is there goes stale while another command, which may be asking for one, is waited for. */
const AT_ONCE = new SingleFlight({ tryAcquire: async () => async () => undefined }, sleep);

/**
 * Makes the session that a code is needed for, and nothing behind it, with a code that is already there. A session
 * that still lasts is replaced: who types a code ahead of time wants the whole time that it gives.
 *
 * @throws ProblemError `code-refused` where AWS does not take the code, and all that resolving a chain can throw
 */
export async function startSession(profile: string, code: string): Promise<Resolution> {
  const { plan, config } = await currentPlan(profile);
  const mfaPrompt = { redeemCode: <T>(_: unknown, redeem: (code: string) => Promise<T>): Promise<T> => redeem(code) };
  const start = { ...plan, hops: plan.hops.slice(0, 1).map(withoutMfaProcess) };
  const ports = { ...resolvePorts(plan, config, mfaPrompt), flights: AT_ONCE };
  return resolveChain(start, ports, { isFresh: true });
}

/** The code is there already, and the user's own word comes before the command's, as in aws-vault. */
function withoutMfaProcess(hop: Hop): Hop {
  return hop.device ? { ...hop, device: { ...hop.device, process: undefined } } : hop;
}
