import { type Profile, type SharedConfig } from "../../shared-config/shared-config";
import {
  type ChainPlan,
  type CredentialSource,
  type Hop,
  isLongTerm,
  type MfaDevice,
  type RoleHop,
} from "./chain-plan";
import { type ChainPlace, placeOf } from "./chain-place";
import { declaredDevice, deviceDiagnostics, isFido, mayPresentCode } from "./declared-device";
import { inheritanceNeeded } from "./inheritance-needed";
import { networkSettings } from "./network-settings";
import { type PlanProblem, type SettingProblem, type VariableProblem } from "./plan-problem";
import { CHAINED_LONGEST_SECONDS, chained, durationDiagnostics, readRoleHop } from "./role-hop";
import { type Trail, walkToSource } from "./walk-to-source";

/** A plan, or why there is none. */
export type PlanResult = { readonly plan: ChainPlan } | { readonly problem: PlanProblem };

type Failure = { readonly problem: SettingProblem };

/**
 * Decides how a profile gets its credentials. Pure: the same config gives the same plan; nothing is read or asked.
 *
 * `mfa_serial` of the user behind the chain counts for the roles behind it. The code goes to `GetSessionToken`, whose
 * session every role behind that user reuses, except for a single role of more than one hour, which only gets its
 * hours when it is assumed with the long-term key and the code itself.
 *
 * @example
 * const result = planChain(config, "demo-role2");
 * if ("plan" in result) roleHops(result.plan).length; // 2
 */
export function planChain(config: SharedConfig, profileName: string): PlanResult {
  const written = config.profiles.get(profileName);
  if (!written) return { problem: { kind: "unknown-profile", profile: profileName } };
  const result = planProfile(config, written);
  if ("plan" in result) return result;
  return { problem: result.isOfNetwork ? result.problem : withInheritance(config, written, result.problem) };
}

/** The same problem, or that the profile would work in aws-vault. */
function withInheritance(config: SharedConfig, written: Profile, problem: SettingProblem): PlanProblem {
  if (config.inheritsDefault || !config.profiles.has("default")) return problem;
  const result = planProfile({ ...config, inheritsDefault: true }, written);
  return "plan" in result || result.isOfNetwork ? inheritanceNeeded(config, written, problem) : problem;
}

type Planned =
  | { readonly plan: ChainPlan }
  | { readonly problem: SettingProblem; readonly isOfNetwork: false }
  /** There is a chain, but no way for its calls. */
  | { readonly problem: SettingProblem | VariableProblem; readonly isOfNetwork: true };

function planProfile(config: SharedConfig, written: Profile): Planned {
  const trail = walkToSource(config, written);
  const chain = "problem" in trail ? trail : planTrail(config, trail);
  if ("problem" in chain) return { problem: seenFrom(written, chain.problem), isOfNetwork: false };
  const travel = networkSettings(config, chain.selected);
  if ("problem" in travel) return { problem: seenFrom(chain.selected, travel.problem), isOfNetwork: true };

  const { selected, source, hops, place } = chain;
  const diagnostics =
    travel.diagnostics.length === 0 ? chain.diagnostics : [...chain.diagnostics, ...travel.diagnostics];
  const { region, regionFrom, partition, partitionFrom } = place;
  const { network } = travel;
  return {
    plan: { profile: selected.name, source, hops, region, regionFrom, partition, partitionFrom, network, diagnostics },
  };
}

function seenFrom<P extends SettingProblem | VariableProblem>(selected: Profile, problem: P): P {
  return problem.profile === selected.name ? problem : { ...problem, selected: selected.name };
}

/** The chain of a trail; how its calls travel is still to be said. */
interface PlannedTrail extends Pick<ChainPlan, "source" | "hops" | "diagnostics"> {
  /** With what it inherits. */
  readonly selected: Profile;
  readonly place: ChainPlace;
}

function planTrail(config: SharedConfig, trail: Trail): PlannedTrail | Failure {
  const { selected, source } = trail;
  const profiles = trail.roles.toReversed();
  const roles: RoleHop[] = [];
  for (const profile of profiles) {
    const hop = readRoleHop(profile);
    if ("problem" in hop) return hop;
    roles.push(hop);
  }

  const device = mayPresentCode(source) ? declaredDevice([...profiles.slice(0, 1), ...trail.users]) : undefined;
  if (device && isFido(device)) {
    const { serial, declaredBy: profile, file, line } = device;
    return { problem: { kind: "fido-device", profile, serial, file, line } };
  }
  const place = placeOf(selected, source, roles.at(-1), device);
  if ("problem" in place) return place;

  const hops = hopsOf(config, source, device, roles);
  const finalRoles = hops.filter((hop) => hop.kind === "role");
  const diagnostics = [
    ...trail.diagnostics,
    ...profiles.flatMap((profile, index) => durationDiagnostics(profile, finalRoles[index])),
    ...deviceDiagnostics(config, profiles, source, device),
    ...place.diagnostics,
  ];
  return { selected, source, hops, place: place.place, diagnostics };
}

function hopsOf(
  config: SharedConfig,
  source: CredentialSource,
  device: MfaDevice | undefined,
  roles: readonly RoleHop[],
): readonly Hop[] {
  const [first, ...later] = roles;
  // Whether a command's keys are long-term shows when it has run; then what they do not allow is left out.
  if (!first) return mayPresentCode(source) ? [userSession(config, source, device)] : [];
  if (source.kind === "process") return [{ ...first, device }, ...later.map(chained)];
  if (!isLongTerm(source)) return roles.map(chained);
  if (!device) return [first, ...later.map(chained)];
  const needsItsHours = later.length === 0 && first.durationSeconds > CHAINED_LONGEST_SECONDS;
  return needsItsHours ? [{ ...first, device }] : [userSession(config, source, device), ...roles.map(chained)];
}

function userSession(
  { userSessionSeconds: durationSeconds }: SharedConfig,
  { profile }: CredentialSource,
  device: MfaDevice | undefined,
): Hop {
  return { kind: "user-session", profile, device, durationSeconds };
}
