import { type Secret } from "../secret";
import { type AwsVariables } from "./aws-variables";
import { type Diagnostic } from "./diagnostic";

/** Where a setting or section stands, for messages and for opening an editor there. Lines count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
}

/** One `key = value`. The value is trimmed and never a secret: those stand in {@link Profile.secrets}. */
export interface Setting extends Location {
  /** Empty where nothing stands behind the separator; {@link settingOf} takes that as absent. */
  readonly value: string;
  /** Which of the two files said so; several precedence rules of the AWS CLI depend on it. */
  readonly origin: FileKind;
  /** The profile or session whose section it stands in; another than the one that has it where it was inherited. */
  readonly declaredBy: string;
}

/** One setting whose value nobody is to see. */
export interface SecretSetting extends Location {
  readonly secret: Secret;
  readonly origin: FileKind;
}

export type FileKind = "config" | "credentials";

/** A profile as both files together describe it; settings of the credentials file win key by key. */
export interface Profile extends Location {
  readonly name: string;
  /** By lower-case key. */
  readonly settings: ReadonlyMap<string, Setting>;
  /** `aws_secret_access_key` and `aws_session_token`, by that key; an empty one is not in here. */
  readonly secrets: ReadonlyMap<string, SecretSetting>;
}

/** An `[sso-session …]` section, which profiles name by `sso_session`. */
export interface SsoSession extends Location {
  readonly name: string;
  readonly settings: ReadonlyMap<string, Setting>;
}

/** A `[services …]` section, which profiles name by `services`: the settings of single services. */
export interface ServicesSection extends Location {
  readonly name: string;
  /** By service and key, both in lower case: `sts.endpoint_url`. */
  readonly settings: ReadonlyMap<string, Setting>;
}

/** What counts beside the two files: the user's choices and the environment. */
export interface SharedConfigOptions {
  /** Whether every profile takes what it lacks from `default`, as aws-vault has it and no AWS SDK. */
  readonly inheritsDefault: boolean;
  readonly variables: AwsVariables;
  /** How long the session lasts that a user's code starts: 900 to 129,600 (STS API Reference, "GetSessionToken"). */
  readonly userSessionSeconds: number;
}

/** What `~/.aws/config` and `~/.aws/credentials` say, and what counts beside them. */
export interface SharedConfig extends SharedConfigOptions {
  /** In the order of their first appearance, the config file first. */
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly ssoSessions: ReadonlyMap<string, SsoSession>;
  readonly services: ReadonlyMap<string, ServicesSection>;
  /** What was read otherwise than its author may believe. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a section says about a key (in lower case); an empty value says nothing. */
export function settingOf(section: Profile | SsoSession | ServicesSection, key: string): Setting | undefined {
  const setting = section.settings.get(key);
  return setting?.value === "" ? undefined : setting;
}

/** Where something stands, and nothing else of it. */
export function locationOf({ file, line }: Location): Location {
  return { file, line };
}
