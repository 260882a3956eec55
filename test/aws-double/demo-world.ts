import { type TrustPolicy } from "./trust-policy";
import { type World } from "./world";

/** The user of the demo world. The key and the seed are made up and open nothing anywhere. */
export const demoUser = {
  arn: "arn:aws:iam::111111111111:user/demo-user",
  accessKeyId: "AKIADEMOUSER00000000",
  secretAccessKey: "demoSecretKey000000000000000000000000000",
  mfaSerial: "arn:aws:iam::111111111111:mfa/demo-user",
  mfaSeed: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
} as const;

/** Trusts demo-user, with MFA. */
export const trustOfDemoUser: TrustPolicy = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: demoUser.arn },
      Action: "sts:AssumeRole",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    },
  ],
};

/** One user with an MFA device, and two roles in two more accounts: demo-user → demo-role1 (MFA) → demo-role2. */
export const demoWorld: World = {
  accounts: [
    {
      id: "111111111111",
      alias: "demo-identity",
      users: [
        {
          name: "demo-user",
          accessKeys: [{ accessKeyId: demoUser.accessKeyId, secretAccessKey: demoUser.secretAccessKey }],
          mfaDevices: [{ serialNumber: demoUser.mfaSerial, seed: demoUser.mfaSeed }],
        },
      ],
    },
    {
      id: "222222222222",
      alias: "demo-staging",
      roles: [
        {
          name: "demo-role1",
          trustPolicy: trustOfDemoUser,
        },
      ],
    },
    {
      id: "333333333333",
      alias: "demo-production",
      roles: [
        {
          name: "demo-role2",
          trustPolicy: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { AWS: "arn:aws:iam::222222222222:role/demo-role1" },
                Action: "sts:AssumeRole",
              },
            ],
          },
        },
      ],
    },
  ],
};
