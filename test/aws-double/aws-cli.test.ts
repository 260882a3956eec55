import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { missingTools } from "../required-tools";
import { asEnvironment, AwsCli, type CliRun } from "./aws-cli";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { type ConnectProxy, startConnectProxy } from "./connect-proxy";
import { ada, bob, chen, roleArn, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getSessionToken, type TemporaryCredentials } from "./sts-client";
import { type World } from "./world";

const MINUTE = 60_000;
const TIMEOUT = 60_000;

/** demo → hop1 (MFA) → hop2 → hop3, each in an account of its own. */
const seed = "ONSWG4TFOQQGCYTDMRSWMZ3IONSWG4TF";
const mfaSerial = "arn:aws:iam::111111111111:mfa/demo";
const demo = { accessKeyId: "AKIACLIDEMO000000000", secretAccessKey: "cliDemoSecret000000000000000000000000000" };

const chainWorld: World = {
  accounts: [
    {
      id: "111111111111",
      users: [{ name: "demo", accessKeys: [demo], mfaDevices: [{ serialNumber: mfaSerial, seed }] }],
    },
    hop("222222222222", "hop1", "arn:aws:iam::111111111111:user/demo", true),
    hop("333333333333", "hop2", "arn:aws:iam::222222222222:role/hop1"),
    hop("444444444444", "hop3", "arn:aws:iam::333333333333:role/hop2"),
  ],
};

function hop(id: string, name: string, trusted: string, mfa = false): World["accounts"][number] {
  const Condition = { Bool: { "aws:MultiFactorAuthPresent": mfa } };
  const statement = { Effect: "Allow", Principal: { AWS: trusted }, Action: "sts:AssumeRole" } as const;
  const Statement = [{ ...statement, ...(mfa && { Condition }) }];
  return { id, roles: [{ name, trustPolicy: { Version: "2012-10-17", Statement } }] };
}

const files = {
  credentials: `[demo]\naws_access_key_id = ${demo.accessKeyId}\naws_secret_access_key = ${demo.secretAccessKey}\n`,
  config: `
[profile hop1]
role_arn = arn:aws:iam::222222222222:role/hop1
source_profile = demo
mfa_serial = ${mfaSerial}
role_session_name = me@example.com
[profile hop2]
role_arn = arn:aws:iam::333333333333:role/hop2
source_profile = hop1
[profile hop3]
role_arn = arn:aws:iam::444444444444:role/hop3
source_profile = hop2
[profile without-mfa]
role_arn = arn:aws:iam::222222222222:role/hop1
source_profile = demo
# The name keeps the CLI from taking hop3 out of its cache, whose key does not hold the source.
[profile skips-hop2]
role_arn = arn:aws:iam::444444444444:role/hop3
source_profile = hop1
role_session_name = skipping
`,
};

const missing = missingTools("the stock AWS CLI as a client", "aws", "oathtool", "openssl", "python3");

