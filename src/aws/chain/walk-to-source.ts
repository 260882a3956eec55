import { type Diagnostic } from "../shared-config/diagnostic";
import {
  type Location,
  type Profile,
  type Setting,
  settingOf,
  type SharedConfig,
} from "../shared-config/shared-config";
import { awsVaultProfile } from "./aws-vault-profile";
import { CREDENTIAL_SOURCES, type CredentialSource, type FileKey, type SourceRule } from "./chain-plan";
import { inheritSettings } from "./inherit-settings";
import { type SettingProblem } from "./plan-problem";
import { parseRoleArn } from "./role-arn";
import { brokenRoleText } from "./role-text";
import { readSsoSource } from "./sso-source";

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
type Step = NextProfile | { readonly source: CredentialSource } | Failure;

interface NextProfile {
  readonly next: string;
  /** The setting that names it. */
  readonly key: "source_profile" | "credential_process";
  readonly setting: Setting;
}

/**
 * Follows a profile to the source that starts its chain.
 *
 * Precedence is the AWS CLI's (botocore `AssumeRoleProvider` and `ProfileProviderBuilder`): the selected profile's role
 * wins over its own keys; a profile reached as a source gives its keys before its role. Beyond it,
 * `credential_process = aws-vault exec NAME` leads on to profile NAME.
 */
export function walkToSource(config: SharedConfig, selected: Profile): Trail | Failure {
  const path: Profile[] = [];
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
    path.push(profile);
    if (assumes) {
      roles.push(profile);
      users = [];
    } else users.push(profile);

    if ("problem" in step) return step;
    if ("source" in step) return { selected: path[0] ?? profile, roles, users, source: step.source, diagnostics };

    const { next, key: by, setting } = step;
    const revisited = path.findIndex(({ name }) => name === next);
    if (revisited >= 0) {
      const loop = [...path.slice(revisited).map(({ name }) => name), next];
      return { problem: { kind: "source-loop", profile: selected.name, path: loop, ...place(setting) } };
    }
    const found = config.profiles.get(next);
    if (!found) {
      return {
        problem: { kind: "unknown-source", profile: profile.name, source: next, setting: by, ...place(setting) },
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
        ...place(credentialSource),
      },
    };
  }
  if (credentialSource) return namedStep(profile, credentialSource);
  if (!sourceProfile) return { problem: { kind: "missing-source", profile: name, ...place(role) } };
  // A profile may be its own source only for the sake of keys it has itself.
  const isOwnSource = sourceProfile.value === name && ownKey(profile) !== undefined;
  return isOwnSource
    ? stepFromUser(config, profile, "own-source")
    : { next: sourceProfile.value, key: "source_profile", setting: sourceProfile };
}

/** What a profile gives by itself, in botocore's order. */
function stepFromUser(config: SharedConfig, profile: Profile, rule?: SourceRule): Step {
  const says = (...names: readonly string[]): boolean => names.some((name) => settingOf(profile, name));
  const hasKey = ownKey(profile) !== undefined;
  const isInCredentials = settingOf(profile, "aws_access_key_id")?.origin === "credentials";
  const hasOther = says("login_session", "credential_process");

  const among = (others: boolean, reason: SourceRule): SourceRule => (others ? reason : "only-source");
  const webRule = among(
    hasKey || hasOther || says("source_profile", "credential_source", "sso_account_id", "sso_role_name"),
    "web-identity-first",
  );
  const ssoRule = rule ?? among(hasKey || hasOther, "sso-first");
  const keyRule = rule ?? (says("role_arn") ? "keys-replace-role" : among(hasOther, "credentials-file-first"));
  const processRule = rule ?? among(hasKey, "before-config-keys");
  const loginRule = rule ?? (says("credential_process") ? "login-first" : processRule);
  return (
    webIdentityStep(profile, webRule) ??
    ssoStep(config, profile, ssoRule, "role") ??
    (isInCredentials ? keyStep(profile, keyRule) : undefined) ??
    loginStep(profile, loginRule) ??
    processStep(profile, processRule) ??
    keyStep(profile, keyRule) ??
    ssoStep(config, profile, "only-source", "session") ??
    uselessSourceStep(profile) ?? { source: { kind: "stored-key", profile: profile.name, rule: "no-source-named" } }
  );
}

function namedStep({ name: profile }: Profile, setting: Setting): Step {
  const name = CREDENTIAL_SOURCES.find((known) => known === setting.value);
  return name === undefined
    ? { problem: { kind: "unknown-credential-source", profile, value: setting.value, ...place(setting) } }
    : { source: { kind: "named", profile, rule: "only-source", name, ...place(setting) } };
}

