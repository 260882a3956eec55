import { COMMERCIAL_PARTITION, type Partition, partitionOfArn, partitionOfRegion } from "../../console/partition";
import { type Diagnostic } from "../../shared-config/diagnostic";
import { type Profile, settingOf } from "../../shared-config/shared-config";
import {
  type ChainPlan,
  type CredentialSource,
  type MfaDevice,
  type PartitionOrigin,
  type RoleHop,
} from "./chain-plan";
import { type SettingProblem } from "./plan-problem";

/** Where a chain takes place. */
export type ChainPlace = Pick<ChainPlan, "region" | "regionFrom" | "partition" | "partitionFrom">;

/**
 * Finds partition and region of a chain: the partition that ARNs name, else that of the selected profile's region; the
 * region of the selected profile where it belongs to that partition, else the partition's own.
 *
 * @param target the last role of the chain
 */
export function placeOf(
  selected: Profile,
  source: CredentialSource,
  target: RoleHop | undefined,
  device: MfaDevice | undefined,
): { readonly place: ChainPlace; readonly diagnostics: readonly Diagnostic[] } | { readonly problem: SettingProblem } {
  const ofArn = partitionOfChain(source, target, device);
  if (ofArn && "problem" in ofArn) return ofArn;
  const setting = settingOf(selected, "region");
  const ofRegion = setting && partitionOfRegion(setting.value);
  if (setting && !ofRegion) {
    const { value, declaredBy, file, line } = setting;
    return { problem: { kind: "unknown-region", profile: declaredBy, region: value, file, line } };
  }

  const { partition, from } = ofArn ?? {
    partition: ofRegion ?? COMMERCIAL_PARTITION,
    from: ofRegion ? "region" : "default",
  };
  const { defaultRegion } = partition;
  if (!setting || ofRegion !== partition) {
    const place: ChainPlace = {
      region: defaultRegion,
      regionFrom: { kind: "partition" },
      partition,
      partitionFrom: from,
    };
    if (!setting) return { place, diagnostics: [] };
    // A region of another partition cannot sign there.
    const diagnostic: Diagnostic = {
      severity: "warning",
      profile: selected.name,
      file: setting.file,
      line: setting.line,
      message: `region = ${setting.value} of "${selected.name}" is not in the partition ${partition.id} that its ${from === "sso_region" ? "sso_region names" : "ARNs name"}, so ${defaultRegion} is used.`,
      hint: `Write a region of ${partition.id}.`,
    };
    return { place, diagnostics: [diagnostic] };
  }
  const { value: region, declaredBy, file, line } = setting;
  return {
    place: {
      region,
      regionFrom: { kind: "profile", declaredBy, file, line },
      partition,
      partitionFrom: from,
    },
    diagnostics: [],
  };
}

type OfArn = { readonly partition: Partition; readonly from: PartitionOrigin };

/** ARNs say which partition a chain is in; nothing where the chain names none. */
function partitionOfChain(
  source: CredentialSource,
  target: RoleHop | undefined,
  device: MfaDevice | undefined,
): OfArn | { readonly problem: SettingProblem } | undefined {
  const role = target ?? (source.kind === "web-identity" ? source : undefined);
  if (!role) {
    const partition = partitionOfArn(device?.serial.split(":")[1] ?? "");
    if (partition) return { partition, from: "mfa_serial" };
    // Accounts of IAM Identity Center are in its own partition.
    const ofPortal = source.kind === "sso" ? partitionOfRegion(source.region) : undefined;
    return ofPortal && { partition: ofPortal, from: "sso_region" };
  }
  const id = role.role.partition;
  const partition = partitionOfArn(id);
  if (partition) return { partition, from: "role_arn" };
  const { profile, file, line } = role;
  return { problem: { kind: "unknown-partition", profile, partition: id, file, line } };
}
