import { type ChainPlan, type Hop, roleHops } from "../aws/chain/plan/chain-plan";
import { type ResolveProgress } from "../aws/chain/resolve/resolve-progress";
import { type Progress } from "./with-progress";

/** Says each step on the road of a chain in the title of a progress. */
export function chainProgress(plan: ChainPlan, progress: Progress): (step: ResolveProgress) => void {
  return (step) => progress(stepTitle(step, plan));
}

function stepTitle(step: ResolveProgress, plan: ChainPlan): string {
  switch (step.kind) {
    case "hop":
      return hopTitle(step.hop, plan);
    case "waiting-for-command":
      return "Waiting for another command that is opening the same chain";
    case "waiting-for-user":
      return `Waiting for a code of ${step.device.declaredBy}`;
    case "waiting-for-next-code":
      return `Waiting for the next code (${step.secondsLeft} s)`;
    case "sign-in":
      return "Signing in";
  }
}

function hopTitle(hop: Hop, plan: ChainPlan): string {
  if (hop.kind === "user-session") return `Starting the session of ${hop.profile}`;
  if (hop.kind === "federated-user") return `Federating the user of ${hop.profile}`;
  const roles = roleHops(plan);
  // A console may make the same hop in another way.
  const index = roles.findIndex(({ profile }) => profile === hop.profile);
  return `Assuming ${hop.role.roleName} (${index + 1} of ${roles.length})`;
}
