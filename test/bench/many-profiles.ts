/** What belongs together in a company's config: nine profiles, of which three stand behind three roles each. */
const PROFILES_PER_TEAM = 9;

/**
 * A config file of any number of profiles, written as people write it: per team a user with an MFA device, a chain of
 * roles with three accounts at its end, two accounts by IAM Identity Center, and one with a region alone.
 */
export function manyProfiles(count: number): string {
  const teams = Array.from({ length: Math.ceil(count / PROFILES_PER_TEAM) }, (_, index) => team(index));
  return `${SSO_SESSION}\n${teams.flat().slice(0, count).join("\n")}`;
}

const SSO_SESSION = `[sso-session corp]
sso_start_url = https://corp.awsapps.com/start#/
sso_region = eu-west-1
sso_registration_scopes = sso:account:access
`;

function team(index: number): string[] {
  const name = `team-${index}`;
  const account = (place: number): string => String(100_000_000_000 + index * PROFILES_PER_TEAM + place);
  const behindRoles = (environment: string, place: number): string => `[profile ${name}.${environment}]
role_arn = arn:aws:iam::${account(place)}:role/Administrator
source_profile = ${name}-hub
role_session_name = ${environment}
region = eu-central-1
output = json
`;
  const byIdentityCenter = (environment: string, place: number): string => `[profile ${name}-sso-${environment}]
sso_session = corp
sso_account_id = ${account(place)}
sso_role_name = ReadOnly
region = eu-west-1
`;
  return [
    `# ${name}: ask in #platform for access
[profile ${name}-user]
region = eu-west-1
mfa_serial = arn:aws:iam::${account(0)}:mfa/${name}
`,
    `[profile ${name}-gate]
role_arn = arn:aws:iam::${account(1)}:role/Gate
source_profile = ${name}-user
duration_seconds = 3600 # an hour
`,
    `[profile ${name}-hub]
role_arn = arn:aws:iam::${account(2)}:role/teams/Hub
source_profile = ${name}-gate
external_id = ${name}-7f3e
`,
    behindRoles("dev", 3),
    behindRoles("test", 4),
    behindRoles("prod", 5),
    byIdentityCenter("dev", 6),
    byIdentityCenter("prod", 7),
    `[profile ${name}-billing]
region = us-east-1
`,
  ];
}
