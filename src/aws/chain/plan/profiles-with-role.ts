import { type SharedConfig } from "../../shared-config/shared-config";
import { type CredentialSource, targetRole } from "./chain-plan";
import { planChain } from "./plan-chain";

/** Names of the profiles that lead to a role from the same source, in the order of the files. */
export function profilesWithRole(config: SharedConfig, { kind, profile }: CredentialSource): readonly string[] {
  return [...config.profiles.keys()].filter((name) => {
    const result = planChain(config, name);
    if ("problem" in result || !targetRole(result.plan)) return false;
    const { source } = result.plan;
    return source.kind === kind && source.profile === profile;
  });
}