describe.skipIf(missing.length > 0)("profiles of the stock AWS CLI, through the proxy", { timeout: TIMEOUT }, () => {
  let double: AwsDouble;
  let proxy: ConnectProxy;
  let cli: AwsCli;
  let environment: Record<string, string>;

  beforeAll(async () => {
    double = await startAwsDouble({ world: chainWorld });
    proxy = await startConnectProxy(double.url);
    cli = await AwsCli.inNewHome(files);
    environment = { HTTPS_PROXY: proxy.url, AWS_CA_BUNDLE: proxy.caFile };
  });
  afterAll(async () => {
    await cli.removeHome();
    await proxy.close();
    await double.close();
  });

  it("refuse a role that demands MFA to a profile without a device", async () => {
    const { exitCode, stderr } = await cli.run(["--profile", "without-mfa", "sts", "get-caller-identity"], environment);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain("(AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111111111111:");
  });

  it("reach the third role with one prompt, each hop signed by the one before", async () => {
    const before = double.calls.length;
    const args = ["--profile", "hop3", "sts", "get-caller-identity", "--output", "text", "--query", "Arn"];
    const { stdout } = await cli.runAnsweringMfa(seed, args, environment);
    expect(stdout).toMatch(/arn:aws:sts::444444444444:assumed-role\/hop3\/botocore-session-\d+/);
    expect(stdout.trim()).toMatch(/prompts=1 exit=0$/);
    const botocoreSession = expect.stringMatching(/:assumed-role\/hop[23]\/botocore-session-\d+$/);
    expect(double.calls.slice(before)).toMatchObject([
      { action: "AssumeRole", callerArn: "arn:aws:iam::111111111111:user/demo", hasTokenCode: true },
      { action: "AssumeRole", callerArn: "arn:aws:sts::222222222222:assumed-role/hop1/me@example.com" },
      { action: "AssumeRole", callerArn: botocoreSession, hasTokenCode: false },
      { action: "GetCallerIdentity", callerArn: botocoreSession },
    ]);
    expect(proxy.requests.slice(before).map(({ host }) => host)).toEqual(
      Array.from({ length: 4 }, () => "sts.us-east-1.amazonaws.com"),
    );
  });

  it("reach China under the host of its partition", async () => {
    const china = await startAwsDouble({ world: specificationWorld });
    const toChina = await startConnectProxy(china.url);
    const args = ["--region", "cn-north-1", "sts", "get-caller-identity"];
    const proxied = { HTTPS_PROXY: toChina.url, AWS_CA_BUNDLE: toChina.caFile };
    const { stdout } = await cli.run(args, { ...asEnvironment(chen), ...proxied });
    expect(stdout).toContain("arn:aws-cn:iam::444444444444:user/chen");
    expect(china.calls).toMatchObject([{ host: "sts.cn-north-1.amazonaws.com.cn", region: "cn-north-1" }]);
    await toChina.close();
    await china.close();
  });

  it("stop at a hop that does not trust the one before", async () => {
    const args = ["--profile", "skips-hop2", "sts", "get-caller-identity"];
    const { stdout } = await cli.runAnsweringMfa(seed, args, environment);
    expect(stdout).toContain("(AccessDenied) when calling the AssumeRole operation: User: arn:aws:sts::222222222222:");
    expect(stdout.trim()).toMatch(/exit=25[45]$/);
    expect(double.calls.at(-1)).toMatchObject({ action: "AssumeRole", errorCode: "AccessDenied" });
  });
});

