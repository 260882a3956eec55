import { type Diagnostic } from "../../shared-config/diagnostic";
import { locationOf, type Profile, type Setting, settingOf } from "../../shared-config/shared-config";
import { shownText } from "../../shown-text";
import { ROLE_DEFAULT_SECONDS, type RoleHop } from "./chain-plan";
import { type SettingProblem } from "./plan-problem";
import { parseRoleArn } from "./role-arn";
import { brokenRoleText } from "./role-text";
import { parseSessionTags, parseTagKeys } from "./session-tags";

/** The longest session STS gives a caller that is itself a session (IAM User Guide, "Role chaining"). */
export const CHAINED_LONGEST_SECONDS = 3600;
/** AssumeRole takes 900 to 43,200 seconds (STS API Reference, "AssumeRole"). */
const ROLE_SHORTEST_SECONDS = 900;
const ROLE_LONGEST_SECONDS = 43_200;

/** Many chains share the roles they begin with. */
const KNOWN_HOPS = new WeakMap<Profile, RoleHop | { readonly problem: SettingProblem }>();

/**
 * What a profile says of its role, on its own: nothing but `mfa_serial` comes from the profiles around it.
 *
 * @param profile one with `role_arn`
 */
export function readRoleHop(profile: Profile): RoleHop | { readonly problem: SettingProblem } {
  const known = KNOWN_HOPS.get(profile);
  if (known) return known;
  const hop = roleHop(profile);
  KNOWN_HOPS.set(profile, hop);
  return hop;
}

function roleHop(profile: Profile): RoleHop | { readonly problem: SettingProblem } {
  const { name } = profile;
  const setting = settingOf(profile, "role_arn");
  const { file, line } = setting ?? profile;
  const role = parseRoleArn(setting?.value ?? "");
  if (!role) return { problem: { kind: "broken-role-arn", profile: name, value: setting?.value ?? "", file, line } };

  const broken = brokenRoleText(profile, "role_session_name", "external_id", "source_identity");
  if (broken) return broken;
  const tags = settingOf(profile, "session_tags");
  const sessionTags = tags ? parseSessionTags(tags.value) : [];
  if (tags && !sessionTags) {
    return { problem: { kind: "broken-session-tags", profile: name, file: tags.file, line: tags.line } };
  }
  const duration = settingOf(profile, "duration_seconds");
  const askedSeconds = askedDuration(duration);
  return {
    kind: "role",
    profile: name,
    role,
    sessionName: settingOf(profile, "role_session_name")?.value,
    externalId: settingOf(profile, "external_id")?.value,
    askedSeconds,
    askedAt: duration && locationOf(duration),
    durationSeconds: Math.min(
      Math.max(askedSeconds ?? ROLE_DEFAULT_SECONDS, ROLE_SHORTEST_SECONDS),
      ROLE_LONGEST_SECONDS,
    ),
    tags: sessionTags ?? [],
    transitiveTagKeys: parseTagKeys(settingOf(profile, "transitive_session_tags")?.value),
    sourceIdentity: settingOf(profile, "source_identity")?.value,
    device: undefined,
    file,
    line,
  };
}

/** The same role assumed by a session. */
export function chained(hop: RoleHop): RoleHop {
  return hop.durationSeconds > CHAINED_LONGEST_SECONDS ? { ...hop, durationSeconds: CHAINED_LONGEST_SECONDS } : hop;
}

/** Says where a role gets another duration than its profile asks for. */
export function durationDiagnostics(profile: Profile, hop: RoleHop | undefined): readonly Diagnostic[] {
  const setting = settingOf(profile, "duration_seconds");
  if (!setting || !hop || hop.askedSeconds === hop.durationSeconds) return [];
  const { file, line, value } = setting;
  const warning = (message: string, hint: string): readonly Diagnostic[] => [
    { severity: "warning", profile: hop.profile, file, line, message, hint },
  ];
  if (hop.askedSeconds === undefined) {
    return warning(
      `duration_seconds = ${shownText(value)} of "${hop.profile}" is not a number of seconds, so the session lasts an hour.`,
      "Write it in seconds: 3600 is an hour.",
    );
  }
  if (hop.askedSeconds < ROLE_SHORTEST_SECONDS) {
    return warning(
      `duration_seconds = ${shownText(value)} of "${hop.profile}" is raised to ${ROLE_SHORTEST_SECONDS}, the shortest session of a role.`,
      `Write ${ROLE_SHORTEST_SECONDS} or more.`,
    );
  }
  return hop.durationSeconds === CHAINED_LONGEST_SECONDS
    ? warning(
        `duration_seconds = ${shownText(value)} of "${hop.profile}" is lowered to ${CHAINED_LONGEST_SECONDS}: a role assumed by another session lasts an hour at most.`,
        "Nothing needs to be done; write 3600 to say what it gets.",
      )
    : warning(
        `duration_seconds = ${shownText(value)} of "${hop.profile}" is lowered to ${ROLE_LONGEST_SECONDS}, the longest session of a role.`,
        `Write ${ROLE_LONGEST_SECONDS} or less.`,
      );
}

/** Like botocore, takes whole numbers and ignores anything else. */
function askedDuration(setting: Setting | undefined): number | undefined {
  return setting && /^\d+$/.test(setting.value) ? Number(setting.value) : undefined;
}
