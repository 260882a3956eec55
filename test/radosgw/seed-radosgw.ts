import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type AccessKey, type World } from "../aws-double/world";
import { type Radosgw } from "./radosgw";

/** Needed besides the gateway's own programs: signs the IAM call that `radosgw-admin` has no command for. */
export const SEED_TOOLS = ["curl"];

/** Gives the users of its account their policies. */
const administrator = {
  name: "administrator",
  accessKeyId: (tenant: string): string => `AKIAADMIN${tenant}`,
  secretAccessKey: "administratorSecretKey000000000000000000",
};

const mayGetSessionToken = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:GetSessionToken", Resource: "*" }],
};

/**
 * Makes the users and roles of a world in an empty gateway. A tenant whose name is an account's number stands for the
 * account: the gateway writes it into ARNs, which then look like AWS's.
 *
 * Users may call GetSessionToken, for which the gateway, other than AWS, wants a policy. MFA devices and longest durations
 * are left out.
 */
export async function seedRadosgw(gateway: Radosgw, { accounts }: World): Promise<void> {
  for (const { id: tenant, users = [], roles = [] } of accounts) {
    if (users.length > 0) await createAdministrator(gateway, tenant);
    for (const { name, accessKeys } of users) {
      for (const key of accessKeys) await createUser(gateway, tenant, { name, ...key });
      await letGetSessionToken(gateway, tenant, name);
    }
    for (const { name, path = "/", trustPolicy } of roles) {
      const role = ["--role-name", name, "--path", path, "--assume-role-policy-doc", JSON.stringify(trustPolicy)];
      await gateway.admin("role", "create", "--tenant", tenant, ...role);
    }
  }
}

interface NewUser extends AccessKey {
  readonly name: string;
}

function createUser(gateway: Radosgw, tenant: string, user: NewUser, ...more: readonly string[]): Promise<void> {
  const { name, accessKeyId, secretAccessKey } = user;
  const key = ["--access-key", accessKeyId, "--secret-key", secretAccessKey];
  return gateway.admin("user", "create", "--tenant", tenant, "--uid", name, "--display-name", name, ...key, ...more);
}

function createAdministrator(gateway: Radosgw, tenant: string): Promise<void> {
  const user = { ...administrator, accessKeyId: administrator.accessKeyId(tenant) };
  return createUser(gateway, tenant, user, "--caps", "user-policy=*");
}

async function letGetSessionToken({ url }: Radosgw, tenant: string, user: string): Promise<void> {
  const form = new URLSearchParams({
    Action: "PutUserPolicy",
    UserName: `${tenant}$${user}`,
    PolicyName: "session",
    PolicyDocument: JSON.stringify(mayGetSessionToken),
  });
  const key = `${administrator.accessKeyId(tenant)}:${administrator.secretAccessKey}`;
  const quiet = ["--disable", "--noproxy", "*", "--silent", "--show-error", "--fail"];
  const signed = ["--aws-sigv4", "aws:amz:us-east-1:iam", "--user", key];
  await promisify(execFile)("curl", [...quiet, ...signed, "--data", form.toString(), url]);
}