function webIdentityStep(profile: Profile, rule: SourceRule): Step | undefined {
  const { name } = profile;
  const tokenFile = settingOf(profile, "web_identity_token_file");
  if (!tokenFile) return undefined;
  const arn = settingOf(profile, "role_arn");
  if (!arn) {
    return {
      problem: { kind: "missing-role", profile: name, setting: "web_identity_token_file", ...place(tokenFile) },
    };
  }
  const role = parseRoleArn(arn.value);
  if (!role) return { problem: { kind: "broken-role-arn", profile: name, value: arn.value, ...place(arn) } };
  const broken = brokenRoleText(profile, "role_session_name");
  if (broken) return broken;
  const sessionName = settingOf(profile, "role_session_name")?.value;
  return {
    source: {
      kind: "web-identity",
      profile: name,
      rule,
      tokenFile: tokenFile.value,
      role,
      sessionName,
      ...place(tokenFile),
    },
  };
}

function ssoStep(
  config: SharedConfig,
  profile: Profile,
  rule: SourceRule,
  wanted: "role" | "session",
): Step | undefined {
  const found = readSsoSource(config, profile, rule, wanted);
  return found && ("problem" in found ? found : { source: found });
}

function loginStep(profile: Profile, rule: SourceRule): Step | undefined {
  const setting = settingOf(profile, "login_session");
  return (
    setting && {
      source: { kind: "login", profile: profile.name, rule, session: setting.value, ...place(setting) },
    }
  );
}

function processStep(profile: Profile, rule: SourceRule): Step | undefined {
  const setting = settingOf(profile, "credential_process");
  if (!setting) return undefined;
  const source = awsVaultProfile(setting.value);
  if (source === undefined) {
    return { source: { kind: "process", profile: profile.name, rule, command: setting.value, ...place(setting) } };
  }
  // aws-vault looks for a profile's own key first, so a profile that names itself is no loop.
  if (source === profile.name) {
    return { source: { kind: "stored-key", profile: source, rule: "asked-of-aws-vault" } };
  }
  return { next: source, key: "credential_process", setting };
}

function keyStep(profile: Profile, rule: SourceRule): Step | undefined {
  const key = ownKey(profile);
  return key && (key.kind === "partial-key" ? { problem: key } : { source: { ...key, rule } });
}

/** A source for a role that is not there gives no credentials (botocore: "The source profile must have credentials"). */
function uselessSourceStep(profile: Profile): Failure | undefined {
  for (const name of ["source_profile", "credential_source"] as const) {
    const setting = settingOf(profile, name);
    if (setting) {
      return { problem: { kind: "missing-role", profile: profile.name, setting: name, ...place(setting) } };
    }
  }
  return undefined;
}

type OwnKey = Omit<FileKey, "rule"> | Extract<SettingProblem, { kind: "partial-key" }>;

/** The key that stands in a profile, or the half of one. */
function ownKey(profile: Profile): OwnKey | undefined {
  const { name, secrets } = profile;
  const accessKeyId = settingOf(profile, "aws_access_key_id");
  const secret = secrets.get("aws_secret_access_key");
  if (!accessKeyId) {
    return secret && { kind: "partial-key", profile: name, missing: "aws_access_key_id", ...place(secret) };
  }
  if (!secret) return { kind: "partial-key", profile: name, missing: "aws_secret_access_key", ...place(accessKeyId) };
  const lifetime = secrets.has("aws_session_token") ? "temporary" : "long-term";
  return { kind: "file-key", profile: name, accessKeyId: accessKeyId.value, lifetime, ...place(accessKeyId) };
}

function hiddenRole(profile: Profile, role: Setting, key: OwnKey): Diagnostic {
  const { name } = profile;
  const isOwnSource = settingOf(profile, "source_profile")?.value === name;
  const end = key.kind === "file-key" && key.lifetime === "temporary" ? "; once they expire, nothing opens" : "";
  return {
    severity: "warning",
    profile: name,
    ...place(key),
    message: `The keys of "${name}" hide its role_arn (${role.file}, line ${role.line}) from the profiles behind it, as in every AWS SDK${end}.`,
    hint: isOwnSource
      ? "Move the keys to a profile of their own, if the role is meant."
      : "Remove the keys, if the role is meant.",
  };
}

function place({ file, line }: Location): Location {
  return { file, line };
}
