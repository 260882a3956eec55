import { type Profile, settingOf } from "../../shared-config/shared-config";
import { type SettingProblem } from "./plan-problem";

const NAME = { pattern: /^[\w+=,.@-]{2,64}$/, form: "2 to 64 letters, digits or _+=,.@-" };

/** What STS takes, and refuses otherwise with nothing but a ValidationError (STS API Reference, "AssumeRole"). */
const FORMS = {
  role_session_name: NAME,
  source_identity: NAME,
  external_id: { pattern: /^[\w+=,.@:/-]{2,1224}$/, form: "2 to 1224 letters, digits or _+=,.@:/-" },
};

/** A text that a profile gives STS along with its role. */
export type RoleText = keyof typeof FORMS;

/** The first of these texts in a profile that STS would refuse. */
export function brokenRoleText(
  profile: Profile,
  ...keys: readonly RoleText[]
): { readonly problem: SettingProblem } | undefined {
  for (const key of keys) {
    const setting = settingOf(profile, key);
    if (!setting || FORMS[key].pattern.test(setting.value)) continue;
    const { file, line } = setting;
    return { problem: { kind: "broken-role-text", profile: profile.name, setting: key, file, line } };
  }
  return undefined;
}

/** The form that STS wants a text in, in words. */
export function formOfRoleText(key: RoleText): string {
  return FORMS[key].form;
}
