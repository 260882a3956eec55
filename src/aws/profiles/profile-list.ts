import { type ChainPlan } from "../chain/plan/chain-plan";
import { type ChainState, chainState } from "../chain/resolve/chain-state";
import { planChain } from "../chain/plan/plan-chain";
import { opensByPortal } from "../console/portal-url";
import { type PlanProblem } from "../chain/plan/plan-problem";
import { rememberingDigest, sessionKeys } from "../chain/resolve/session-key";
import { type Session } from "../chain/resolve/session-store";
import { isReadable, unsupportedSource } from "../chain/plan/unsupported-source";
import { type Location, locationOf, type Profile, settingOf, type SharedConfig } from "../shared-config/shared-config";

/** One row of the list. */
export type ProfileEntry = ReadyProfile | BrokenProfile;

interface ListedProfile {
  readonly name: string;
  /** Where its section begins, in the config file where both files have one. */
  readonly location: Location;
}

export interface ReadyProfile extends ListedProfile {
  readonly kind: "ready";
  readonly plan: ChainPlan;
  readonly state: ChainState;
}

export interface BrokenProfile extends ListedProfile {
  readonly kind: "broken";
  readonly problem: PlanProblem;
  /** What its section says of where it leads, as it stands there: role, account, region. */
  readonly written: readonly string[];
}

/**
 * Every profile of the config, planned and compared with the sessions there are. A profile that cannot be planned is
 * listed with its problem and disturbs no other. Pure: no network, no key store, no SDK.
 */
export function listProfiles(config: SharedConfig, sessions: ReadonlyMap<string, Session>, now: Date): ProfileEntry[] {
  const digest = rememberingDigest();
  const stateOf = (plan: ChainPlan): ChainState =>
    chainState(
      plan,
      sessionKeys(plan, digest).map((key) => sessions.get(key)),
      now,
    );
  return [...config.profiles].map(([name, profile]) => {
    const listed: ListedProfile = { name, location: locationOf(profile) };
    const result = planChain(config, name);
    if ("problem" in result) return { ...listed, kind: "broken", problem: result.problem, written: placesIn(profile) };
    const { plan } = result;
    if (!isReadable(plan.source) && !opensByPortal(plan))
      return { ...listed, kind: "broken", problem: unsupportedSource(plan.source, name), written: placesIn(profile) };
    let state: ChainState | undefined;
    return {
      ...listed,
      kind: "ready",
      plan,
      // For the rows that are drawn: the keys of all would take as long as their plans.
      get state() {
        return (state ??= stateOf(plan));
      },
    };
  });
}

const PLACES = ["role_arn", "sso_account_id", "sso_role_name", "region"];

function placesIn(profile: Profile): readonly string[] {
  return PLACES.flatMap((key) => settingOf(profile, key)?.value ?? []);
}
