import { type Profile, type Setting, settingOf, type SharedConfig } from "../../shared-config/shared-config";

/** What was chosen beside AWS's own defaults, and by what. */
export interface Choice {
  /** The environment variable or the setting that says so. */
  readonly name: string;
  readonly value: string;
  /** Where it stands; absent for a variable. */
  readonly setting: Setting | undefined;
}

/** What an environment variable says; one that is set to nothing says nothing. */
export function choiceOfVariable({ variables }: SharedConfig, name: string): Choice | undefined {
  const value = variables[name];
  return value ? { name, value, setting: undefined } : undefined;
}

/**
 * What a setting says that has a variable beside it, which goes first (AWS SDKs and Tools Reference Guide,
 * "Precedence").
 */
export function choiceOf(config: SharedConfig, profile: Profile, variable: string, key: string): Choice | undefined {
  const setting = settingOf(profile, key);
  return choiceOfVariable(config, variable) ?? (setting && { name: key, value: setting.value, setting });
}

/** Whether a flag is on. Like botocore, takes `true` in any case and nothing else. */
export function isOn(choice: Choice | undefined): choice is Choice {
  return choice?.value.toLowerCase() === "true";
}
