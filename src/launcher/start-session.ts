import { setTimeout as sleep } from "node:timers/promises";
import { type Hop, mfaDevice } from "../aws/chain/plan/chain-plan";
import { type Resolution } from "../aws/chain/resolve/resolution";
import { resolveChain } from "../aws/chain/resolve/resolve-chain";
import { SingleFlight } from "../aws/chain/resolve/single-flight";
import { ProblemError } from "../aws/problem";
import { type MfaCode } from "../aws/sts/sts";
import { currentPlan } from "./current-plan";
import { resolvePorts } from "./launcher-ports";

/** A code that is there goes stale while another command, which may be asking for one, is waited for. */
const AT_ONCE = new SingleFlight({ tryAcquire: async () => async () => undefined }, sleep);

/**
 * Makes the session that a code is needed for, and nothing behind it, with a code that is already there. A session
 * that still lasts is replaced: who types a code ahead of time wants the whole time that it gives.
 *
 * @param mfa the code and the device that its user was asked for
 * @throws ProblemError `device-changed` where the files name another device by now, `code-refused` where AWS does not take the code, and all that resolving a chain can throw
 */
export async function startSession(profile: string, { serial, code }: MfaCode): Promise<Resolution> {
  const { plan, config } = await currentPlan(profile);
  const current = mfaDevice(plan)?.serial;
  if (current !== serial) throw new ProblemError({ kind: "device-changed", profile, serial: current });
  const mfaPrompt = { redeemCode: <T>(_: unknown, redeem: (code: string) => Promise<T>): Promise<T> => redeem(code) };
  const start = { ...plan, hops: plan.hops.slice(0, 1).map(withoutMfaProcess) };
  const ports = resolvePorts(plan, config, mfaPrompt);
  // What the refusal of the last code taught is meant for this one.
  const allowedWays = { ...ports.allowedWays, remove: async () => undefined };
  return resolveChain(start, { ...ports, allowedWays, flights: AT_ONCE }, { isFresh: true });
}

/** The code is there already, and the user's own word comes before the command's, as in aws-vault. */
function withoutMfaProcess(hop: Hop): Hop {
  return hop.device ? { ...hop, device: { ...hop.device, process: undefined } } : hop;
}
