import { parseRoleArn } from "../../../../src/aws/chain/plan/role-arn";
import { settingOf } from "../../../../src/aws/shared-config/shared-config";
import { demoUser } from "../../../aws-double/demo-world";
import { type TrustPolicy } from "../../../aws-double/trust-policy";
import { type Account, type World } from "../../../aws-double/world";
import { configOf } from "../../config-of";

const USERS_ACCOUNT = "111111111111";

const TRUST: TrustPolicy = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "sts:AssumeRole" }],
};

/**
 * A world that fits a config: each key in it belongs to a user named after its profile, every `mfa_serial` is a device of
 * each of them, and there is every role, which trusts anybody and lasts an hour at most.
 *
 * Key ids and serials are taken as they are, shorter than AWS's own: the stand-in only compares them.
 */
export function worldOfConfig(text: string): World {
  const profiles = [...configOf(text).profiles.values()];
  const valuesOf = (key: string): Set<string> =>
    new Set(profiles.flatMap((profile) => settingOf(profile, key)?.value ?? []));

  const mfaDevices = Array.from(valuesOf("mfa_serial"), (serialNumber) => ({ serialNumber, seed: demoUser.mfaSeed }));
  const users = profiles.flatMap((profile) => {
    const accessKeyId = settingOf(profile, "aws_access_key_id")?.value;
    const secret = profile.secrets.get("aws_secret_access_key")?.secret;
    if (accessKeyId === undefined || !secret) return [];
    return [{ name: profile.name, accessKeys: [{ accessKeyId, secretAccessKey: secret.reveal() }], mfaDevices }];
  });
  const arns = Array.from(valuesOf("role_arn"), (arn) => {
    const role = parseRoleArn(arn);
    if (!role) throw new Error(`The config names no role: ${arn}`);
    return role;
  });
  const accountIds = new Set(arns.map(({ accountId }) => accountId));
  const accounts = Array.from(accountIds, (id): Account => {
    const ofAccount = arns.filter(({ accountId }) => accountId === id);
    return { id, roles: ofAccount.map(({ roleName }) => ({ name: roleName, trustPolicy: TRUST })) };
  });
  return { accounts: [{ id: USERS_ACCOUNT, users }, ...accounts] };
}
