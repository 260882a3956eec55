import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { type Credentials } from "../../../src/aws/credentials";
import { Secret } from "../../../src/aws/secret";
import { type Connection } from "../../../src/aws/network/connection";
import { type AwsDouble, startAwsDouble } from "../../aws-double/aws-double";
import { demoUser, demoWorld, trustOfDemoUser } from "../../aws-double/demo-world";
import { visitConsole } from "../../aws-double/visit-console";
import { type User, type World } from "../../aws-double/world";
import { articleConfig } from "../article-config";
import { straightConnection } from "../../straight-connection";
import { chainOnDouble } from "../chain-on-double";
import { problemOf } from "../problem-of";

const HOUR = 3_600_000;
const MINUTE = 60_000;
const OTHER_KEY = { accessKeyId: "AKIAOTHERUSER0000000", secretAccessKey: "otherSecretKey00000000000000000000000000" };
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

/** The same world, whose roles may last two hours. */
function longerRoles({ accounts }: World): World {
  return {
    accounts: accounts.map((account) => ({
      ...account,
      roles: (account.roles ?? []).map((role) => ({ ...role, maxSessionDuration: 7200 })),
    })),
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

  it("is made anew each time and kept nowhere, so that it lasts its twelve hours", async () => {
    const chain = await chainWith(articleConfig);
    await chain.open("demo-user");
    double.clock.advance(11 * HOUR);
    const calls = await chain.actionsOf(async () =>
      expect(hoursUntil((await chain.open("demo-user")).expires)).toBe(12),
    );
    expect(calls).toEqual(["GetCallerIdentity", "GetFederationToken", "getSigninToken"]);
    expect((await chain.sessions.readAll()).size).toBe(0);
  });

  it("is told with whose it is", async () => {
    const chain = await chainWith(articleConfig);
    const principal = "arn:aws:sts::111111111111:federated-user/demo-user";
    expect(await chain.signInUrl("demo-user")).toMatchObject({ principal });
  });

  it("is another's as soon as a command prints another's key", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "role-chains-key-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = path.join(folder, "key");
    const print = ({ accessKeyId, secretAccessKey }: typeof demoUser | typeof OTHER_KEY) =>
      writeFile(file, JSON.stringify({ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey }));
    double.world = {
      accounts: [...worldWith().accounts, { id: "777777777777", users: [{ name: "other", accessKeys: [OTHER_KEY] }] }],
    };
    const chain = await chainWith(`[profile command]\ncredential_process = cat ${file}\n`);
    await print(demoUser);
    expect(await chain.open("command")).toMatchObject({ account: "111111111111", user: "demo-user" });
    await print(OTHER_KEY);
    expect(await chain.open("command")).toMatchObject({ account: "777777777777", user: "other" });
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
    const { url } = await chain.signInUrl("demo-user");
    const sent = double.calls.filter(({ action }) => action === "getSigninToken").map(({ accessKeyId }) => accessKeyId);
    expect(sent).toEqual([expect.stringMatching(/^ASIA/)]);
    expect(sent).not.toContain(session.accessKeyId);
    expect(url.reveal()).not.toContain(demoUser.accessKeyId);
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
      'A policy denies the user of "demo-user" a console, as those do that want MFA: GetFederationToken, the call behind it, takes no code. Open a role behind it: demo-role1, demo-role2.',
    );
    expect(await chain.open("demo-role1")).toMatchObject({ account: "222222222222", role: "demo-role1" });
  });
});

