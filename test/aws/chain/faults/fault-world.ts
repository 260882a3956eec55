import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { changeRole } from "../../../aws-double/change-role";
import { demoUser, demoWorld, trustOfDemoUser } from "../../../aws-double/demo-world";
import { type Account, type Role, type World } from "../../../aws-double/world";

/** A user without a device, whose role is assumed with the key alone. */
export const PLAIN_KEY = {
  accessKeyId: "AKIAPLAINUSER0000000",
  secretAccessKey: "plainSecretKey00000000000000000000000000",
};

const PLAIN_USER = "arn:aws:iam::111111111111:user/plain-user";

const MORE_ACCOUNTS: readonly Account[] = [
  {
    id: "444444444444",
    roles: [
      {
        name: "long",
        maxSessionDuration: 14_400,
        trustPolicy: trustOfDemoUser,
      },
      {
        name: "plain",
        trustPolicy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: PLAIN_USER }, Action: "sts:AssumeRole" }],
        },
      },
    ],
  },
];

/** The demo world, with a role of four hours and a user without a device. */
export const FAULT_WORLD: World = {
  accounts: [
    ...demoWorld.accounts.map((account) =>
      account.id === "111111111111"
        ? { ...account, users: [...(account.users ?? []), { name: "plain-user", accessKeys: [PLAIN_KEY] }] }
        : account,
    ),
    ...MORE_ACCOUNTS,
  ],
};

/** The config that reaches every role of the world. */
export const FAULT_CONFIG = `[profile demo-user]
region = ap-northeast-1
mfa_serial = ${demoUser.mfaSerial}

[profile plain-user]
region = ap-northeast-1

[profile demo-role1]
region = ap-northeast-1
source_profile = demo-user
role_arn = arn:aws:iam::222222222222:role/demo-role1

[profile demo-role2]
region = ap-northeast-1
source_profile = demo-role1
role_arn = arn:aws:iam::333333333333:role/demo-role2

[profile long]
region = ap-northeast-1
source_profile = demo-user
duration_seconds = 14400
role_arn = arn:aws:iam::444444444444:role/long

[profile plain]
region = ap-northeast-1
source_profile = plain-user
role_arn = arn:aws:iam::444444444444:role/plain
`;

/** The world with a condition more on who may assume a role. */
export function withCondition(name: string, condition: NonNullable<Condition>): World {
  return changeRole(FAULT_WORLD, name, (role) => {
    const { Version, Statement } = role.trustPolicy;
    const statements = Statement.map((statement) => ({
      ...statement,
      Condition: { ...statement.Condition, ...condition },
    }));
    return { ...role, trustPolicy: { Version, Statement: statements } };
  });
}

type Condition = Role["trustPolicy"]["Statement"][number]["Condition"];

/** The world without any access key. */
export function withoutKeys(): World {
  const accounts = FAULT_WORLD.accounts.map((account) => {
    const users = (account.users ?? []).map((user) => ({ ...user, accessKeys: [] }));
    return { ...account, users };
  });
  return { accounts };
}

/** A stand-in with this world. */
export function startFaultWorld(): Promise<AwsDouble> {
  return startAwsDouble({ world: FAULT_WORLD });
}
