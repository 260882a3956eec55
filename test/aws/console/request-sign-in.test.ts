import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Secret } from "../../../src/aws/secret";
import { type Connection } from "../../../src/launcher/create-connection";
import { type AwsDouble, startAwsDouble } from "../../aws-double/aws-double";
import { demoUser, demoWorld, trustOfDemoUser } from "../../aws-double/demo-world";
import { type User, type World } from "../../aws-double/world";
import { articleConfig } from "../article-config";
import { straightConnection } from "../../straight-connection";
import { chainOnDouble } from "../chain-on-double";
import { problemOf } from "../problem-of";

const HOUR = 3_600_000;
const ROOT_KEY = { accessKeyId: "AKIAROOTKEY000000000", secretAccessKey: "rootSecretKey000000000000000000000000000" };

/** The demo world with further settings of its user and a role that needs no code. */
function worldWith(user: Partial<User> = {}): World {
  const trustPolicy = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: demoUser.arn }, Action: "sts:AssumeRole" }],
  } as const;
  const [identity, ...others] = demoWorld.accounts;
  if (!identity) throw new Error("The demo world has no account");
  const users = (identity.users ?? []).map((one) => ({ ...one, ...user }));
  return {
    accounts: [
      { ...identity, users, rootKeys: [ROOT_KEY] },
      ...others,
      {
        id: "444444444444",
        roles: [
          { name: "direct", trustPolicy },
          { name: "with-code", trustPolicy: trustOfDemoUser },
        ],
      },
    ],
  };
}

const DIRECT = `[profile direct]
role_arn = arn:aws:iam::444444444444:role/direct
source_profile = plain-user
[profile plain-user]
credential_process = aws-vault export demo-key
[profile demo-key]
[profile with-code]
role_arn = arn:aws:iam::444444444444:role/with-code
source_profile = demo-user
[profile demo-user]
mfa_serial = ${demoUser.mfaSerial}
`;

let double: AwsDouble;

beforeEach(async () => {
  double = await startAwsDouble({ world: worldWith() });
});
afterEach(() => double.close());

async function chainWith(config: string, connection?: Connection) {
  const chain = chainOnDouble({ double, config, ...(connection && { connection }) });
  const { accessKeyId, secretAccessKey } = demoUser;
  await chain.keyStore.write("demo-key", { accessKeyId, secretAccessKey: new Secret(secretAccessKey) });
  return chain;
}

function hoursUntil(expires: string | undefined): number {
  return Math.round((Date.parse(expires ?? "") - double.clock.now().getTime()) / (HOUR / 10)) / 10;
}

describe("the length of a console", () => {
  it.each([
    ["one role behind a long-term key", "direct", "longest", 12],
    ["one role behind a long-term key, as long as the credentials", "direct", "as-credentials", 1],
    ["one role behind an MFA session", "with-code", "longest", 1],
    ["one role with the code in its own call", "with-code", "twelve-hours", 12],
    ["a user", "demo-user", "longest", 12],
  ] as const)("is what AWS allows: %s", async (_, profile, length, hours) => {
    const chain = await chainWith(DIRECT);
    const { expires } = await chain.open(profile, { length });
    expect(hoursUntil(expires)).toBe(hours);
  });

  it("of twelve hours takes a code although the user has a session, and none within the role's own hour", async () => {
    const chain = await chainWith(DIRECT);
    await chain.open("with-code");
    expect(await chain.actionsOf(() => chain.open("with-code", { length: "twelve-hours" }))).toEqual([
      "AssumeRole",
      "getSigninToken",
    ]);
    expect(chain.prompts).toHaveLength(2);
    expect(await chain.actionsOf(() => chain.open("with-code", { length: "twelve-hours" }))).toEqual([
      "getSigninToken",
    ]);
    expect(chain.prompts).toHaveLength(2);
  });

  it("of twelve hours is refused for a chain before anything is asked", async () => {
    const chain = await chainWith(articleConfig);
    const opening = chain.signInUrl("demo-role2", { length: "twelve-hours" });
    expect((await problemOf(opening)).problem).toEqual({ kind: "no-long-console", profile: "demo-role2" });
    expect([double.calls, chain.prompts]).toEqual([[], []]);
  });

  it("is told where sign-in refused the hours that were asked for", async () => {
    const straight = straightConnection();
    // What AWS allows may change: here it allows no twelve hours.
    const handle: Connection["handle"] = (request, options) =>
      straight.handle(
        Object.assign(request, {
          body: String(request.body).replace("SessionDuration=43200", "SessionDuration=43201"),
        }),
        options,
      );
    const chain = await chainWith(DIRECT, { ...straight, handle });
    const { notes, sessionDuration } = await chain.signInUrl("direct");
    expect([notes, sessionDuration]).toEqual([[{ kind: "console-shortened" }], undefined]);
  });
});

