import { type ChainPlan, type Hop, roleHops } from "../aws/chain/plan/chain-plan";
import { resolveChain, type Reuse } from "../aws/chain/resolve/resolve-chain";
import { type Credentials } from "../aws/credentials";
import { type ChainContext, resolvePorts } from "./launcher-ports";
import { type Progress } from "./with-progress";

/** Resolves a plan with this launcher's ports and says which hop is under way. */
export function resolveWithProgress(
  plan: ChainPlan,
  context: ChainContext,
  progress: Progress,
  reuse?: Reuse,
): Promise<Credentials> {
  const ports = { ...resolvePorts(plan, context), onHop: (hop: Hop) => progress(hopTitle(hop, plan)) };
  return resolveChain(plan, ports, reuse);
}

function hopTitle(hop: Hop, plan: ChainPlan): string {
  if (hop.kind === "user-session") return `Starting the session of ${hop.profile}`;
  const roles = roleHops(plan);
  // By profile: where a command printed a session, the hop is another object than the plan's.
  const index = roles.findIndex(({ profile }) => profile === hop.profile);
  return `Assuming ${hop.role.roleName} (${index + 1} of ${roles.length})`;
}