describe.skipIf(missing.length > 0)("single calls of the stock AWS CLI", { timeout: TIMEOUT }, () => {
  let double: AwsDouble;
  let past: AwsDouble;
  let future: AwsDouble;
  let cli: AwsCli;
  let userSession: TemporaryCredentials;
  let roleSession: TemporaryCredentials;
  let expired: TemporaryCredentials;

  beforeAll(async () => {
    [double, past, future] = await Promise.all([
      startAwsDouble({ world: specificationWorld }),
      startAwsDouble({ world: specificationWorld }),
      startAwsDouble({ world: specificationWorld }),
    ]);
    past.clock.advance(-20 * MINUTE);
    future.clock.advance(20 * MINUTE);
    userSession = await getSessionToken(double, ada);
    roleSession = await assumeRole(double, ada, { RoleArn: roleArn("open") });
    double.clock.advance(-20 * MINUTE);
    const short = { RoleArn: roleArn("open"), DurationSeconds: 900 };
    expired = await assumeRole(double, ada, short, { systemClockOffset: -20 * MINUTE });
    double.clock.advance(20 * MINUTE);
    cli = await AwsCli.inNewHome();
  });
  afterAll(async () => {
    await cli.removeHome();
    await Promise.all([double, past, future].map((each) => each.close()));
  });

  const whoAmI = ["get-caller-identity"];
  const session = ["get-session-token"];
  const federation = ["get-federation-token", "--name", "federated"];
  const assume = (role: string, ...more: string[]) => [
    ...["assume-role", "--role-arn", roleArn(role), "--role-session-name", "cli", ...more],
  ];
  const mfa = (code: string, serial: string = ada.mfaSerial) => ["--serial-number", serial, "--token-code", code];

  const sts = (credentials: Credentials, args: readonly string[], { url } = double) =>
    cli.run(["--endpoint-url", url, "sts", ...args], asEnvironment(credentials));

  it.concurrent("understand the answers of every action", async () => {
    const [who, assumed, token, federated] = await Promise.all([
      sts(ada, whoAmI),
      sts(ada, assume("external-id", "--external-id", "Agreed:1")),
      sts(ada, [...session, ...mfa(double.mfaCode(ada.mfaSerial))]),
      sts(ada, federation),
    ]);
    expect(JSON.parse(who.stdout)).toMatchObject({ Account: "111111111111", Arn: ada.arn });
    const Credentials = { AccessKeyId: expect.stringMatching(/^ASIA/), Expiration: expect.stringMatching(/^\d{4}-/) };
    expect(JSON.parse(assumed.stdout)).toMatchObject({
      Credentials,
      AssumedRoleUser: { Arn: "arn:aws:sts::222222222222:assumed-role/external-id/cli" },
    });
    expect(JSON.parse(token.stdout)).toMatchObject({ Credentials });
    expect(JSON.parse(federated.stdout)).toMatchObject({
      Credentials,
      FederatedUser: { FederatedUserId: "111111111111:federated" },
    });
  });

  it.concurrent("see a code that was used refused", async () => {
    const code = double.mfaCode(bob.mfaSerial);
    expect((await sts(bob, [...session, ...mfa(code, bob.mfaSerial)])).exitCode).toBe(0);
    const second = await sts(bob, [...session, ...mfa(code, bob.mfaSerial)]);
    expect(second.stderr).toContain("(AccessDenied)");
    expect(second.stderr).toContain("MultiFactorAuthentication failed with invalid MFA one time pass code.");
  });

  const refused = "(AccessDenied) when calling the AssumeRole operation: User: arn:aws:";
  const refusals: readonly [what: string, error: string, run: () => Promise<CliRun>][] = [
    ["a wrong secret", "(SignatureDoesNotMatch)", () => sts({ ...ada, secretAccessKey: "wrong" }, whoAmI)],
    ["an unknown key", "(InvalidClientTokenId)", () => sts({ ...ada, accessKeyId: "AKIANOBODY0000000000" }, whoAmI)],
    ["a tampered token", "(InvalidClientTokenId)", () => sts({ ...roleSession, sessionToken: "tampered" }, whoAmI)],
    ["a missing token", "(InvalidClientTokenId)", () => sts(withoutToken(roleSession), whoAmI)],
    ["an expired token", "(ExpiredToken)", () => sts(expired, whoAmI)],
    ["a clock that is 20 minutes slow", "Signature expired: ", () => sts(ada, whoAmI, future)],
    ["a clock that is 20 minutes fast", "Signature not yet current: ", () => sts(ada, whoAmI, past)],
    [
      "a second more than the role's maximum",
      "exceeds the MaxSessionDuration set for this role",
      () => sts(ada, assume("one-hour", "--duration-seconds", "3601")),
    ],
    [
      "a second more than an hour on a chained hop",
      "exceeds the 1 hour session limit for roles assumed by role chaining",
      () => sts(roleSession, assume("behind-open", "--duration-seconds", "3601")),
    ],
    [
      "a second more than 36 hours for GetSessionToken",
      "(ValidationError)",
      () => sts(ada, [...session, "--duration-seconds", "129601"]),
    ],
    [
      "a wrong code",
      "invalid MFA one time pass code",
      () => sts(ada, [...session, ...mfa(wrongCode(double.mfaCode(ada.mfaSerial)))]),
    ],
    [
      "a code of another device",
      "invalid MFA one time pass code",
      () => sts(ada, [...session, ...mfa(double.mfaCode(bob.mfaSerial))]),
    ],
    [
      "another user's device",
      "unable to validate MFA code",
      () => sts(ada, [...session, ...mfa("123456", bob.mfaSerial)]),
    ],
    ["a device without code", "must provide both", () => sts(ada, [...session, "--serial-number", ada.mfaSerial])],
    ["long-term keys without MFA where it is demanded", refused, () => sts(ada, assume("mfa"))],
    ["a session without MFA where it is demanded", refused, () => sts(userSession, assume("mfa"))],
    ["a skipped hop", refused, () => sts(ada, assume("behind-open"))],
    ["a caller that is not trusted", refused, () => sts(bob, assume("ada-only"))],
    ["a role that does not exist", refused, () => sts(ada, assume("no-such-role"))],
    ["a missing external id", refused, () => sts(ada, assume("external-id"))],
    ["a wrong external id", refused, () => sts(ada, assume("external-id", "--external-id", "Wrong"))],
    [
      "GetSessionToken by a role",
      "(AccessDenied) when calling the GetSessionToken operation",
      () => sts(roleSession, session),
    ],
    [
      "GetFederationToken by a role",
      "(AccessDenied) when calling the GetFederationToken operation",
      () => sts(roleSession, federation),
    ],
    [
      "a session name with a space",
      "(ValidationError)",
      () => sts(ada, [...assume("open"), "--role-session-name", "a b"]),
    ],
    ["keys of another partition", "(InvalidClientTokenId)", () => sts(chen, whoAmI)],
  ];

  it.concurrent.each(refusals)("see %s refused", async (_what, error, run) => {
    const { exitCode, stderr } = await run();
    expect(stderr).toContain(error);
    expect(exitCode).toBe(254);
  });
});

function withoutToken({ accessKeyId, secretAccessKey }: Credentials): Credentials {
  return { accessKeyId, secretAccessKey };
}

function wrongCode(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, "0");
}
