import { oddities, type OddityRow } from "./oddity";
import { type SeededRandom } from "./seeded-random";
import {
  longTermKey,
  type ProfileDraft,
  selectedProfile,
  set,
  type SharedFilesDraft,
  temporaryKey,
} from "./shared-files-draft";

const DEVICE = "arn:aws:iam::210987654321:mfa/jane";
const HARDWARE_DEVICE = "GAHT12345678";

/** What profiles of a chain say beyond role and source. */
export const CHAIN_SETTINGS = oddities<SharedFilesDraft>([
  ["MFA on the first role", 12, ({ roles }) => onOne(roles.slice(-1), { mfa_serial: DEVICE })],
  ["MFA on a later role", 8, ({ roles }) => onOne(roles.slice(0, -1), { mfa_serial: DEVICE })],
  ["MFA on every role", 8, ({ roles }) => roles.length > 1 && onAll(roles, { mfa_serial: DEVICE })],
  ["MFA on the user only", 6, ({ user }) => onOne([user], { mfa_serial: DEVICE })],
  [
    "MFA on user and role",
    5,
    ({ user, roles }) => roles.length > 0 && onAll([user, ...roles.slice(-1)], { mfa_serial: DEVICE }),
  ],
  ["MFA with a hardware device", 5, ({ roles }) => onOne(roles.slice(-1), { mfa_serial: HARDWARE_DEVICE })],
  ["MFA serial too short", 5, ({ roles }) => onOne(roles.slice(-1), { mfa_serial: "1234" })],
  ["empty mfa_serial", 5, ({ roles }) => onOne(roles.slice(-1), { mfa_serial: "" })],
  ...durations([
    ["duration of up to an hour", "1800"],
    ["duration of more than an hour", "14400"],
    ["duration of more than AWS allows", "90000"],
    ["duration below AWS's minimum", "600"],
    ["duration 0", "0"],
    ["negative duration", "-3600"],
    ["duration with a unit", "1h"],
    ["duration that is no number", "abc"],
    ["empty duration", ""],
    ["duration with a fraction", "3600.5"],
    ["duration with a blank inside", "3 600"],
    ["duration with an underscore", "3_600"],
    ["duration with a plus sign", "+7200"],
    ["duration with leading zeros", "007200"],
    ["duration in digits beyond ASCII", "٣٦٠٠"],
  ]),
  ["external_id", 6, onAnyRole({ external_id: "00123:true/x" })],
  ["external_id with =", 5, onAnyRole({ external_id: "customer=42" })],
  ["external_id too short", 5, onAnyRole({ external_id: "x" })],
  ["empty external_id", 5, onAnyRole({ external_id: "" })],
  ["role_session_name", 6, onAnyRole({ role_session_name: "jane@example.com" })],
  ["role_session_name with a blank", 5, onAnyRole({ role_session_name: "jane doe" })],
  ["role_session_name too short", 5, onAnyRole({ role_session_name: "j" })],
  ["empty role_session_name", 5, onAnyRole({ role_session_name: "" })],
  ["role of another partition", 5, onAnyRole({ role_arn: "arn:aws-cn:iam::210987654321:role/China" })],
  ["role of an unknown partition", 5, onAnyRole({ role_arn: "arn:aws-moon:iam::210987654321:role/Base" })],
  ["role of a broken account", 5, onAnyRole({ role_arn: "arn:aws:iam::12345:role/Short" })],
  ["ARN of no role", 5, onAnyRole({ role_arn: "arn:aws:iam::210987654321:user/jane" })],
  ["ARN too short for STS", 5, onAnyRole({ role_arn: "arn:aws:iam::role/A" })],
  ["no ARN", 5, onAnyRole({ role_arn: "Admin" })],
  ["role in the credentials file", 5, (draft, random) => moveToCredentials(draft, random, "role_arn")],
  ["source in the credentials file", 5, (draft, random) => moveToCredentials(draft, random, "source_profile")],
  [
    "keys on the selected role",
    6,
    ({ roles: [selected] }) => {
      if (!selected) return false;
      set(selected.credentials, longTermKey("OWN", selected));
    },
  ],
  [
    "keys left over in mid chain",
    8,
    ({ roles: [, ...later] }, random) => {
      if (later.length === 0) return false;
      const role = random.pick(later);
      set(role.credentials, temporaryKey("LEFT", role));
    },
  ],
  [
    "keys left over in mid chain, in the config file",
    8,
    ({ roles: [, ...later] }, random) => {
      if (later.length === 0) return false;
      const role = random.pick(later);
      set(role.config, longTermKey("LEFT", role));
    },
  ],
  [
    "half a key left over in mid chain",
    8,
    ({ roles: [, ...later] }, random) => {
      if (later.length === 0) return false;
      const role = random.pick(later);
      role[random.pick(["config", "credentials"] as const)].set("aws_access_key_id", "AKIALONE000000000000");
    },
  ],
  [
    "session token left over in mid chain",
    8,
    ({ roles: [, ...later] }, random) => {
      if (later.length === 0) return false;
      random.pick(later).credentials.set("aws_session_token", "token-left-over");
    },
  ],
  [
    "SSO session that does not exist on a role",
    5,
    onAnyRole({ sso_session: "nowhere", sso_account_id: "210987654321", sso_role_name: "Developer" }),
  ],
  ["unknown setting", 5, onAnyRole({ granted_description: "Production; handle with care", cli_pager: "" })],
  [
    "the same role twice",
    8,
    ({ roles: [first, second] }) => {
      const role = first?.config.get("role_arn");
      if (role === undefined || !second) return false;
      set(second.config, { role_arn: role });
    },
  ],
]);

