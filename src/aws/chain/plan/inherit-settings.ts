import { type Profile, settingOf, type SharedConfig } from "../../shared-config/shared-config";
import { LONGEST_CHAIN } from "./chain-plan";
import { NETWORK_SETTINGS } from "./network-settings";
import { ownKey } from "./own-key";
import { type SettingProblem } from "./plan-problem";

/** Sources of credentials, all of which some rule puts before a key: a profile with one of its own inherits none. */
const SOURCE_SETTINGS = [
  "source_profile",
  "sso_session",
  "sso_start_url",
  "sso_region",
  "sso_account_id",
  "sso_role_name",
  "web_identity_token_file",
  "credential_process",
];

/** The settings that aws-vault hands on from one profile to another (its `vault/config.go`). Keys are not among them. */
const INHERITED_SETTINGS = [
  "region",
  "mfa_serial",
  "mfa_process",
  "role_arn",
  "role_session_name",
  "external_id",
  "duration_seconds",
  "source_identity",
  "session_tags",
  "transitive_session_tags",
  ...SOURCE_SETTINGS,
  "sts_regional_endpoints",
  // Of how calls travel aws-vault knows endpoint_url alone; who lends that lends what shapes the same calls.
  ...NETWORK_SETTINGS,
];

/** Settings that say the same in another way, or the contrary: with one of them a profile does not inherit the first. */
const SAID_OTHERWISE: ReadonlyMap<string, readonly string[]> = new Map([
  ["source_profile", ["credential_source"]],
  ["sso_session", ["sso_start_url"]],
  ["sso_start_url", ["sso_session"]],
  ["sso_region", ["sso_session"]],
  ["services", ["endpoint_url"]],
  ["ignore_configured_endpoint_urls", ["endpoint_url", "services"]],
]);

/**
 * Gives a profile what it lacks and aws-vault would let it inherit, and how its calls travel: from the profile that
 * `include_profile` names, from what that one includes, and at the end from `default` where the user chose so. What a
 * profile says itself counts.
 *
 * Left out is what would contradict the profile: another place to sign in than its own, a source beside its own
 * `credential_source` or key, a source without a role, and a role whose source is the profile itself, which it starts from.
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

  const settings = new Map(profile.settings);
  const heir = { ...profile, settings };
  const hasKey = ownKey(profile) !== undefined;
  for (const ancestor of ancestors) {
    const inherited = INHERITED_SETTINGS.flatMap((key) => {
      const setting = settingOf(ancestor, key);
      const isSaid = settingOf(heir, key) ?? SAID_OTHERWISE.get(key)?.some((other) => settingOf(heir, other));
      const isOtherSource = hasKey && SOURCE_SETTINGS.includes(key);
      return setting && !isSaid && !isOtherSource ? [[key, setting] as const] : [];
    });
    // All at once: what an ancestor says in two ways does not stand in its own way.
    for (const [key, setting] of inherited) settings.set(key, setting);
  }
  return withoutUselessSource(heir, profile);
}

function withoutUselessSource(heir: Profile, written: Profile): Profile {
  const source = settingOf(written, "source_profile") ? undefined : settingOf(heir, "source_profile");
  const isUseful = source?.value !== heir.name && settingOf(heir, "role_arn");
  if (!source || isUseful) return heir;

  const settings = new Map(heir.settings);
  settings.delete("source_profile");
  if (!settingOf(written, "role_arn")) settings.delete("role_arn");
  return { ...heir, settings };
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
    if (path.length >= LONGEST_CHAIN) {
      return { problem: { kind: "chain-too-long", profile: descendant.name, limit: LONGEST_CHAIN, file, line } };
    }
    path.push(ancestor);
    descendant = ancestor;
  }
  const last = config.inheritsDefault ? config.profiles.get("default") : undefined;
  if (last && !path.includes(last)) path.push(last);
  return path.slice(1);
}