describe("a role's console", () => {
  const minutesLeft = (expires: string | undefined) => Math.round(hoursUntil(expires) * 60);

  it("is opened with what is stored while half its time is left, and with a new session after that", async () => {
    const chain = await chainWith(articleConfig);
    await chain.open("demo-role2");
    double.clock.advance(29 * MINUTE);
    expect(await chain.actionsOf(() => chain.open("demo-role2"))).toEqual(["getSigninToken"]);
    double.clock.advance(2 * MINUTE);
    const calls = await chain.actionsOf(async () =>
      expect(minutesLeft((await chain.open("demo-role2")).expires)).toBe(60),
    );
    expect(calls).toEqual(["AssumeRole", "getSigninToken"]);
  });

  it("is opened with what is left where a new session would take a code", async () => {
    const config = DIRECT.replace("source_profile = demo-user", "source_profile = demo-user\nduration_seconds = 3601");
    double.world = longerRoles(double.world);
    const chain = await chainWith(config);
    await chain.open("with-code", { length: "as-credentials" });
    double.clock.advance(40 * MINUTE);
    const calls = await chain.actionsOf(() => chain.open("with-code", { length: "as-credentials" }));
    expect([calls, chain.prompts.length]).toEqual([["getSigninToken"], 1]);
  });

  it("is opened with what is left where STS does not answer", async () => {
    const chain = await chainWith(articleConfig);
    await chain.open("demo-role2");
    double.clock.advance(40 * MINUTE);
    double.failNext({ service: "sts", as: "500", times: 99 });
    expect(minutesLeft((await chain.open("demo-role2")).expires)).toBe(18);
  });

  it("behind a session that asks for a duration is opened without, with a note", async () => {
    const chain = await chainWith(`${articleConfig}duration_seconds = 1800\n`);
    const { notes } = await chain.signInUrl("demo-role2");
    expect(notes).toEqual([
      { kind: "duration-left-out", roleProfile: "demo-role2", askedSeconds: 1800, file: "~/.aws/config", line: 22 },
    ]);
    const asked = double.calls.filter(({ action }) => action === "AssumeRole").map(({ parameters }) => parameters);
    expect(asked.map(({ DurationSeconds }) => DurationSeconds)).toEqual([undefined, "1800", undefined]);
  });

  it("behind a session that asks for a duration is opened with it where AWS takes it", async () => {
    await double.close();
    double = await startAwsDouble({ world: worldWith(), refuseChainedDuration: false });
    const chain = await chainWith(`${articleConfig}duration_seconds = 1800\n`);
    expect((await chain.signInUrl("demo-role2")).notes).toEqual([]);
    expect(minutesLeft((await chain.open("demo-role2")).expires)).toBe(30);
  });
});

describe("a session that a file gives", () => {
  const inFile = ({ accessKeyId, secretAccessKey, sessionToken }: Credentials) =>
    `[profile pasted]
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey.reveal()}
aws_session_token = ${sessionToken.reveal()}
`;

  it("opens the console of its role, and is told with whose it is", async () => {
    const session = await (await chainWith(articleConfig)).resolve("demo-role1");
    const chain = await chainWith(inFile(session));
    const { principal, url } = await chain.signInUrl("pasted");
    expect(principal).toMatch(/^arn:aws:sts::222222222222:assumed-role\/demo-role1\//);
    expect(await visitConsole(url.reveal())).toMatchObject({ account: "222222222222", role: "demo-role1" });
  });

  it("is not sent to sign-in where it is a user's", async () => {
    const session = await (await chainWith(articleConfig)).resolve("demo-user");
    const chain = await chainWith(inFile(session));
    const opening = chain.signInUrl("pasted");
    expect((await problemOf(opening)).problem).toEqual({ kind: "session-of-user", profile: "pasted" });
    expect(double.calls.map(({ action }) => action)).toEqual(["GetSessionToken", "GetCallerIdentity"]);
  });

  it("that is over is refused by sign-in, in a sentence", async () => {
    const session = await (await chainWith(articleConfig)).resolve("demo-role1");
    const chain = await chainWith(inFile(session));
    double.endSessions();
    await expect(chain.signInUrl("pasted")).rejects.toThrow(
      'AWS refused the session of "pasted" at sign-in: it is over, or of another partition. Renew it where it comes from, then open again.',
    );
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
