import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, bob, roleArn, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getSessionToken } from "./sts-client";
import { trusts } from "./trust-policy";

const STEP = 30_000;

interface Callers {
  ada: Credentials;
  bob: Credentials;
  adaSession: Credentials;
  adaMfaSession: Credentials;
  openAlice: Credentials;
  openOther: Credentials;
  behindOpen: Credentials;
}

let double: AwsDouble;
let callers: Callers;

beforeAll(async () => {
  double = await startAwsDouble({ world: specificationWorld });
  const mfa = { SerialNumber: ada.mfaSerial, TokenCode: double.mfaCode(ada.mfaSerial) };
  const openAlice = await assumeRole(double, ada, { RoleArn: roleArn("open"), RoleSessionName: "alice" });
  callers = {
    ada,
    bob,
    adaSession: await getSessionToken(double, ada),
    adaMfaSession: await getSessionToken(double, ada, mfa),
    openAlice,
    openOther: await assumeRole(double, ada, { RoleArn: roleArn("open"), RoleSessionName: "other" }),
    behindOpen: await assumeRole(double, openAlice, { RoleArn: roleArn("behind-open") }),
  };
});
afterAll(() => double.close());

const allowed: [keyof Callers, string, string][] = [
  ["ada", "open", "the whole account is trusted"],
  ["adaSession", "open", "the whole account is trusted"],
  ["ada", "account-number", "an account may be named by its number"],
  ["ada", "ada-only", "the user is trusted"],
  ["adaSession", "ada-only", "a session of the user is the user"],
  ["openAlice", "everyone", "everyone is trusted"],
  ["openAlice", "behind-open", "the role is trusted"],
  ["openAlice", "behind-open-as-alice", "the role's session is trusted"],
  ["behindOpen", "behind-behind-open", "the role is trusted"],
  ["bob", "not-ada", "the denial is for another"],
  ["adaMfaSession", "mfa", "the session was made with a code"],
  ["adaMfaSession", "mfa-if-exists", "the session was made with a code"],
  ["adaMfaSession", "fresh-mfa", "the code was given just now"],
  ["adaMfaSession", "deny-without-mfa", "the session was made with a code"],
  ["adaSession", "mfa-false", "a session without a code says false"],
  ["ada", "mfa-if-exists", "long-term keys say nothing about MFA"],
];

const denied: [keyof Callers, string, string][] = [
  ["bob", "ada-only", "another user is trusted"],
  ["ada", "foreign-account", "another account is trusted"],
  ["openAlice", "ada-only", "a role is not the user who assumed it"],
  ["openAlice", "open", "a role is not of the account of the user who assumed it"],
  ["ada", "behind-open", "the hop was skipped"],
  ["openAlice", "behind-behind-open", "the hop was skipped"],
  ["openOther", "behind-open-as-alice", "another session of the role is trusted"],
  ["ada", "not-ada", "a denial wins"],
  ["ada", "no-such-role", "the role does not exist"],
  ["ada", "with-path", "the role's path is part of its name"],
  ["ada", "mfa", "long-term keys have no MFA"],
  ["adaSession", "mfa", "the session was made without a code"],
  ["adaSession", "mfa-if-exists", "a session without a code says false"],
  ["ada", "mfa-false", "absent is not false"],
  ["adaSession", "deny-without-mfa", "a session without a code says false"],
  ["ada", "deny-without-mfa", "a denial IfExists holds for an absent key, too"],
  ["adaSession", "fresh-mfa", "the session was made without a code"],
  ["openAlice", "behind-open-with-mfa", "a role carries no MFA on"],
  ["openAlice", "behind-open-no-false-mfa", "a role carries no MFA on"],
  ["ada", "external-id", "the external id is missing"],
];

describe("a role's trust policy (rule 9)", () => {
  it.each(allowed)("lets %s assume %s: %s", async (caller, role) => {
    await expect(assumeRole(double, callers[caller], { RoleArn: roleArn(role) })).resolves.toBeDefined();
  });

  it.each(denied)("keeps %s from %s: %s", async (caller, role) => {
    await expect(assumeRole(double, callers[caller], { RoleArn: roleArn(role) })).rejects.toMatchObject({
      name: "AccessDenied",
      message: expect.stringMatching(
        new RegExp(`^User: arn:aws:\\S+ is not authorized to perform: sts:AssumeRole on resource: ${roleArn(role)}$`),
      ),
      $metadata: { httpStatusCode: 403 },
    });
  });

  it("names the session of a role that it keeps out", async () => {
    await expect(assumeRole(double, callers.openAlice, { RoleArn: roleArn("ada-only") })).rejects.toMatchObject({
      message: expect.stringContaining("User: arn:aws:sts::222222222222:assumed-role/open/alice is not authorized"),
    });
  });

  it.each([
    ["lets in", "Agreed:1", true],
    ["lets in", "Agreed:2", true],
    ["keeps out", "agreed:1", false],
    ["keeps out", "Another", false],
  ])("%s whoever gives the external id %s", async (_verb, ExternalId, accepted) => {
    const call = assumeRole(double, ada, { RoleArn: roleArn("external-id"), ExternalId });
    if (accepted) await expect(call).resolves.toBeDefined();
    else await expect(call).rejects.toMatchObject({ name: "AccessDenied" });
  });

  it.each([
    ["sts:TagSession", "tags", { Tags: [{ Key: "team", Value: "blue" }] }],
    ["sts:SetSourceIdentity", "a source identity", { SourceIdentity: "ada" }],
  ])("must allow %s as well to a call with %s", async (action, _what, input) => {
    await expect(assumeRole(double, ada, { RoleArn: roleArn("open"), ...input })).rejects.toMatchObject({
      message: expect.stringContaining(`is not authorized to perform: ${action} on resource`),
    });
  });

  it("finds a code too old after the age it allows", async () => {
    const own = await startAwsDouble({ world: specificationWorld });
    const mfa = { SerialNumber: ada.mfaSerial, TokenCode: own.mfaCode(ada.mfaSerial) };
    const session = await getSessionToken(own, ada, mfa);
    own.clock.advance(10 * STEP + 1000);
    await expect(assumeRole(own, session, { RoleArn: roleArn("fresh-mfa") })).rejects.toMatchObject({
      name: "AccessDenied",
    });
    await own.close();
  });

  it("is judged anew on every call, so that a role may be taken away", async () => {
    const own = await startAwsDouble({ world: specificationWorld });
    await assumeRole(own, ada, { RoleArn: roleArn("open") });
    own.world = { accounts: specificationWorld.accounts.map((account) => ({ ...account, roles: [] })) };
    await expect(assumeRole(own, ada, { RoleArn: roleArn("open") })).rejects.toMatchObject({ name: "AccessDenied" });
    await own.close();
  });

  it("fails loudly instead of guessing about a condition that is not implemented", () => {
    const condition = Object.fromEntries([["IpAddress", { "aws:SourceIp": "10.0.0.0/8" }]]);
    const statement = { Effect: "Allow", Principal: "*", Action: "sts:AssumeRole", Condition: condition } as const;
    const caller = { kind: "user", accountId: "1", partition: "aws", arn: "a", userId: "u" } as const;
    expect(() =>
      trusts(
        { Version: "2012-10-17", Statement: [statement] },
        { action: "sts:AssumeRole", caller, context: new Map() },
      ),
    ).toThrow("condition operator IpAddress is not implemented");
  });
});
