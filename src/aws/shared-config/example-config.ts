/**
 * What a new config file begins with: a user and two roles behind it, all of it comments, since a profile that leads
 * nowhere would be a row that does not open. Taking away every `#` that no blank follows makes it work.
 */
export const EXAMPLE_CONFIG = `# Your AWS config. Everything in it is a comment still, so it has no profile yet.
#
# Take away the # in front of the lines you need, and write your own names, accounts and regions. Then save, and choose
# Reload in AWS Role Chains.

# You: the IAM user whose key and MFA device open everything else. Its key does not belong here: run Add Access Key.
#[profile demo-user]
#region = ap-northeast-1
#mfa_serial = arn:aws:iam::111111111111:mfa/demo-user

# If you come from aws-vault: this stands for the key and the device of demo-user as well, and other tools can run it.
#[profile demo-default]
#credential_process = aws-vault exec demo-user --json --prompt=terminal

# A role that the user may assume. With the lines above, source_profile may be demo-default too.
#[profile demo-role1]
#region = ap-northeast-1
#source_profile = demo-user
#role_arn = arn:aws:iam::222222222222:role/demo-role1

# A role that the role before it may assume. So it goes on, as far as you need.
#[profile demo-role2]
#region = ap-northeast-1
#source_profile = demo-role1
#role_arn = arn:aws:iam::333333333333:role/demo-role2
`;
