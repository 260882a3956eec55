import {
  locationOf,
  type Profile,
  type Setting,
  settingOf,
  type SharedConfig,
} from "../../shared-config/shared-config";
import { awsVaultProfile } from "./aws-vault-profile";
import { type CredentialSource, type SourceRule } from "./chain-plan";
import { ownKey } from "./own-key";
import { type SettingProblem } from "./plan-problem";
import { parseRoleArn } from "./role-arn";
import { brokenRoleText } from "./role-text";
import { readSsoSource } from "./sso-source";

/** Where a profile leads: on to another one, to the source of a chain, or nowhere. */
export type Step = NextProfile | { readonly source: CredentialSource } | { readonly problem: SettingProblem };

interface NextProfile {
  readonly next: string;
  /** The setting that names it. */
  readonly key: "source_profile" | "credential_process";
  readonly setting: Setting;
}

/**
 * What a profile gives by itself, without a role: the first of its sources in botocore's order
 * (`ProfileProviderBuilder`), and where it names none, a key in the key store.
 *
 * @param rule why the profile is asked for what it has itself, where that is not for lack of a role
 */
export function stepFromUser(config: SharedConfig, profile: Profile, rule?: SourceRule): Step {
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

function webIdentityStep(profile: Profile, rule: SourceRule): Step | undefined {
  const { name } = profile;
  const tokenFile = settingOf(profile, "web_identity_token_file");
  if (!tokenFile) return undefined;
  const arn = settingOf(profile, "role_arn");
  if (!arn) {
    return {
      problem: { kind: "missing-role", profile: name, setting: "web_identity_token_file", ...locationOf(tokenFile) },
    };
  }
  const role = parseRoleArn(arn.value);
  if (!role) return { problem: { kind: "broken-role-arn", profile: name, value: arn.value, ...locationOf(arn) } };
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
      ...locationOf(tokenFile),
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
      source: { kind: "login", profile: profile.name, rule, session: setting.value, ...locationOf(setting) },
    }
  );
}

function processStep(profile: Profile, rule: SourceRule): Step | undefined {
  const setting = settingOf(profile, "credential_process");
  if (!setting) return undefined;
  const source = awsVaultProfile(setting.value);
  if (source === undefined) {
    return { source: { kind: "process", profile: profile.name, rule, command: setting.value, ...locationOf(setting) } };
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
function uselessSourceStep(profile: Profile): Step | undefined {
  for (const name of ["source_profile", "credential_source"] as const) {
    const setting = settingOf(profile, name);
    // Its own key is what it has anyway: aws-vault drops such a source, the AWS CLI does not look at it.
    const isOwn = name === "source_profile" && setting?.value === profile.name;
    if (setting && !isOwn) {
      return { problem: { kind: "missing-role", profile: profile.name, setting: name, ...locationOf(setting) } };
    }
  }
  return undefined;
}
