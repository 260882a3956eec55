import {
  type OtherSection,
  longTermKey,
  printingProcess,
  type ProfileDraft,
  set,
  temporaryKey,
} from "./shared-files-draft";
import { oddities } from "./oddity";

/** A profile that gets a source of credentials, and where sections go that the source needs. */
export interface SourceTarget {
  readonly user: ProfileDraft;
  readonly others: readonly ProfileDraft[];
  readonly otherSections: OtherSection[];
}

const SSO_ROLE = { sso_account_id: "210987654321", sso_role_name: "Developer" };
const SSO_START = { sso_start_url: "https://corp.awsapps.com/start#/", sso_region: "us-east-1" };
const TOKEN_FILE = "/nonexistent/token";
const WEB_ROLE = "arn:aws:iam::210987654321:role/WebIdentity";

/** Where the keys of a chain come from; the heavy ones are what most files have. */
export const CREDENTIAL_SOURCES = oddities<SourceTarget>([
  ["keys in the credentials file", 64, ({ user }) => set(user.credentials, longTermKey("CREDS", user))],
  ["keys in the config file", 26, ({ user }) => set(user.config, longTermKey("CONF", user))],
  [
    "different keys in both files",
    4,
    ({ user }) => {
      set(user.config, longTermKey("CONF", user));
      set(user.credentials, longTermKey("CREDS", user));
    },
  ],
  [
    "temporary keys in the config file, long-term ones in the credentials file",
    4,
    ({ user }) => {
      set(user.config, temporaryKey("CONF", user));
      set(user.credentials, longTermKey("CREDS", user));
    },
  ],
  [
    "id in the config file, secret in the credentials file",
    4,
    ({ user }) => {
      const { aws_access_key_id = "", aws_secret_access_key = "" } = longTermKey("HALF", user);
      set(user.config, { aws_access_key_id });
      set(user.credentials, { aws_secret_access_key });
    },
  ],
  [
    "id in the credentials file, secret in the config file",
    4,
    ({ user }) => {
      const { aws_access_key_id = "", aws_secret_access_key = "" } = longTermKey("HALF", user);
      set(user.config, { aws_secret_access_key });
      set(user.credentials, { aws_access_key_id });
    },
  ],
  ["temporary keys in the credentials file", 8, ({ user }) => set(user.credentials, temporaryKey("CREDS", user))],
  ["temporary keys in the config file", 4, ({ user }) => set(user.config, temporaryKey("CONF", user))],
  [
    "session token in the other file",
    4,
    ({ user }) => {
      const { aws_session_token = "", ...key } = temporaryKey("CONF", user);
      set(user.config, key);
      set(user.credentials, { aws_session_token });
    },
  ],
  [
    "session token under its old name",
    4,
    ({ user }) => {
      const { aws_session_token = "", ...key } = temporaryKey("CREDS", user);
      set(user.credentials, { ...key, aws_security_token: aws_session_token });
    },
  ],
  [
    "id without secret",
    4,
    ({ user }, random) => {
      user[random.pick(FILES)].set("aws_access_key_id", `AKIALONE${String(user.number).padStart(12, "0")}`);
    },
  ],
  [
    "secret without id",
    4,
    ({ user }, random) => {
      user[random.pick(FILES)].set("aws_secret_access_key", "secret-without-id");
    },
  ],
  ["credential_process", 8, ({ user }) => set(user.config, { credential_process: printingProcess(user) })],
  [
    "credential_process with a session token",
    4,
    ({ user }) =>
      set(user.config, {
        credential_process: printingProcess(user, { SessionToken: "token", Expiration: "2099-01-01T00:00:00Z" }),
      }),
  ],
  [
    "credential_process in the credentials file",
    4,
    ({ user }) => set(user.credentials, { credential_process: printingProcess(user) }),
  ],
  [
    "credential_process of another version",
    4,
    ({ user }) => set(user.config, { credential_process: printingProcess(user, { Version: 2 }) }),
  ],
  [
    "credential_process that fails",
    4,
    ({ user }) => set(user.config, { credential_process: "sh -c 'echo please sign in >&2; exit 1'" }),
  ],
  [
    "credential_process with a semicolon behind a blank",
    4,
    ({ user }) =>
      set(user.config, { credential_process: `sh -c "true ; ${printingProcess(user).replaceAll('"', '\\"')}"` }),
  ],
  [
    "credential_process of aws-vault",
    4,
    ({ user, others }) => {
      const [vaultProfile] = others;
      if (!vaultProfile) return false;
      // What an AWS CLI says of this is its business; the extension makes it part of the chain.
      set(user.config, { credential_process: `aws-vault exec ${vaultProfile.name.name} --json` });
    },
  ],
  [
    "credential_process beside keys in the config file",
    4,
    ({ user }) => set(user.config, { ...longTermKey("CONF", user), credential_process: printingProcess(user) }),
  ],
  [
    "credential_process beside keys in the credentials file",
    4,
    ({ user }) => {
      set(user.config, { credential_process: printingProcess(user) });
      set(user.credentials, longTermKey("CREDS", user));
    },
  ],
  [
    "SSO session",
    4,
    ({ user, otherSections }) => {
      set(user.config, { sso_session: "corp", ...SSO_ROLE });
      otherSections.push(ssoSession(SSO_START));
    },
  ],
  ["SSO session that does not exist", 4, ({ user }) => set(user.config, { sso_session: "nowhere", ...SSO_ROLE })],
  [
    "SSO session without role",
    4,
    ({ user, otherSections }) => {
      set(user.config, { sso_session: "corp" });
      otherSections.push(ssoSession(SSO_START));
    },
  ],
  [
    "SSO session without start URL",
    4,
    ({ user, otherSections }) => {
      set(user.config, { sso_session: "corp", ...SSO_ROLE });
      otherSections.push(ssoSession({ sso_region: "us-east-1" }));
    },
  ],
  [
    "SSO session and profile disagree",
    4,
    ({ user, otherSections }) => {
      set(user.config, { sso_session: "corp", ...SSO_ROLE, sso_region: "eu-west-1" });
      otherSections.push(ssoSession(SSO_START));
    },
  ],
  ["SSO without session", 4, ({ user }) => set(user.config, { ...SSO_START, ...SSO_ROLE })],
  [
    "SSO without session, incomplete",
    4,
    ({ user }, random) => {
      set(user.config, { ...SSO_START, ...SSO_ROLE });
      user.config.delete(random.pick(["sso_start_url", "sso_region", "sso_account_id", "sso_role_name"]));
    },
  ],
  [
    "SSO beside keys in the credentials file",
    4,
    ({ user }) => {
      set(user.config, { ...SSO_START, ...SSO_ROLE });
      set(user.credentials, longTermKey("CREDS", user));
    },
  ],
  ["login_session", 4, ({ user }) => set(user.config, { login_session: "arn:aws:iam::210987654321:user/jane" })],
  [
    "login_session beside keys in the config file",
    4,
    ({ user }) =>
      set(user.config, { login_session: "arn:aws:iam::210987654321:user/jane", ...longTermKey("CONF", user) }),
  ],
  ["web identity", 4, ({ user }) => set(user.config, { web_identity_token_file: TOKEN_FILE, role_arn: WEB_ROLE })],
  ["web identity without role", 4, ({ user }) => set(user.config, { web_identity_token_file: TOKEN_FILE })],
  [
    "web identity beside keys",
    4,
    ({ user }) =>
      set(user.config, { web_identity_token_file: TOKEN_FILE, role_arn: WEB_ROLE, ...longTermKey("CONF", user) }),
  ],
  ["credential_source without role", 4, ({ user }) => set(user.config, { credential_source: "Environment" })],
  [
    "source_profile without role",
    4,
    ({ user, others }) => {
      const [source] = others;
      if (!source) return false;
      set(source.credentials, longTermKey("CREDS", source));
      set(user.config, { source_profile: source.name.name });
    },
  ],
  [
    "no credentials at all",
    4,
    ({ user }) => {
      user.isEmptyInConfig = true;
    },
  ],
]);

const FILES = ["config", "credentials"] as const;

function ssoSession(settings: Readonly<Record<string, string>>): OtherSection {
  return { header: "sso-session corp", settings: new Map(Object.entries(settings)) };
}
