import { GetCallerIdentityCommand, GetFederationTokenCommand } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, dora, roleArn, rootUser, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getFederationToken, getSessionToken, stsClient } from "./sts-client";

let double: AwsDouble;
beforeAll(async () => {
  double = await startAwsDouble({ world: specificationWorld });
});
afterAll(() => double.close());

const whoIs = (credentials: Credentials) => stsClient(double, credentials).send(new GetCallerIdentityCommand({}));
const refusalOf = (credentials: Credentials, input: Parameters<typeof getFederationToken>[2]) =>
  getFederationToken(double, credentials, input).then(
    () => "",
    (error: unknown) => String(error),
  );

/** Seconds from now until credentials expire, rounded to the nearest ten against the time the call took. */
function lifetime({ expiration }: { expiration: Date }): number {
  return Math.round((expiration.getTime() - double.clock.now().getTime()) / 10_000) * 10;
}

const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allowAll = { Effect: "Allow", Action: "*", Resource: "*" };

describe("GetFederationToken", () => {
  it("names the federated user after the account and the Name", async () => {
    const command = new GetFederationTokenCommand({ Name: "Ada+x=1,2.3@b-c_d", Policy: policy(allowAll) });
    const { FederatedUser } = await stsClient(double, ada).send(command);
    expect(FederatedUser).toEqual({
      Arn: "arn:aws:sts::111111111111:federated-user/Ada+x=1,2.3@b-c_d",
      FederatedUserId: "111111111111:Ada+x=1,2.3@b-c_d",
    });
  });

  it.each([
    { who: "an IAM user", key: ada, DurationSeconds: undefined, seconds: 43_200 },
    { who: "an IAM user", key: ada, DurationSeconds: 900, seconds: 900 },
    { who: "an IAM user", key: ada, DurationSeconds: 129_600, seconds: 129_600 },
    { who: "a root user", key: rootUser, DurationSeconds: undefined, seconds: 3600 },
    { who: "a root user", key: rootUser, DurationSeconds: 900, seconds: 900 },
    { who: "a root user", key: rootUser, DurationSeconds: 129_600, seconds: 3600 },
  ])("of $who for $DurationSeconds seconds lasts $seconds", async ({ key, DurationSeconds, seconds }) => {
    expect(lifetime(await getFederationToken(double, key, { ...(DurationSeconds && { DurationSeconds }) }))).toBe(
      seconds,
    );
  });

  it.each([
    { what: "a Name of 1 character", input: { Name: "a" }, refusal: "ValidationError: 1 validation error detected" },
    { what: "a Name of 33 characters", input: { Name: "a".repeat(33) }, refusal: "less than or equal to 32" },
    { what: "a Name with a space", input: { Name: "a b" }, refusal: "pattern: [\\w+=,.@-]*" },
    { what: "129601 seconds", input: { DurationSeconds: 129_601 }, refusal: "less than or equal to 129600" },
    { what: "a Policy of 2049 characters", input: { Policy: "x".repeat(2049) }, refusal: "less than or equal to 2048" },
    {
      what: "a Policy that is no JSON",
      input: { Policy: "{" },
      refusal: "MalformedPolicyDocumentException: This policy contains invalid Json",
    },
    { what: "a Policy without statements", input: { Policy: policy() }, refusal: "Syntax errors in policy." },
    { what: "a Policy that is a list", input: { Policy: "[]" }, refusal: "Syntax errors in policy." },
    {
      what: "a Policy of a version nobody knows",
      input: { Policy: JSON.stringify({ Version: "2030-01-01", Statement: [allowAll] }) },
      refusal: "Syntax errors in policy.",
    },
    {
      what: "a statement without resource",
      input: { Policy: policy({ Effect: "Allow", Action: "*" }) },
      refusal: "Syntax errors in policy.",
    },
    {
      what: "a statement with an unknown effect",
      input: { Policy: policy({ ...allowAll, Effect: "Perhaps" }) },
      refusal: "Syntax errors in policy.",
    },
    {
      what: "a statement with a principal",
      input: { Policy: policy({ ...allowAll, Principal: "*" }) },
      refusal: "Syntax errors in policy.",
    },
    {
      what: "policies by ARN, which the stand-in cannot judge",
      input: { PolicyArns: [{ arn: "arn:aws:iam::aws:policy/AdministratorAccess" }] },
      refusal: "PolicyArns.member.1.arn is not modelled",
    },
  ])("refuses $what", async ({ input, refusal }) => {
    expect(await refusalOf(ada, input)).toContain(refusal);
  });

  it("takes a Policy of 2048 characters", async () => {
    const Policy = policy(allowAll).padEnd(2048);
    await expect(getFederationToken(double, ada, { Policy })).resolves.toBeDefined();
  });
});

describe("a root user", () => {
  it("is named after the account", async () => {
    expect(await whoIs(rootUser)).toMatchObject({ Arn: rootUser.arn, UserId: "111111111111", Account: "111111111111" });
  });

  it("gets sessions of an hour at most", async () => {
    expect(lifetime(await getSessionToken(double, rootUser))).toBe(3600);
  });

  it.each([
    ["its key", () => rootUser],
    ["a session of it", () => getSessionToken(double, rootUser)],
  ])("cannot assume a role with %s, even one that trusts the account", async (_what, credentials) => {
    await expect(assumeRole(double, await credentials(), { RoleArn: roleArn("open") })).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Roles may not be assumed by root accounts.",
    });
  });
});

describe("a user whose policy denies all without a second factor", () => {
  // Each test has codes of its own.
  beforeEach(() => double.clock.advance(60_000));
  const withMfa = async () =>
    getSessionToken(double, dora, { SerialNumber: dora.mfaSerial, TokenCode: double.mfaCode(dora.mfaSerial) });
  const deny = (action: string, resource: string) =>
    `User: ${dora.arn} is not authorized to perform: ${action} on resource: ${resource} with an explicit deny in an identity-based policy`;

  it("may not call GetFederationToken, which takes no code", async () => {
    await expect(getFederationToken(double, dora)).rejects.toMatchObject({
      name: "AccessDenied",
      message: deny("sts:GetFederationToken", "arn:aws:sts::111111111111:federated-user/federated"),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it.each([
    ["the long-term key", () => dora],
    ["a session without MFA", () => getSessionToken(double, dora)],
  ])("may not assume a role with %s, even one that asks for no code", async (_what, credentials) => {
    await expect(assumeRole(double, await credentials(), { RoleArn: roleArn("open") })).rejects.toMatchObject({
      name: "AccessDenied",
      message: deny("sts:AssumeRole", roleArn("open")),
    });
  });

  it("may ask who it is and for a session, with and without a code, and assume roles with a code", async () => {
    expect(await whoIs(dora)).toMatchObject({ Arn: dora.arn });
    expect(await whoIs(await getSessionToken(double, dora))).toMatchObject({ Arn: dora.arn });
    await expect(assumeRole(double, await withMfa(), { RoleArn: roleArn("open") })).resolves.toBeDefined();
    const code = { SerialNumber: dora.mfaSerial, TokenCode: double.mfaCode(dora.mfaSerial) };
    await expect(assumeRole(double, dora, { RoleArn: roleArn("open"), ...code })).resolves.toBeDefined();
  });

  it("does not bind the roles it assumes", async () => {
    const role = await assumeRole(double, await withMfa(), { RoleArn: roleArn("open") });
    await expect(assumeRole(double, role, { RoleArn: roleArn("behind-open") })).resolves.toBeDefined();
  });
});
