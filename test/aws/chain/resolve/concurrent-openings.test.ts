import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { demoUser, demoWorld } from "../../../aws-double/demo-world";
import { type World } from "../../../aws-double/world";
import { memoryLocks } from "../../../memory-locks";
import { memoryStorage } from "../../../memory-storage";
import { chainOnDouble } from "../../chain-on-double";

const ROLES = Array.from({ length: 50 }, (_, index) => `role-${index + 1}`);

/** Fifty roles in one account, which trust demo-user. */
const WORLD: World = {
  accounts: [
    ...demoWorld.accounts.slice(0, 1),
    {
      id: "555555555555",
      roles: ROLES.map((name) => ({
        name,
        trustPolicy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: demoUser.arn }, Action: "sts:AssumeRole" }],
        },
      })),
    },
  ],
};

const CONFIG = [
  `[profile demo-user]\nregion = eu-west-1\nmfa_serial = ${demoUser.mfaSerial}`,
  ...ROLES.map(
    (name) => `[profile ${name}]\nsource_profile = demo-user\nrole_arn = arn:aws:iam::555555555555:role/${name}`,
  ),
].join("\n\n");

let double: AwsDouble;

beforeEach(async () => {
  double = await startAwsDouble({ world: WORLD });
});

afterEach(() => double.close());

/** How often each call was made, roles by their names. */
function callCounts(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { action, parameters } of double.calls) {
    const call = parameters["RoleArn"] ?? action;
    counts.set(call, (counts.get(call) ?? 0) + 1);
  }
  return counts;
}

describe("200 openings of 50 roles behind one user at the same time", () => {
  it.each([
    { commands: 1, what: "in one command" },
    { commands: 4, what: "in four commands of one launcher" },
  ])("take one prompt, one GetSessionToken and one AssumeRole a role, $what", async ({ commands }) => {
    const shared = { storage: memoryStorage(), locks: memoryLocks() };
    const chains = Array.from({ length: commands }, () => chainOnDouble({ double, config: CONFIG, ...shared }));
    const openings = Array.from({ length: 200 }, (_, index) => {
      const chain = chains[index % commands];
      return chain?.resolve(ROLES[index % ROLES.length] ?? "");
    });
    await Promise.all(openings);

    expect(chains.flatMap(({ prompts }) => prompts)).toEqual([demoUser.mfaSerial]);
    expect(callCounts()).toEqual(
      new Map([["GetSessionToken", 1], ...ROLES.map((name) => [`arn:aws:iam::555555555555:role/${name}`, 1] as const)]),
    );
  });

  it("all end with a prompt that is given up, and open with one prompt the next time", async () => {
    const chain = chainOnDouble({ double, config: CONFIG });
    const { mfaPrompt } = chain;
    let prompts = 0;
    chain.mfaPrompt = {
      redeemCode: () => {
        prompts += 1;
        return Promise.reject(new OpeningCancelled());
      },
    };
    const ends = await Promise.allSettled(ROLES.map((role) => chain.resolve(role)));
    expect(ends.map((end) => (end.status === "rejected" ? end.reason : end.status))).toEqual(
      ROLES.map(() => expect.any(OpeningCancelled)),
    );
    expect({ prompts, calls: double.calls.length }).toEqual({ prompts: 1, calls: 0 });

    chain.mfaPrompt = mfaPrompt;
    await Promise.all(ROLES.map((role) => chain.resolve(role)));
    expect(chain.prompts).toHaveLength(1);
  });
});
