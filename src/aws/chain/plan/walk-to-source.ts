import { type Diagnostic } from "../../shared-config/diagnostic";
import {
  locationOf,
  type Profile,
  type Setting,
  settingOf,
  type SharedConfig,
} from "../../shared-config/shared-config";
import { CREDENTIAL_SOURCES, type CredentialSource, LONGEST_CHAIN } from "./chain-plan";
import { inheritSettings } from "./inherit-settings";
import { type SettingProblem } from "./plan-problem";
import { type OwnKey, ownKey } from "./own-key";
import { type Step, stepFromUser } from "./step-from-user";

/** The profiles between the selected one and the source that starts its chain, with what they inherit. */
export interface Trail {
  readonly selected: Profile;
  /** Profiles whose role is assumed, the selected one first. */
  readonly roles: readonly Profile[];
  /** Profiles behind the last of these roles that lead to the source; the last one owns it. */
  readonly users: readonly Profile[];
  readonly source: CredentialSource;
  /** Where a key on the way hides a role that its profile names. */
  readonly diagnostics: readonly Diagnostic[];
}

type Failure = { readonly problem: SettingProblem };

/**
 * Follows a profile to the source that starts its chain.
 *
 * Precedence is the AWS CLI's (botocore `AssumeRoleProvider` and `ProfileProviderBuilder`): the selected profile's role
 * wins over its own keys; a profile reached as a source gives its keys before its role. Beyond it,
 * `credential_process = aws-vault exec NAME` leads on to profile NAME.
 */
export function walkToSource(config: SharedConfig, selected: Profile): Trail | Failure {
  const path = new Map<string, Profile>();
  const roles: Profile[] = [];
  let users: Profile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let written = selected; ;) {
    const profile = inheritSettings(config, written);
    if ("problem" in profile) return profile;
    const role = settingOf(profile, "role_arn");
    const key = profile.name === selected.name ? undefined : ownKey(profile);
    // A token file takes a profile out of AssumeRole altogether: its role is assumed with the token.
    const isChained = role && !settingOf(profile, "web_identity_token_file");
    const assumes = isChained && !key;
    if (isChained && key) diagnostics.push(hiddenRole(profile, role, key));

    const step = assumes ? stepFromRole(config, profile, role) : stepFromUser(config, profile);
    path.set(profile.name, profile);
    if (assumes) {
      roles.push(profile);
      users = [];
    } else users.push(profile);

    if ("problem" in step) return step;
    if ("source" in step)
      return { selected: path.get(selected.name) ?? profile, roles, users, source: step.source, diagnostics };

    const { next, key: by, setting } = step;
    if (path.has(next)) {
      const names = [...path.keys()];
      const loop = [...names.slice(names.indexOf(next)), next];
      return { problem: { kind: "source-loop", profile: selected.name, path: loop, ...locationOf(setting) } };
    }
    if (path.size >= LONGEST_CHAIN) {
      const { name } = profile;
      return { problem: { kind: "chain-too-long", profile: name, limit: LONGEST_CHAIN, ...locationOf(setting) } };
    }
    const found = config.profiles.get(next);
    if (!found) {
      return {
        problem: { kind: "unknown-source", profile: profile.name, source: next, setting: by, ...locationOf(setting) },
      };
    }
    written = found;
  }
}

function stepFromRole(config: SharedConfig, profile: Profile, role: Setting): Step {
  const { name } = profile;
  const sourceProfile = settingOf(profile, "source_profile");
  const credentialSource = settingOf(profile, "credential_source");

  if (sourceProfile && credentialSource) {
    return {
      problem: {
        kind: "two-sources",
        profile: name,
        sourceProfile: sourceProfile.value,
        credentialSource: credentialSource.value,
        ...locationOf(credentialSource),
      },
    };
  }
  if (credentialSource) return namedStep(profile, credentialSource);
  if (!sourceProfile) return { problem: { kind: "missing-source", profile: name, ...locationOf(role) } };
  // A profile may be its own source only for the sake of keys it has itself.
  const isOwnSource = sourceProfile.value === name && ownKey(profile) !== undefined;
  return isOwnSource
    ? stepFromUser(config, profile, "own-source")
    : { next: sourceProfile.value, key: "source_profile", setting: sourceProfile };
}

function namedStep({ name: profile }: Profile, setting: Setting): Step {
  const name = CREDENTIAL_SOURCES.find((known) => known === setting.value);
  return name === undefined
    ? { problem: { kind: "unknown-credential-source", profile, value: setting.value, ...locationOf(setting) } }
    : { source: { kind: "named", profile, rule: "only-source", name, ...locationOf(setting) } };
}

function hiddenRole(profile: Profile, role: Setting, key: OwnKey): Diagnostic {
  const { name } = profile;
  const isOwnSource = settingOf(profile, "source_profile")?.value === name;
  const end = key.kind === "file-key" && key.lifetime === "temporary" ? "; once they expire, nothing opens" : "";
  return {
    severity: "warning",
    profile: name,
    ...locationOf(key),
    message: `The keys of "${name}" hide its role_arn (${role.file}, line ${role.line}) from the profiles behind it, as in every AWS SDK${end}.`,
    hint: isOwnSource
      ? "Move the keys to a profile of their own, if the role is meant."
      : "Remove the keys, if the role is meant.",
  };
}
