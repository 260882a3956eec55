import { type Role, type World } from "./world";
import { type TrustStatement } from "./trust-policy";

/** Two users of one account. Ada's device is not Bob's. */
export const ada = {
  arn: "arn:aws:iam::111111111111:user/ada",
  accessKeyId: "AKIASPECADA000000000",
  secretAccessKey: "specificationSecretOfAda0000000000000000",
  mfaSerial: "arn:aws:iam::111111111111:mfa/ada",
} as const;

export const bob = {
  arn: "arn:aws:iam::111111111111:user/bob",
  accessKeyId: "AKIASPECBOB000000000",
  secretAccessKey: "specificationSecretOfBob0000000000000000",
  mfaSerial: "arn:aws:iam::111111111111:mfa/bob",
} as const;

/** A user of the same account whose policy denies whatever is asked without a second factor. */
export const dora = {
  arn: "arn:aws:iam::111111111111:user/dora",
  accessKeyId: "AKIASPECDORA00000000",
  secretAccessKey: "specificationSecretOfDora000000000000000",
  mfaSerial: "arn:aws:iam::111111111111:mfa/dora",
} as const;

/** The root user of the same account. */
export const rootUser = {
  arn: "arn:aws:iam::111111111111:root",
  accessKeyId: "AKIASPECROOT00000000",
  secretAccessKey: "specificationSecretOfRoot000000000000000",
} as const;

/** A user in the partition of China. */
export const chen = {
  accessKeyId: "AKIASPECCHEN00000000",
  secretAccessKey: "specificationSecretOfChen000000000000000",
} as const;

const adaSeed = "KRSXG5CTMVRXEZLUKN2XAZLSKRSXG5CT";

/** The ARN of a role of this world's account 222222222222. */
export function roleArn(name: string): string {
  return `arn:aws:iam::222222222222:role/${name}`;
}

const root = rootUser.arn;

function role(name: string, trusted: string, more: Partial<Pick<TrustStatement, "Action" | "Condition">> = {}): Role {
  const statement: TrustStatement = { Effect: "Allow", Principal: { AWS: trusted }, Action: "sts:AssumeRole", ...more };
  return { name, maxSessionDuration: 43_200, trustPolicy: { Version: "2012-10-17", Statement: [statement] } };
}

function withDeny(allowing: Role, deny: Omit<TrustStatement, "Effect" | "Action">): Role {
  const statement: TrustStatement = { Effect: "Deny", Action: "sts:*", ...deny };
  const { trustPolicy } = allowing;
  return { ...allowing, trustPolicy: { ...trustPolicy, Statement: [...trustPolicy.Statement, statement] } };
}

/** One role for every kind of trust policy. */
export const specificationWorld: World = {
  accounts: [
    {
      id: "111111111111",
      rootKeys: [{ accessKeyId: rootUser.accessKeyId, secretAccessKey: rootUser.secretAccessKey }],
      users: [
        {
          name: "ada",
          accessKeys: [{ accessKeyId: ada.accessKeyId, secretAccessKey: ada.secretAccessKey }],
          mfaDevices: [{ serialNumber: ada.mfaSerial, seed: adaSeed }],
        },
        {
          name: "bob",
          accessKeys: [{ accessKeyId: bob.accessKeyId, secretAccessKey: bob.secretAccessKey }],
          mfaDevices: [{ serialNumber: bob.mfaSerial, seed: "MJXWEJDTMVRXEZLUKN2XAZLSKRSXG5CT" }],
        },
        {
          name: "dora",
          accessKeys: [{ accessKeyId: dora.accessKeyId, secretAccessKey: dora.secretAccessKey }],
          mfaDevices: [{ serialNumber: dora.mfaSerial, seed: "MRXXEYJTMVRXEZLUKN2XAZLSKRSXG5CT" }],
          deniesWithoutMfa: true,
        },
      ],
    },
    {
      id: "222222222222",
      alias: "specification",
      roles: [
        role("open", root),
        { ...role("one-hour", root), maxSessionDuration: 3600 },
        role("account-number", "111111111111"),
        role("ada-only", ada.arn),
        role("everyone", "*"),
        role("foreign-account", "arn:aws:iam::999999999999:root"),
        role("behind-open", roleArn("open")),
        role("behind-open-as-alice", "arn:aws:sts::222222222222:assumed-role/open/alice"),
        role("behind-behind-open", roleArn("behind-open")),
        role("behind-open-with-mfa", roleArn("open"), { Condition: { Bool: { "aws:MultiFactorAuthPresent": true } } }),
        role("behind-open-no-false-mfa", roleArn("open"), {
          Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
        }),
        role("mfa", root, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
        role("mfa-if-exists", root, { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } } }),
        role("mfa-false", root, { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }),
        role("fresh-mfa", root, { Condition: { NumericLessThan: { "aws:MultiFactorAuthAge": "300" } } }),
        role("external-id", root, { Condition: { StringEquals: { "sts:ExternalId": ["Agreed:1", "Agreed:2"] } } }),
        role("tagged", root, { Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] }),
        role("blue-team", root, {
          Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
          Condition: { StringEquals: { "aws:RequestTag/Team": "blue", "sts:SourceIdentity": "ada" } },
        }),
        withDeny(role("not-ada", root), { Principal: { AWS: ada.arn } }),
        withDeny(role("deny-without-mfa", root), {
          Principal: "*",
          Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
        }),
        { ...role("with-path", root), path: "/teams/blue/" },
      ],
    },
    {
      id: "444444444444",
      partition: "aws-cn",
      users: [{ name: "chen", accessKeys: [chen] }],
      roles: [role("china", "arn:aws-cn:iam::444444444444:root")],
    },
  ],
};
