import { type Role, type World } from "../aws-double/world";

/** The user that chains start from. The key is made up and opens nothing anywhere. */
export const hopUser = {
  arn: "arn:aws:iam::111111111111:user/demo-user",
  accessKeyId: "AKIADEMOUSER00000000",
  secretAccessKey: "demoSecretKey000000000000000000000000000",
} as const;

/** A user of the same account, whom no role trusts. */
export const stranger = {
  accessKeyId: "AKIASTRANGER00000000",
  secretAccessKey: "strangerSecretKey00000000000000000000000",
} as const;

export const HOP_1 = "arn:aws:iam::222222222222:role/hop1";
export const HOP_2 = "arn:aws:iam::333333333333:role/hop2";
export const HOP_3 = "arn:aws:iam::444444444444:role/hop3";
/** Trusts hop3 alone, so that whoever gets it was hop3. */
export const WITNESS = "arn:aws:iam::555555555555:role/witness";
/** Trusts the whole account of the user. */
export const GUEST = "arn:aws:iam::555555555555:role/guest";

/** A role for each account, of which every one trusts nobody but the one before it: demo-user → hop1 → hop2 → hop3. */
export const hopWorld: World = {
  accounts: [
    {
      id: "111111111111",
      users: [
        { name: "demo-user", accessKeys: [hopUser] },
        { name: "stranger", accessKeys: [stranger] },
      ],
    },
    { id: "222222222222", roles: [roleTrusting("hop1", hopUser.arn)] },
    { id: "333333333333", roles: [roleTrusting("hop2", HOP_1)] },
    { id: "444444444444", roles: [roleTrusting("hop3", HOP_2)] },
    {
      id: "555555555555",
      roles: [roleTrusting("witness", HOP_3), roleTrusting("guest", "arn:aws:iam::111111111111:root")],
    },
  ],
};

function roleTrusting(name: string, principal: string): Role {
  return {
    name,
    trustPolicy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "sts:AssumeRole" }],
    },
  };
}