/** Where the region stands; most often on the selected profile, as in most files. */
export const REGIONS = oddities<SharedFilesDraft>([
  ["no region", 8, () => {}],
  ["region on the selected profile", 16, (draft, random) => onSelected(draft, random.pick(["eu-west-1", "us-east-1"]))],
  ["region on another profile", 5, ({ roles, user }) => roles.length > 0 && onOne([user], { region: "eu-central-1" })],
  [
    "different regions",
    5,
    (draft) => {
      if (draft.roles.length === 0) return false;
      onSelected(draft, "ap-southeast-2");
      onOne([draft.user], { region: "eu-central-1" });
    },
  ],
  ["region that must be opted in to", 2, (draft) => onSelected(draft, "ap-east-1")],
  ["region of another partition", 2, (draft) => onSelected(draft, "cn-north-1")],
  ["region that does not exist", 2, (draft) => onSelected(draft, "eu-nowhere-9")],
  ["region that is no host name", 2, (draft) => onSelected(draft, "eu west")],
  ["region of FIPS", 2, (draft) => onSelected(draft, "fips-us-west-2")],
]);

function onSelected(draft: SharedFilesDraft, region: string): void {
  set(selectedProfile(draft).config, { region });
}

function onOne([profile]: readonly ProfileDraft[], settings: Readonly<Record<string, string>>): boolean {
  if (!profile) return false;
  set(profile.config, settings);
  return true;
}

function onAll(profiles: readonly ProfileDraft[], settings: Readonly<Record<string, string>>): boolean {
  for (const profile of profiles) set(profile.config, settings);
  return true;
}

function onAnyRole(settings: Readonly<Record<string, string>>) {
  return ({ roles }: SharedFilesDraft, random: SeededRandom): boolean =>
    roles.length > 0 && onOne([random.pick(roles)], settings);
}

function durations(values: readonly (readonly [feature: string, value: string])[]): OddityRow<SharedFilesDraft>[] {
  return values.map(([feature, duration_seconds]) => [feature, 5, onAnyRole({ duration_seconds })]);
}

function moveToCredentials({ roles }: SharedFilesDraft, random: SeededRandom, key: string): boolean {
  const movable = roles.filter(({ config }) => config.has(key));
  if (movable.length === 0) return false;
  const { config, credentials } = random.pick(movable);
  credentials.set(key, config.get(key) ?? "");
  config.delete(key);
  return true;
}
