import { COMMERCIAL_PARTITION, type Partition, partitionOfArn, partitionOfRegion } from "../console/partition";
import { type Profile, type SharedConfig } from "../shared-config/shared-config";
import {
  type ChainPlan,
  type CredentialSource,
  type Hop,
  isLongTerm,
  type MfaDevice,
  ROLE_DEFAULT_SECONDS,
  type RoleHop,
} from "./chain-plan";
import { type PlanProblem } from "./plan-problem";
import { parseRoleArn } from "./role-arn";
import { walkToSource } from "./walk-to-source";

/** A plan, or why there is none. */
export type PlanResult = { readonly plan: ChainPlan } | { readonly problem: PlanProblem };

/** The longest session STS gives a caller that is itself a session (IAM User Guide, "Role chaining"). */
const CHAINED_LONGEST_SECONDS = 3600;
/** AssumeRole takes 900 to 43,200 seconds (STS API Reference, "AssumeRole"). */
const ROLE_SHORTEST_SECONDS = 900;
const ROLE_LONGEST_SECONDS = 43_200;
/** GetSessionToken's own default: one code lasts a working day. */
const USER_SESSION_SECONDS = 43_200;

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
  const selected = config.profiles.get(profileName);
  if (!selected) return { problem: { kind: "unknown-profile", profile: profileName } };
  const trail = walkToSource(config, selected);
  if ("problem" in trail) return trail;

  const roleProfiles = trail.roles.toReversed();
  const roles: RoleHop[] = [];
  for (const profile of roleProfiles) {
    const hop = roleHop(profile);
    if ("problem" in hop) return hop;
    roles.push(hop);
  }

  const device = declaredDevice([...roleProfiles.slice(0, 1), ...trail.users]);
  const ofArn = partitionOfChain(roles.at(-1), device);
  if (ofArn && "problem" in ofArn) return ofArn;
  const region = selected.settings.get("region");
  const ofRegion = region && partitionOfRegion(region.value);
  if (region && !ofRegion) {
    const { value, file, line } = region;
    return { problem: { kind: "unknown-region", profile: profileName, region: value, file, line } };
  }
  const partition = ofArn ?? ofRegion ?? COMMERCIAL_PARTITION;

  return {
    plan: {
      profile: profileName,
      source: trail.source,
      hops: isLongTerm(trail.source) ? hopsFromUser(trail.source, device, roles) : roles.map(chained),
      // A region of another partition cannot sign there, so the partition's own default stands in for it.
      region: region && ofRegion === partition ? region.value : partition.defaultRegion,
      partition,
    },
  };
}

function hopsFromUser(source: CredentialSource, device: MfaDevice | undefined, roles: readonly RoleHop[]): Hop[] {
  const [first, ...later] = roles;
  const session: Hop = {
    kind: "user-session",
    profile: source.profile,
    device,
    durationSeconds: USER_SESSION_SECONDS,
  };
  if (!first) return [session];
  if (!device) return [first, ...later.map(chained)];
  const needsItsHours = later.length === 0 && first.durationSeconds > CHAINED_LONGEST_SECONDS;
  return needsItsHours ? [{ ...first, device }] : [session, ...roles.map(chained)];
}

function chained(hop: RoleHop): RoleHop {
  return { ...hop, durationSeconds: Math.min(hop.durationSeconds, CHAINED_LONGEST_SECONDS) };
}

function roleHop(profile: Profile): RoleHop | { readonly problem: PlanProblem } {
  const { name, settings } = profile;
  const setting = settings.get("role_arn");
  const { file, line } = setting ?? profile;
  const role = parseRoleArn(setting?.value ?? "");
  if (!role) {
    return { problem: { kind: "broken-role-arn", profile: name, value: setting?.value ?? "", file, line } };
  }
  return {
    kind: "role",
    profile: name,
    role,
    sessionName: settings.get("role_session_name")?.value,
    externalId: settings.get("external_id")?.value,
    durationSeconds: roleDuration(settings.get("duration_seconds")?.value),
    device: undefined,
    file,
    line,
  };
}

/** Like botocore, takes whole numbers and ignores anything else; what STS would refuse is moved to its nearest limit. */
function roleDuration(value: string | undefined): number {
  if (value === undefined || !/^\d+$/.test(value)) return ROLE_DEFAULT_SECONDS;
  return Math.min(Math.max(Number(value), ROLE_SHORTEST_SECONDS), ROLE_LONGEST_SECONDS);
}

/** STS ties a device to the user who calls, so only the first role and the profiles behind it can name one. */
function declaredDevice(profiles: readonly Profile[]): MfaDevice | undefined {
  for (const { name, settings } of profiles) {
    const serial = settings.get("mfa_serial");
    if (serial) return { serial: serial.value, declaredBy: name };
  }
  return undefined;
}

/** ARNs say which partition a chain is in; nothing where the chain names none. */
function partitionOfChain(
  target: RoleHop | undefined,
  device: MfaDevice | undefined,
): Partition | { readonly problem: PlanProblem } | undefined {
  if (!target) return partitionOfArn(device?.serial.split(":")[1] ?? "");
  const { profile, role, file, line } = target;
  return (
    partitionOfArn(role.partition) ?? {
      problem: { kind: "unknown-partition", profile, partition: role.partition, file, line },
    }
  );
}
