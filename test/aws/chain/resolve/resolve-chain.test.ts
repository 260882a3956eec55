import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OpeningCancelled } from "../../../../src/aws/chain/resolve/opening-cancelled";
import { sessionKeys } from "../../../../src/aws/chain/resolve/session-key";
import { isProblem } from "../../../../src/aws/problem";
import { Secret } from "../../../../src/aws/secret";
import { type AwsDouble, startAwsDouble } from "../../../aws-double/aws-double";
import { changeRole, withoutTrust } from "../../../aws-double/change-role";
import { demoUser, demoWorld } from "../../../aws-double/demo-world";
import { wrongCode } from "../../../aws-double/wrong-code";
import { articleConfig } from "../../article-config";
import { chainOnDouble, type ChainOnDouble } from "../../chain-on-double";
import { problemOf } from "../../problem-of";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let double: AwsDouble;
let chain: ChainOnDouble;

beforeEach(async () => {
  double = await startAwsDouble();
  chain = chainOnDouble({ double, config: articleConfig });
});

afterEach(() => double.close());

describe("the article's chain", () => {
  it("takes one code and four calls when nothing is cached", async () => {
    const actions = await chain.actionsOf(() => chain.open("demo-role2"));
    expect(actions).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole", "getSigninToken"]);
    expect(chain.prompts).toEqual([demoUser.mfaSerial]);
  });

  it("ends in account C, as the role and under the session name of the config", async () => {
    expect(await chain.open("demo-role2")).toMatchObject({
      account: "333333333333",
      role: "demo-role2",
      session: "demo-role2",
      region: "ap-northeast-1",
    });
  });

  it("takes one AssumeRole and one sign-in more for demo-role2 after demo-role1", async () => {
    await chain.open("demo-role1");
    expect(await chain.actionsOf(() => chain.open("demo-role2"))).toEqual(["AssumeRole", "getSigninToken"]);
  });

  it("takes only the sign-in when everything is cached", async () => {
    await chain.open("demo-role2");
    expect(await chain.actionsOf(() => chain.open("demo-role2"))).toEqual(["getSigninToken"]);
  });

  it("announces every hop before it is made", async () => {
    await chain.resolve("demo-role2");
    expect(chain.hops.map((hop) => (hop.kind === "role" ? hop.role.roleName : hop.kind))).toEqual([
      "user-session",
      "demo-role1",
      "demo-role2",
    ]);
  });

  it("signs every hop with what the hop before it gave", async () => {
    await chain.resolve("demo-role2");
    expect(double.calls.map(({ callerArn }) => callerArn)).toEqual([
      demoUser.arn,
      demoUser.arn,
      expect.stringContaining("arn:aws:sts::222222222222:assumed-role/demo-role1/"),
    ]);
  });

  it("leads through aws-vault's command: the profile that has it gives the user's session", async () => {
    await chain.resolve("demo-default");
    expect(await chain.actionsOf(() => chain.resolve("demo-role1"))).toEqual(["AssumeRole"]);
  });
});

describe("the session cache", () => {
  it("assumes the roles again when they near their end, without a new code", async () => {
    await chain.resolve("demo-role2");
    double.clock.advance(HOUR - 4 * MINUTE);
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual(["AssumeRole", "AssumeRole"]);
  });

  it("asks for a code again when the user's session nears its end", async () => {
    await chain.resolve("demo-role2");
    double.clock.advance(12 * HOUR - 4 * MINUTE);
    await chain.resolve("demo-role2");
    expect(chain.prompts).toHaveLength(2);
  });

  it("never serves the old role after an edit of the config", async () => {
    await chain.resolve("demo-role2");
    const edited = chainOnDouble({ double, config: articleConfig.replace("role/demo-role2", "role/demo-role3") });
    const before = sessionKeys(chain.plan("demo-role2"));
    const after = sessionKeys(edited.plan("demo-role2"));
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toBe(before[2]);
  });

  it.each([
    { isFresh: false, actions: [] },
    { isFresh: true, actions: ["GetSessionToken", "AssumeRole", "AssumeRole"] },
  ])("makes $actions.length sessions anew when fresh ones are wanted: $isFresh", async ({ isFresh, actions }) => {
    await chain.resolve("demo-role2");
    expect(await chain.actionsOf(() => chain.resolve("demo-role2", { isFresh }))).toEqual(actions);
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual([]);
  });

  it("keeps the hops that were made when a later one fails", async () => {
    double.world = withoutTrust(demoWorld, "demo-role2");
    await problemOf(chain.resolve("demo-role2"));
    double.world = demoWorld;
    expect(await chain.actionsOf(() => chain.resolve("demo-role2"))).toEqual(["AssumeRole"]);
  });
});

