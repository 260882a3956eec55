import { type Profile, settingOf, type SharedConfig } from "../../shared-config/shared-config";
import { type SourceRule, type SsoSource } from "./chain-plan";
import { type SettingProblem } from "./plan-problem";

/**
 * What a profile takes from IAM Identity Center: by the `[sso-session]` that it names or, in the older spelling, by
 * settings of its own (AWS SDKs and Tools Reference Guide, "IAM Identity Center credential provider").
 *
 * @param wanted `role` where only a profile with an account or a role counts, which comes before keys; `session` where
 *   one that names nothing but the place to sign in does
 * @returns nothing where the profile has nothing to do with it
 */
export function readSsoSource(
  config: SharedConfig,
  profile: Profile,
  rule: SourceRule,
  wanted: "role" | "session",
): SsoSource | { readonly problem: SettingProblem } | undefined {
  const { name } = profile;
  const accountId = settingOf(profile, "sso_account_id");
  const roleName = settingOf(profile, "sso_role_name");
  const sessionName = settingOf(profile, "sso_session");
  const own = { sso_start_url: settingOf(profile, "sso_start_url"), sso_region: settingOf(profile, "sso_region") };
  const isMeant = wanted === "session" ? (sessionName ?? own.sso_start_url) : undefined;
  if (!accountId && !roleName && !isMeant) return undefined;

  const session = sessionName && config.ssoSessions.get(sessionName.value);
  if (sessionName && !session) {
    const { value, file, line } = sessionName;
    return { problem: { kind: "unknown-sso-session", profile: name, session: value, file, line } };
  }
  if (session) {
    for (const [setting, written] of Object.entries(own)) {
      if (written && written.value !== settingOf(session, setting)?.value) {
        const { file, line } = written;
        return { problem: { kind: "sso-conflict", profile: name, setting, session: session.name, file, line } };
      }
    }
  }
  const startUrl = session ? settingOf(session, "sso_start_url") : own.sso_start_url;
  const region = session ? settingOf(session, "sso_region") : own.sso_region;
  if (session && !(startUrl && region)) {
    const missing = startUrl ? "sso_region" : "sso_start_url";
    const { file, line } = session;
    return {
      problem: {
        kind: "partial-sso",
        profile: name,
        setting: "sso_session",
        session: session.name,
        missing,
        file,
        line,
      },
    };
  }
  if (!startUrl) return partial(profile, accountId ? "sso_account_id" : "sso_role_name", "sso_start_url");
  if (!region) return partial(profile, "sso_start_url", "sso_region");
  if (accountId && !roleName) return partial(profile, "sso_account_id", "sso_role_name");
  if (roleName && !accountId) return partial(profile, "sso_role_name", "sso_account_id");
  if (!/^https:/i.test(startUrl.value) || !URL.canParse(startUrl.value)) {
    const { value, file, line } = startUrl;
    return { problem: { kind: "broken-start-url", profile: name, value, file, line } };
  }
  const { file, line } = sessionName ?? startUrl;
  return {
    kind: "sso",
    profile: name,
    rule,
    session: session?.name,
    startUrl: startUrl.value,
    region: region.value,
    role: accountId && roleName && { accountId: accountId.value, roleName: roleName.value },
    file,
    line,
  };
}

/** The profile has one setting, in whose line it says so, and not the other that it needs. */
function partial(profile: Profile, setting: string, missing: string): { readonly problem: SettingProblem } {
  const { file, line } = settingOf(profile, setting) ?? profile;
  return { problem: { kind: "partial-sso", profile: profile.name, setting, missing, file, line } };
}
