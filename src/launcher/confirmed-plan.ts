import { type ChainPlan } from "../aws/chain/plan/chain-plan";

/** As long as the launcher keeps the tool loaded between the question and the work. */
const confirmed = new Map<string, ChainPlan>();

/** Keeps what a person was shown before they said yes, so that what is opened is compared with it. */
export function keepConfirmed(plan: ChainPlan): void {
  confirmed.set(plan.profile, plan);
}

/** What was shown of a profile, once; nothing where the launcher has loaded the tool anew. */
export function takeConfirmed(profile: string): ChainPlan | undefined {
  const plan = confirmed.get(profile);
  confirmed.delete(profile);
  return plan;
}