describe("sources and durations", () => {
  const keyLines = `aws_access_key_id = ${demoUser.accessKeyId}\naws_secret_access_key = ${demoUser.secretAccessKey}`;

  it.each([
    { place: "the credentials file", config: articleConfig, credentials: `[demo-user]\n${keyLines}` },
    {
      place: "the config file",
      config: articleConfig.replace("[profile demo-user]", `[profile demo-user]\n${keyLines}`),
      credentials: undefined,
    },
  ])("takes the user's key from $place", async ({ config, credentials }) => {
    const files = chainOnDouble({ double, config, ...(credentials && { credentials }) });
    await files.keyStore.remove("demo-user");
    expect(await files.open("demo-role2")).toMatchObject({ account: "333333333333" });
  });

  it("puts the code into AssumeRole where a single role asks for more than an hour", async () => {
    double.world = changeRole(demoWorld, "demo-role1", (role) => ({ ...role, maxSessionDuration: 4 * 3600 }));
    const long = chainOnDouble({
      double,
      config: articleConfig.replace("role/demo-role1", "role/demo-role1\nduration_seconds = 14400"),
    });
    expect(await long.actionsOf(() => long.resolve("demo-role1"))).toEqual(["AssumeRole"]);
    expect(double.calls.at(-1)).toMatchObject({ hasTokenCode: true, parameters: { DurationSeconds: "14400" } });
    expect(await long.actionsOf(() => long.resolve("demo-role2"))).toEqual([
      "GetSessionToken",
      "AssumeRole",
      "AssumeRole",
    ]);
  });

  it.each([
    { asked: "duration_seconds = 900", sent: "900" },
    { asked: "duration_seconds = 43200", sent: undefined },
    { asked: "", sent: undefined },
  ])("asks STS for $sent seconds of a chained role with '$asked'", async ({ asked, sent }) => {
    const short = chainOnDouble({
      double,
      config: articleConfig.replace("role/demo-role2", `role/demo-role2\n${asked}`),
    });
    await short.resolve("demo-role2");
    expect(double.calls.at(-1)?.parameters["DurationSeconds"]).toBe(sent);
  });

  it("uses a session that stands in the credentials file as it is", async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await chain.resolve("demo-role1");
    const files = chainOnDouble({
      double,
      config: articleConfig,
      credentials: `[demo-role1]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey.reveal()}\naws_session_token = ${sessionToken.reveal()}`,
    });
    expect(await files.actionsOf(() => files.open("demo-role2"))).toEqual(["AssumeRole", "getSigninToken"]);
    expect(files.prompts).toEqual([]);
  });

  it("leads to the line of a temporary key that has expired", async () => {
    const { accessKeyId, secretAccessKey, sessionToken } = await chain.resolve("demo-role1");
    const files = chainOnDouble({
      double,
      config: articleConfig,
      credentials: `[demo-role1]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey.reveal()}\naws_session_token = ${sessionToken.reveal()}`,
    });
    double.clock.advance(HOUR + MINUTE);
    expect((await problemOf(files.resolve("demo-role2"))).message).toBe(
      'The temporary key of "demo-role1" (~/.aws/credentials, line 2), which "demo-role2" starts from, has expired. Replace it, or remove it to use the profile\'s own way.',
    );
  });

  it("sends the external id of the profile", async () => {
    const wanted = chainOnDouble({
      double,
      config: articleConfig.replace("role/demo-role1", "role/demo-role1\nexternal_id = partner-7"),
    });
    await wanted.resolve("demo-role1");
    expect(double.calls.at(-1)).toMatchObject({ parameters: { ExternalId: "partner-7" } });
  });
});

