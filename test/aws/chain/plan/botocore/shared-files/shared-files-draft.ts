import { type ProfileName } from "./profile-names";

/** A profile before it is written down. */
export interface ProfileDraft {
  readonly name: ProfileName;
  /** Tells what belongs to it: keys and roles of different profiles differ in it. */
  readonly number: number;
  /** What each file says of it. A file that says nothing has no section, unless {@link isEmptyInConfig}. */
  readonly config: Map<string, string>;
  readonly credentials: Map<string, string>;
  isEmptyInConfig: boolean;
}

/** A section that is no profile. */
export interface OtherSection {
  readonly header: string;
  readonly settings: ReadonlyMap<string, string>;
}

/** Both files before they are written down. */
export interface SharedFilesDraft {
  /** The profiles with `role_arn`, the selected one first; each names the next as its source. Empty for depth 0. */
  readonly roles: readonly ProfileDraft[];
  /** The profile behind the last role, which is the selected one where there is no role. */
  readonly user: ProfileDraft;
  /** Profiles that the chain does not need. */
  readonly others: readonly ProfileDraft[];
  /** Other sections of the config file. */
  readonly otherSections: OtherSection[];
}

export function newProfile(name: ProfileName, number: number): ProfileDraft {
  return { name, number, config: new Map(), credentials: new Map(), isEmptyInConfig: false };
}

/** The profile whose credentials are asked for. */
export function selectedProfile({ roles, user }: SharedFilesDraft): ProfileDraft {
  return roles[0] ?? user;
}

/** Writes settings to one of the two maps of a profile. */
export function set(settings: Map<string, string>, values: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(values)) settings.set(key, value);
}

/** A user's key that no other profile and no other origin has; obviously not a real one. */
export function longTermKey(origin: string, { number }: ProfileDraft): Record<string, string> {
  const id = keyId("AKIA", origin, number);
  return { aws_access_key_id: id, aws_secret_access_key: `secret-of-${id}` };
}

/** A key somebody else's STS call made, as "export" commands leave it in the credentials file. */
export function temporaryKey(origin: string, { number }: ProfileDraft): Record<string, string> {
  const id = keyId("ASIA", origin, number);
  return { aws_access_key_id: id, aws_secret_access_key: `secret-of-${id}`, aws_session_token: `token-of-${id}` };
}

/** A command that prints the key of a `credential_process`. */
export function printingProcess(profile: ProfileDraft, printed: Readonly<Record<string, unknown>> = {}): string {
  const id = keyId("AKIA", "PROCESS", profile.number);
  const json = JSON.stringify({ Version: 1, AccessKeyId: id, SecretAccessKey: `secret-of-${id}`, ...printed });
  return `printf '${json}'`;
}

function keyId(prefix: string, origin: string, number: number): string {
  return prefix + origin + String(number).padStart(16 - origin.length, "0");
}
