import { type Location, type Profile, type Setting, type SharedConfig } from "../shared-config/shared-config";
import { awsVaultProfile } from "./aws-vault-profile";
import { type CredentialSource } from "./chain-plan";
import { type PlanProblem } from "./plan-problem";

/** The profiles between the selected one and the key that starts its chain. */
export interface Trail {
  /** Profiles whose role is assumed, the selected one first. */
  readonly roles: readonly Profile[];
  /** Profiles behind the last of these roles that lead to the key; the last one owns it. */
  readonly users: readonly Profile[];
  readonly source: CredentialSource;
}

type Step = NextProfile | { readonly source: CredentialSource } | { readonly problem: PlanProblem };

interface NextProfile {
  readonly next: Profile;
  /** The setting that names it. */
  readonly setting: Setting;
}

/**
 * Follows a profile to the key that starts its chain.
 *
 * Precedence is the AWS CLI's (botocore `AssumeRoleProvider` and `ProfileProviderBuilder`): the selected profile's role
 * wins over its own keys; a profile reached as a source gives its keys before its role. Beyond it,
 * `credential_process = aws-vault exec NAME` leads on to profile NAME.
 */
export function walkToSource(config: SharedConfig, selected: Profile): Trail | { readonly problem: PlanProblem } {
  const path: Profile[] = [];
  const roles: Profile[] = [];
  let users: Profile[] = [];
  for (let profile = selected; ;) {
    const key = profile === selected ? undefined : keyStep(profile);
    const role = key ? undefined : profile.settings.get("role_arn");
    const step = key ?? (role ? stepFromRole(config, profile, role) : stepFromUser(config, profile));
    path.push(profile);
    if (role) {
      roles.push(profile);
      users = [];
    } else users.push(profile);

    if ("problem" in step) return step;
    if ("source" in step) return { roles, users, source: step.source };

    const revisited = path.indexOf(step.next);
    if (revisited >= 0) {
      const names = [...path.slice(revisited), step.next].map(({ name }) => name);
      return { problem: { kind: "source-loop", profile: selected.name, path: names, ...place(step.setting) } };
    }
    profile = step.next;
  }
}

function stepFromRole(config: SharedConfig, profile: Profile, role: Setting): Step {
  const { name, settings } = profile;
  const sourceProfile = settings.get("source_profile");
  const credentialSource = settings.get("credential_source");

  if (sourceProfile && credentialSource) {
    return { problem: { kind: "two-sources", profile: name, ...place(credentialSource) } };
  }
  const unsupported = unsupportedStep(profile, "web_identity_token_file", "credential_source");
  if (unsupported) return unsupported;
  if (!sourceProfile) return { problem: { kind: "missing-source", profile: name, ...place(role) } };
  // A profile may be its own source only for the sake of keys it has itself.
  const ownKey = sourceProfile.value === name ? keyStep(profile) : undefined;
  return ownKey ?? stepTo(config, profile, "source_profile", sourceProfile, sourceProfile.value);
}

function stepFromUser(config: SharedConfig, profile: Profile): Step {
  const { name, settings } = profile;
  const sourceProfile = settings.get("source_profile");
  if (sourceProfile) return { problem: { kind: "missing-role", profile: name, ...place(sourceProfile) } };

  const key = keyStep(profile);
  const standsInCredentials = settings.get("aws_access_key_id")?.origin === "credentials";
  return (
    unsupportedStep(profile, "web_identity_token_file", "sso_session", "sso_start_url") ??
    (standsInCredentials ? key : undefined) ??
    unsupportedStep(profile, "login_session") ??
    processStep(config, profile) ??
    key ?? { source: { kind: "stored-key", profile: name } }
  );
}

function processStep(config: SharedConfig, profile: Profile): Step | undefined {
  const setting = profile.settings.get("credential_process");
  if (!setting) return undefined;
  const source = awsVaultProfile(setting.value);
  if (source === undefined) return unsupportedStep(profile, "credential_process");
  // aws-vault looks for a profile's own key first, so a profile that names itself is no loop.
  if (source === profile.name) return { source: { kind: "stored-key", profile: source } };
  return stepTo(config, profile, "credential_process", setting, source);
}

function stepTo(
  config: SharedConfig,
  profile: Profile,
  key: "source_profile" | "credential_process",
  setting: Setting,
  source: string,
): Step {
  const next = config.profiles.get(source);
  if (next) return { next, setting };
  return { problem: { kind: "unknown-source", profile: profile.name, source, setting: key, ...place(setting) } };
}

function keyStep(profile: Profile): Step | undefined {
  const { name, settings, secrets } = profile;
  const accessKeyId = settings.get("aws_access_key_id");
  const hasSecret = secrets.has("aws_secret_access_key");
  if (!accessKeyId && !hasSecret) return undefined;
  if (!accessKeyId || !hasSecret) {
    const missing = accessKeyId ? "aws_secret_access_key" : "aws_access_key_id";
    return { problem: { kind: "partial-key", profile: name, missing, ...place(accessKeyId ?? profile) } };
  }
  const lifetime = secrets.has("aws_session_token") ? "temporary" : "long-term";
  return {
    source: { kind: "file-key", profile: name, accessKeyId: accessKeyId.value, lifetime, ...place(accessKeyId) },
  };
}

function unsupportedStep(profile: Profile, ...keys: readonly string[]): Step | undefined {
  for (const key of keys) {
    const setting = profile.settings.get(key);
    if (setting) {
      return { problem: { kind: "unsupported-source", profile: profile.name, setting: key, ...place(setting) } };
    }
  }
  return undefined;
}

function place({ file, line }: Location): Location {
  return { file, line };
}
