/** What a company's config has below the article's: more roles behind demo-user, and a portal's. */
export const COMPANY = `
[profile sandbox]
region = eu-west-1
source_profile = demo-user
role_arn = arn:aws:iam::444444444444:role/developer

[profile staging]
region = eu-west-1
source_profile = demo-role1
role_arn = arn:aws:iam::555555555555:role/developer

[profile production]
region = eu-west-1
source_profile = staging
role_arn = arn:aws:iam::666666666666:role/operator

[profile production-audit]
region = eu-west-1
source_profile = staging
role_arn = arn:aws:iam::666666666666:role/auditor

[profile data-lake]
region = us-east-1
sso_session = company
sso_account_id = 777777777777
sso_role_name = Analyst

[sso-session company]
sso_start_url = https://company.awsapps.com/start
sso_region = us-east-1
`;

/** What people have in their files, and what the list says of it. */
export const PROBLEMS = `
[profile nightly-backup]
role_arn = arn:aws:iam::444444444444:role/backup
source_profile = demo-role1
duration_seconds = 43200

[profile staging admin]
role_arn = arn:aws:iam::222222222222:role/admin
source_profile = demo-default

[profile billing]
role_arn = arn:aws:iam::555555555555:role/billing
source_profile = demo-defualt

[profile audit]
role_arn = arn:aws:iam::666666666666:role/audit
source_profile = security-key

[profile security-key]
mfa_serial = arn:aws:iam::111111111111:u2f/user/demo-user/yubikey
`;
