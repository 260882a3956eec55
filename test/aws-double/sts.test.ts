import { AssumeRoleCommand, GetAccessKeyInfoCommand, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, chen, roleArn, specificationWorld } from "./specification-world";
import {
  assumeRole,
  type Credentials,
  getFederationToken,
  getSessionToken,
  stsClient,
  type TemporaryCredentials,
} from "./sts-client";

let double: AwsDouble;
let userSession: TemporaryCredentials;
let roleSession: TemporaryCredentials;
let federated: TemporaryCredentials;

beforeAll(async () => {
  double = await startAwsDouble({ world: specificationWorld });
  userSession = await getSessionToken(double, ada);
  roleSession = await assumeRole(double, ada, { RoleArn: roleArn("open"), RoleSessionName: "alice" });
  federated = await getFederationToken(double, ada);
});
afterAll(() => double.close());

/** Seconds from now until credentials expire, rounded to the nearest ten against the time the call took. */
function lifetime({ expiration }: TemporaryCredentials): number {
  return Math.round((expiration.getTime() - double.clock.now().getTime()) / 10_000) * 10;
}

describe("issued credentials", () => {
  it("have a key id that is recognisable as temporary and never the same", () => {
    const ids = [userSession, roleSession, federated].map(({ accessKeyId }) => accessKeyId);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^ASIA[A-Z0-9]{16}$/);
  });

  it.each([
    ["GetSessionToken", () => userSession, ada.arn],
    ["AssumeRole", () => roleSession, "arn:aws:sts::222222222222:assumed-role/open/alice"],
    ["GetFederationToken", () => federated, "arn:aws:sts::111111111111:federated-user/federated"],
  ])("of %s tell who they are, without any permission (rule 10)", async (_action, session, Arn) => {
    const answer = await stsClient(double, session()).send(new GetCallerIdentityCommand({}));
    expect(answer.Arn).toBe(Arn);
  });

  it("of a role with a path leave the path out of the session's ARN", async () => {
    const session = await assumeRole(double, ada, { RoleArn: roleArn("teams/blue/with-path") });
    const { Arn } = await stsClient(double, session).send(new GetCallerIdentityCommand({}));
    expect(Arn).toBe("arn:aws:sts::222222222222:assumed-role/with-path/specification");
  });

  it("of a role in China carry its partition", async () => {
    const client = stsClient(double, chen, { region: "cn-north-1" });
    const input = { RoleArn: "arn:aws-cn:iam::444444444444:role/china", RoleSessionName: "chen" };
    const { AssumedRoleUser } = await client.send(new AssumeRoleCommand(input));
    expect(AssumedRoleUser?.Arn).toBe("arn:aws-cn:sts::444444444444:assumed-role/china/chen");
  });
});

describe("durations in seconds (rules 3 to 5)", () => {
  it.each([
    ["AssumeRole", "by default", 3600, () => assumeRole(double, ada, { RoleArn: roleArn("open") })],
    ["AssumeRole", "at least", 900, () => assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds: 900 })],
    [
      "AssumeRole",
      "at most",
      43_200,
      () => assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds: 43_200 }),
    ],
    [
      "chained AssumeRole",
      "at most",
      3600,
      () => assumeRole(double, roleSession, { RoleArn: roleArn("behind-open"), DurationSeconds: 3600 }),
    ],
    ["GetSessionToken", "by default", 43_200, () => getSessionToken(double, ada)],
    ["GetSessionToken", "at most", 129_600, () => getSessionToken(double, ada, { DurationSeconds: 129_600 })],
    ["GetFederationToken", "by default", 43_200, () => getFederationToken(double, ada)],
  ])("%s lasts %s %i", async (_action, _bound, seconds, call) => {
    expect(lifetime(await call())).toBe(seconds);
  });

  const belowMinimum = "Member must have value greater than or equal to 900";
  it.each([
    [
      "AssumeRole",
      899,
      belowMinimum,
      () => assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds: 899 }),
    ],
    [
      "AssumeRole",
      43_201,
      "Member must have value less than or equal to 43200",
      () => assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds: 43_201 }),
    ],
    [
      "AssumeRole beyond the role's maximum",
      3601,
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      () => assumeRole(double, ada, { RoleArn: roleArn("one-hour"), DurationSeconds: 3601 }),
    ],
    [
      "AssumeRole by a role",
      3601,
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
      () => assumeRole(double, roleSession, { RoleArn: roleArn("behind-open"), DurationSeconds: 3601 }),
    ],
    [
      "AssumeRole by a session of GetSessionToken",
      3601,
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
      () => assumeRole(double, userSession, { RoleArn: roleArn("open"), DurationSeconds: 3601 }),
    ],
    ["GetSessionToken", 899, belowMinimum, () => getSessionToken(double, ada, { DurationSeconds: 899 })],
    [
      "GetSessionToken",
      129_601,
      "Member must have value less than or equal to 129600",
      () => getSessionToken(double, ada, { DurationSeconds: 129_601 }),
    ],
    ["GetFederationToken", 899, belowMinimum, () => getFederationToken(double, ada, { DurationSeconds: 899 })],
  ])("%s for %i is refused", async (_action, _seconds, message, call) => {
    await expect(call()).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
  });
});

