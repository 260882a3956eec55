import { type ChainPlan } from "./chain/plan/chain-plan";
import { type ChainState, chainState } from "./chain/resolve/chain-state";
import { planChain } from "./chain/plan/plan-chain";
import { opensByPortal } from "./console/portal-url";
import { type PlanProblem } from "./chain/plan/plan-problem";
import { sessionKeys } from "./chain/resolve/session-key";
import { type Session } from "./chain/resolve/session-store";
import { isReadable, unsupportedSource } from "./chain/plan/unsupported-source";
import { type SharedConfig } from "./shared-config/shared-config";

/** One row of the list. */
export type ProfileEntry = ReadyProfile | BrokenProfile;

export interface ReadyProfile {
  readonly kind: "ready";
  readonly name: string;
  readonly plan: ChainPlan;
  readonly state: ChainState;
}

export interface BrokenProfile {
  readonly kind: "broken";
  readonly name: string;
  readonly problem: PlanProblem;
}

/**
 * Every profile of the config, planned and compared with the sessions there are. A profile that cannot be planned is
 * listed with its problem and disturbs no other. Pure: no network, no key store, no SDK.
 */
export function listProfiles(config: SharedConfig, sessions: ReadonlyMap<string, Session>, now: Date): ProfileEntry[] {
  return [...config.profiles.keys()].map((name) => {
    const result = planChain(config, name);
    if ("problem" in result) return { kind: "broken", name, problem: result.problem };
    const { source } = result.plan;
    if (!isReadable(source) && !opensByPortal(result.plan))
      return { kind: "broken", name, problem: unsupportedSource(source, name) };
    const stored = sessionKeys(result.plan).map((key) => sessions.get(key));
    return { kind: "ready", name, plan: result.plan, state: chainState(result.plan, stored, now) };
  });
}