describe("an IAM user's own console", () => {
  it("is that of a federated user of the same name and permissions, without a code", async () => {
    const chain = await chainWith(articleConfig);
    const calls = await chain.actionsOf(async () =>
      expect(await chain.open("demo-user")).toMatchObject({
        account: "111111111111",
        user: "demo-user",
        permissions: "all that the user has",
      }),
    );
    expect(calls).toEqual(["GetCallerIdentity", "GetFederationToken", "getSigninToken"]);
    expect(chain.prompts).toEqual([]);
  });

  it("is told with whose it is, also when it is opened again from what is stored", async () => {
    const chain = await chainWith(articleConfig);
    const principal = "arn:aws:sts::111111111111:federated-user/demo-user";
    expect(await chain.signInUrl("demo-user")).toMatchObject({ principal });
    const calls = await chain.actionsOf(async () =>
      expect(await chain.signInUrl("demo-user")).toMatchObject({ principal }),
    );
    expect(calls).toEqual(["getSigninToken"]);
  });

  it("asks for no SessionDuration, which AWS refuses for federated users", async () => {
    const chain = await chainWith(articleConfig);
    await chain.open("demo-user");
    expect(double.calls.find(({ action }) => action === "getSigninToken")?.parameters).not.toHaveProperty(
      "SessionDuration",
    );
  });

  it("sends neither long-term key nor the session of GetSessionToken to sign-in", async () => {
    const chain = await chainWith(articleConfig);
    const session = await chain.resolve("demo-user");
    await chain.open("demo-user");
    const exchanges = double.calls.filter(({ action }) => action === "getSigninToken");
    expect(exchanges.map(({ callerArn, status }) => [callerArn, status])).toEqual([[undefined, 200]]);
    expect(JSON.stringify(double.calls)).not.toContain(session.secretAccessKey.reveal());
  });

  it("of an account's root user lasts an hour", async () => {
    const chain = await chainWith("[profile root]\n");
    const { accessKeyId, secretAccessKey } = ROOT_KEY;
    await chain.keyStore.write("root", { accessKeyId, secretAccessKey: new Secret(secretAccessKey) });
    const { account, user, expires } = await chain.open("root");
    expect([account, user, hoursUntil(expires)]).toEqual(["111111111111", "root", 1]);
  });

  it("is denied to a user who may do nothing without MFA: told why, with the roles behind it", async () => {
    double.world = worldWith({ deniesWithoutMfa: true });
    const chain = await chainWith(articleConfig);
    const opening = chain.open("demo-user");
    expect((await problemOf(opening)).problem).toEqual({
      kind: "federation-denied",
      profile: "demo-user",
      source: "demo-user",
      isExplicit: true,
      roleProfiles: ["demo-role1", "demo-role2"],
    });
    await expect(opening).rejects.toThrow(
      'AWS gives the user of "demo-user" no console: a policy denies GetFederationToken, the call behind it. That call takes no code, so policies that want MFA deny it. Open a role behind it: demo-role1, demo-role2.',
    );
    expect(await chain.open("demo-role1")).toMatchObject({ account: "222222222222", role: "demo-role1" });
  });

  it("is made anew where sign-in refuses what is stored", async () => {
    const chain = await chainWith(articleConfig);
    await chain.open("demo-user");
    double.endSessions();
    const calls = await chain.actionsOf(() => chain.open("demo-user"));
    expect(calls).toEqual(["getSigninToken", "GetCallerIdentity", "GetFederationToken", "getSigninToken"]);
  });
});

describe("a destination", () => {
  it.each([
    [{ kind: "home" }, { region: "us-east-1", service: "console" }],
    [
      { kind: "home", region: "eu-central-1" },
      { region: "eu-central-1", service: "console" },
    ],
    [
      { kind: "url", url: "https://console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/a?tab=code" },
      { region: "eu-west-1", service: "lambda", fragment: "#/functions/a?tab=code" },
    ],
  ] as const)("is where the console opens: %j", async (destination, facts) => {
    const chain = await chainWith(DIRECT);
    expect(await chain.open("direct", { destination })).toMatchObject(facts);
  });

  it("outside the partition's console is refused before anything is asked", async () => {
    const chain = await chainWith(articleConfig);
    const destination = { kind: "url", url: "https://evil.example/" } as const;
    expect((await problemOf(chain.signInUrl("demo-role1", { destination }))).problem).toMatchObject({
      kind: "destination-refused",
      host: "evil.example",
    });
    expect([double.calls, chain.prompts]).toEqual([[], []]);
  });
});
