import { type Profile, settingOf, type SharedConfig } from "../../shared-config/shared-config";
import { inheritSettings } from "./inherit-settings";
import { type PlanProblem, type SettingProblem } from "./plan-problem";

/** The settings that a profile can lack so badly that it has no plan. */
const DECISIVE_SETTINGS = [
  "source_profile",
  "role_arn",
  "credential_process",
  "web_identity_token_file",
  "sso_session",
  "sso_start_url",
  "sso_region",
  "sso_account_id",
  "sso_role_name",
];

/** Names what a profile would have to take from `default`, given that it has no plan without and one with it. */
export function inheritanceNeeded(config: SharedConfig, selected: Profile, cause: SettingProblem): PlanProblem {
  const lender = config.profiles.get("default");
  const written = config.profiles.get(cause.profile) ?? selected;
  const withIncludes = inheritSettings(config, written);
  const borrower = "problem" in withIncludes ? written : withIncludes;
  const settings = DECISIVE_SETTINGS.filter((key) => lender && settingOf(lender, key) && !settingOf(borrower, key));
  const [first] = settings;
  const place = (lender && first !== undefined ? settingOf(lender, first) : lender) ?? cause;
  const { file, line } = cause;
  return {
    kind: "inheritance-needed",
    profile: selected.name,
    settings,
    lender: { file: place.file, line: place.line },
    cause,
    file,
    line,
  };
}