describe("who may call what (rule 6)", () => {
  const sessions: [string, () => Credentials][] = [
    ["a role", () => roleSession],
    ["a session of GetSessionToken", () => userSession],
    ["a federated user", () => federated],
  ];

  it.each(sessions)("GetSessionToken is refused to %s", async (_who, session) => {
    await expect(getSessionToken(double, session())).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Cannot call GetSessionToken with session credentials",
    });
  });

  it.each(sessions)("GetFederationToken is refused to %s", async (_who, session) => {
    await expect(getFederationToken(double, session())).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Cannot call GetFederationToken with session credentials",
    });
  });

  it("AssumeRole is refused to a federated user, even if the role trusts everyone", async () => {
    await expect(assumeRole(double, federated, { RoleArn: roleArn("everyone") })).rejects.toMatchObject({
      name: "AccessDenied",
      message: `User: arn:aws:sts::111111111111:federated-user/federated is not authorized to perform: sts:AssumeRole on resource: ${roleArn("everyone")}`,
    });
  });
});

describe("parameters that AWS refuses", () => {
  const arn = roleArn("open");
  it.each([
    [
      "RoleSessionName with a space",
      { RoleSessionName: "not this" },
      "'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*",
    ],
    [
      "RoleSessionName of 1 character",
      { RoleSessionName: "a" },
      "'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2",
    ],
    [
      "RoleSessionName of 65 characters",
      { RoleSessionName: "a".repeat(65) },
      "Member must have length less than or equal to 64",
    ],
    [
      "RoleSessionName missing",
      { RoleSessionName: undefined },
      "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null",
    ],
    ["RoleArn missing", { RoleArn: undefined }, "Value null at 'roleArn'"],
    [
      "RoleArn of a user",
      { RoleArn: "arn:aws:iam::222222222222:user/somebody" },
      "arn:aws:iam::222222222222:user/somebody is invalid",
    ],
    ["ExternalId of 1 character", { ExternalId: "x" }, "'externalId' failed to satisfy constraint"],
    ["ExternalId with a space", { ExternalId: "x y" }, "'externalId' failed to satisfy constraint"],
    ["DurationSeconds that is no integer", { DurationSeconds: 900.5 }, "Value '900.5' at 'durationSeconds'"],
    [
      "SerialNumber of 8 characters",
      { SerialNumber: "12345678", TokenCode: "123456" },
      "'serialNumber' failed to satisfy constraint",
    ],
    [
      "TokenCode of 5 digits",
      { SerialNumber: ada.mfaSerial, TokenCode: "12345" },
      "'tokenCode' failed to satisfy constraint",
    ],
    [
      "TokenCode with a letter",
      { SerialNumber: ada.mfaSerial, TokenCode: "12345a" },
      "Member must satisfy regular expression pattern: \\d*",
    ],
  ])("%s", async (_what, input, message) => {
    const command = new AssumeRoleCommand({ RoleArn: arn, RoleSessionName: "specification", ...input });
    await expect(stsClient(double, ada).send(command)).rejects.toMatchObject({
      name: "ValidationError",
      message: expect.stringContaining(message),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("are reported all at once", async () => {
    const call = assumeRole(double, ada, { RoleArn: arn, RoleSessionName: "a", ExternalId: "x" });
    await expect(call).rejects.toMatchObject({ message: expect.stringMatching(/^2 validation errors detected: .*; /) });
  });
});

describe("the protocol (rule 11)", () => {
  it.each([
    ["an unknown action", { Action: "AssumeEverything", Version: "2011-06-15" }, "InvalidAction"],
    ["an unknown version", { Action: "GetCallerIdentity", Version: "2000-01-01" }, "InvalidAction"],
    ["no action", { Version: "2011-06-15" }, "MissingAction"],
  ])("refuses %s", async (_what, fields, code) => {
    const answer = await fetch(double.url, { method: "POST", body: new URLSearchParams(Object.entries(fields)) });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  });

  it("refuses an action of STS that the stand-in lacks, instead of inventing an answer", async () => {
    const call = stsClient(double, ada).send(new GetAccessKeyInfoCommand({ AccessKeyId: ada.accessKeyId }));
    await expect(call).rejects.toMatchObject({ name: "InvalidAction" });
  });

  it("sends errors as an ErrorResponse of the query protocol", async () => {
    const answer = await fetch(double.url, { method: "POST", body: new URLSearchParams({ Action: "<No&>" }) });
    expect(answer.headers.get("content-type")).toBe("text/xml");
    expect(await answer.text()).toMatch(
      /^<ErrorResponse xmlns="https:\/\/sts\.amazonaws\.com\/doc\/2011-06-15\/"><Error><Type>Sender<\/Type><Code>InvalidAction<\/Code><Message>[^<]*&#60;No&#38;&#62;[^<]*<\/Message><\/Error><RequestId>[0-9a-f-]{36}<\/RequestId><\/ErrorResponse>\n$/,
    );
  });

  it("tells the request id that clients report", async () => {
    const { $metadata } = await stsClient(double, ada).send(new GetCallerIdentityCommand({}));
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });
});
