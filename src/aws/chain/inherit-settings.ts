import { type Profile, type Setting, settingOf, type SharedConfig } from "../shared-config/shared-config";
import { type SettingProblem } from "./plan-problem";

/** The settings that aws-vault hands on from one profile to another (its `vault/config.go`). Keys are not among them. */
const INHERITED_SETTINGS = [
  "region",
  "mfa_serial",
  "mfa_process",
  "role_arn",
  "role_session_name",
  "external_id",
  "duration_seconds",
  "source_profile",
  "source_identity",
  "session_tags",
  "transitive_session_tags",
  "sso_session",
  "sso_start_url",
  "sso_region",
  "sso_account_id",
  "sso_role_name",
  "web_identity_token_file",
  "credential_process",
  "sts_regional_endpoints",
  "endpoint_url",
] as const;

/**
 * Gives a profile what it lacks and aws-vault would let it inherit: from the profile that `include_profile` names, from
 * what that one includes, and at the end from `default` where the user chose so. What a profile says itself counts.
 *
 * A role whose inherited source is the profile itself is left out: the profile is what the role starts from.
 *
 * @returns the profile itself where it inherits nothing, or why that cannot be told
 */
export function inheritSettings(
  config: SharedConfig,
  profile: Profile,
): Profile | { readonly problem: SettingProblem } {
  const ancestors = ancestorsOf(config, profile);
  if ("problem" in ancestors) return ancestors;
  if (ancestors.length === 0) return profile;

  const inherited = new Map<string, Setting>();
  for (const key of INHERITED_SETTINGS) {
    const setting = ancestors.map((ancestor) => settingOf(ancestor, key)).find((found) => found !== undefined);
    if (setting && !settingOf(profile, key)) inherited.set(key, setting);
  }
  if (inherited.get("source_profile")?.value === profile.name) {
    inherited.delete("source_profile");
    inherited.delete("role_arn");
  }
  return { ...profile, settings: new Map([...profile.settings, ...inherited]) };
}

/** The profiles that a profile inherits from, the nearest first. */
function ancestorsOf(
  config: SharedConfig,
  profile: Profile,
): readonly Profile[] | { readonly problem: SettingProblem } {
  const path = [profile];
  for (let descendant = profile; ;) {
    const include = settingOf(descendant, "include_profile");
    if (!include) break;
    const { value, file, line } = include;
    const ancestor = config.profiles.get(value);
    if (!ancestor) {
      return { problem: { kind: "unknown-include", profile: descendant.name, include: value, file, line } };
    }
    const revisited = path.indexOf(ancestor);
    if (revisited >= 0) {
      const names = [...path.slice(revisited), ancestor].map(({ name }) => name);
      return { problem: { kind: "include-loop", profile: descendant.name, path: names, file, line } };
    }
    path.push(ancestor);
    descendant = ancestor;
  }
  const last = config.inheritsDefault ? config.profiles.get("default") : undefined;
  if (last && !path.includes(last)) path.push(last);
  return path.slice(1);
}