describe("faults", () => {
  it("asks for no code and makes no call when the user has no key", async () => {
    await chain.keyStore.remove("demo-user");
    const problem = await problemOf(chain.resolve("demo-role2"));
    expect(problem.message).toBe(
      'No access key is stored for "demo-user", which "demo-role2" starts from. Store it with Add Access Key.',
    );
    expect({ prompts: chain.prompts, calls: double.calls }).toEqual({ prompts: [], calls: [] });
  });

  it.each([
    { what: "a wrong code", code: () => wrongCode(double, demoUser.mfaSerial) },
    { what: "a code that was used before", code: usedCode },
  ])("lets the prompt try again after $what", async ({ code }) => {
    const refused: string[] = [];
    const first = await code();
    chain.mfaPrompt = {
      redeemCode: async ({ device }, redeem) => {
        try {
          return await redeem(first);
        } catch (error) {
          if (!isProblem(error, "code-refused")) throw error;
          refused.push(error.message);
          return redeem(double.mfaCode(device.serial));
        }
      },
    };
    await chain.resolve("demo-role2");
    expect(refused).toEqual([
      `AWS refused the code of ${demoUser.mfaSerial} for "demo-role2". It was mistyped or used before: enter it again, or wait for the next.`,
    ]);
  });

  it("leaves nothing behind when the user cancels", async () => {
    chain.mfaPrompt = { redeemCode: () => Promise.reject(new OpeningCancelled()) };
    await expect(chain.resolve("demo-role2")).rejects.toBeInstanceOf(OpeningCancelled);
    expect({ sessions: await chain.sessions.readAll(), calls: double.calls }).toEqual({
      sessions: new Map(),
      calls: [],
    });
  });

  it.each([
    { role: "demo-role1", hop: "Hop 1 of 2", account: "222222222222", profile: "demo-role1" },
    { role: "demo-role2", hop: "Hop 2 of 2", account: "333333333333", profile: "demo-role2" },
  ])("names the hop when $role refuses", async ({ role, hop, account, profile }) => {
    double.world = withoutTrust(demoWorld, role);
    const { message } = await problemOf(chain.resolve("demo-role2"));
    expect(message).toContain(`${hop} (arn:aws:iam::${account}:role/${role}) of "demo-role2" was refused`);
    expect(message).toMatch(new RegExp(`role_arn of "${profile}" \\(~/.aws/config, line \\d+\\).*${account}\\.$`));
  });

  it("says that AWS cannot be reached, at which hop, and why", async () => {
    await chain.resolve("demo-role1");
    double.failNext({ service: "sts", times: 3, as: "reset" });
    expect((await problemOf(chain.resolve("demo-role2"))).message).toBe(
      `STS at ${double.url} dropped the connection (ECONNRESET), so hop 2 of 2 (arn:aws:iam::333333333333:role/demo-role2) of "demo-role2" was not made. Try again; if it stays, check VPN and proxy.`,
    );
  });

  it("repeats a call that was throttled or met a broken gateway", async () => {
    double.failNext({ service: "sts", action: "AssumeRole", as: "throttle" });
    double.failNext({ service: "sts", action: "AssumeRole", as: "html-503" });
    expect(await chain.open("demo-role2")).toMatchObject({ account: "333333333333" });
  });

  it("never sends a code twice, not even when the answer was lost", async () => {
    double.failNext({ service: "sts", action: "GetSessionToken", as: "lost-reply" });
    expect((await problemOf(chain.resolve("demo-role2"))).problem.kind).toBe("sts-unreachable");
    expect(double.calls).toHaveLength(1);
  });

  it("names the user whose key AWS does not take", async () => {
    const unknown = { accessKeyId: "AKIAUNKNOWN000000000", secretAccessKey: new Secret("unknown") };
    await chain.keyStore.write("demo-user", unknown);
    expect((await problemOf(chain.resolve("demo-role2"))).message).toBe(
      'AWS does not accept the access key of "demo-user", which "demo-role2" starts from. Store the current one with Add Access Key.',
    );
  });

  it("names the profile that declares a device which is not the user's", async () => {
    const other = chainOnDouble({ double, config: articleConfig.replace("mfa/demo-user", "mfa/somebody-else") });
    other.mfaPrompt = { redeemCode: (_, redeem) => redeem("123456") };
    expect((await problemOf(other.resolve("demo-role2"))).problem).toMatchObject({
      kind: expect.stringMatching(/^(device|code)-refused$/),
      serial: "arn:aws:iam::111111111111:mfa/somebody-else",
    });
  });
});

async function usedCode(): Promise<string> {
  const code = double.mfaCode(demoUser.mfaSerial);
  const first = chainOnDouble({ double, config: articleConfig });
  first.mfaPrompt = { redeemCode: (_, redeem) => redeem(code) };
  await first.resolve("demo-user");
  return code;
}
