import { authenticate, type CredentialStore, type Signer } from "./authenticate";
import { type AssumedRoleCaller, type Caller, isRootUser } from "./caller";
import { secondsAfter } from "./clock";
import { readFederatedPermissions } from "./federated-permissions";
import { type HttpAnswer } from "./http-answer";
import { type MfaDevices } from "./mfa-devices";
import { mfaContext, proveMfa, readMfa } from "./mfa-proof";
import { readSessionTags, refuseContradictingTags, type SessionTags, tagContext } from "./session-tags";
import { type Session } from "./session-tokens";
import { type SignedRequest } from "./signature";
import { stsRefusal, stsResult } from "./sts-answer";
import { explicitlyDenied, notAuthorized, regionDisabled, StsError } from "./sts-error";
import { constraints, StsParameters } from "./sts-parameters";
import { trusts } from "./trust-policy";
import { findRole, findUser, type FoundRole } from "./world";
import { type XmlContent } from "./xml";

/** What STS works on. */
export interface StsState extends CredentialStore {
  readonly mfaDevices: MfaDevices;
  /** Where STS issues no credentials. */
  readonly disabledRegions: readonly string[];
}

/** An answer of STS with whom it was for, as far as that could be told. */
export interface StsAnswer extends HttpAnswer {
  readonly caller?: Caller;
}

interface Call {
  readonly caller: Caller;
  readonly parameters: StsParameters;
  readonly state: StsState;
}

const VERSION = "2011-06-15";
const CHAINED_SESSION_LIMIT = 3600;
const ROOT_SESSION_LIMIT = 3600;

const actions = new Map<string, (call: Call) => XmlContent>([
  ["AssumeRole", assumeRole],
  ["GetCallerIdentity", getCallerIdentity],
  ["GetFederationToken", getFederationToken],
  ["GetSessionToken", getSessionToken],
]);

/** Answers one request to STS by rules 1 to 11 of the reference. */
export function answerSts(request: SignedRequest, state: StsState): StsAnswer {
  let caller: Caller | undefined;
  try {
    const parameters = new URLSearchParams(request.body.toString("utf8"));
    const { name, perform } = findAction(parameters);
    const signer = authenticate(request, state);
    caller = signer.caller;
    refuseDisabledRegion(name, signer, state);
    return { ...stsResult(name, perform({ caller, parameters: new StsParameters(parameters), state })), caller };
  } catch (error) {
    if (!(error instanceof StsError)) throw error;
    return { ...stsRefusal(error), ...(caller && { caller }) };
  }
}

function findAction(parameters: URLSearchParams): { name: string; perform: (call: Call) => XmlContent } {
  const name = parameters.get("Action");
  const version = parameters.get("Version") ?? "NO_VERSION_SPECIFIED";
  if (name === null) throw new StsError("MissingAction", "The request is missing an action or a required parameter.");
  const perform = version === VERSION ? actions.get(name) : undefined;
  if (!perform) throw new StsError("InvalidAction", `Could not find operation ${name} for version ${version}`);
  return { name, perform };
}

/** The service model lets every action that issues credentials end so, and no other (aws/aws-sdk-go-v2#2846). */
function refuseDisabledRegion(action: string, { caller, region }: Signer, { disabledRegions }: StsState): void {
  if (action !== "GetCallerIdentity" && disabledRegions.includes(region)) throw regionDisabled(caller.accountId);
}

/** Every credential may ask who it is (rule 10). */
function getCallerIdentity({ caller }: Call): XmlContent {
  return { Arn: caller.arn, UserId: caller.userId, Account: caller.accountId };
}

/** Rules 5 to 8. */
function getSessionToken({ caller, parameters, state }: Call): XmlContent {
  const duration = sessionDuration(caller, parameters);
  const mfa = readMfa(parameters);
  parameters.refuseInvalid();
  if (caller.kind !== "user") {
    throw new StsError("AccessDenied", "Cannot call GetSessionToken with session credentials");
  }
  const now = state.clock.now();
  const mfaAuthenticatedAt = proveMfa(mfa, caller, state) ? now : undefined;
  const session = state.sessions.issue(
    { ...caller, kind: "user-session", mfaAuthenticatedAt },
    secondsAfter(now, duration),
  );
  return { Credentials: credentialsXml(session) };
}

/** Rule 6, and the "GetFederationToken" page of the API reference. No code can be named in this call. */
function getFederationToken({ caller, parameters, state }: Call): XmlContent {
  const name = parameters.requiredText("Name", constraints.federatedName);
  const policy = parameters.text("Policy", constraints.policy);
  const duration = sessionDuration(caller, parameters);
  parameters.refuseNotModelled("PolicyArns", "Tags");
  parameters.refuseInvalid();
  if (caller.kind !== "user") {
    throw new StsError("AccessDenied", "Cannot call GetFederationToken with session credentials");
  }
  const { accountId, partition } = caller;
  const userId = `${accountId}:${name}`;
  const arn = `arn:${partition}:sts::${accountId}:federated-user/${name}`;
  const now = state.clock.now();
  refuseWithoutMfa("sts:GetFederationToken", arn, caller, new Map(mfaContext(caller, false, now)), state);
  const permissions = readFederatedPermissions(policy);
  const session = state.sessions.issue(
    { kind: "federated-user", accountId, partition, arn, userId, name, permissions },
    secondsAfter(now, duration),
  );
  return { Credentials: credentialsXml(session), FederatedUser: { FederatedUserId: userId, Arn: arn } };
}

/** Rules 3, 4 and 6 to 9. */
function assumeRole({ caller, parameters, state }: Call): XmlContent {
  const roleArn = parameters.requiredText("RoleArn", constraints.roleArn);
  const sessionName = parameters.requiredText("RoleSessionName", constraints.roleSessionName);
  const externalId = parameters.text("ExternalId", constraints.externalId);
  const duration = parameters.integer("DurationSeconds", constraints.assumeRoleDuration);
  const sessionTags = readSessionTags(parameters);
  const sourceIdentity = parameters.text("SourceIdentity", constraints.sourceIdentity);
  const mfa = readMfa(parameters);
  parameters.refuseInvalid();
  refuseContradictingTags(sessionTags);
  if (!/^arn:aws[a-z-]*:iam::\d{12}:role\/./.test(roleArn)) {
    throw new StsError("ValidationError", `${roleArn} is invalid`);
  }

  const proved = proveMfa(mfa, caller, state);
  const context = new Map([
    ...mfaContext(caller, proved, state.clock.now()),
    ...tagContext(sessionTags),
    ["sts:rolesessionname", sessionName],
  ]);
  if (externalId !== undefined) context.set("sts:externalid", externalId);
  if (sourceIdentity !== undefined) context.set("sts:sourceidentity", sourceIdentity);
  if (isRootUser(caller)) throw new StsError("AccessDenied", "Roles may not be assumed by root accounts.");
  refuseWithoutMfa("sts:AssumeRole", roleArn, caller, context, state);
  const role = authorizeAssumeRole(roleArn, caller, context, neededActions(sessionTags, sourceIdentity), state);

  const chained = caller.kind !== "user";
  refuseTooLong(duration, role, chained);
  const assumed: AssumedRoleCaller = {
    kind: "assumed-role",
    accountId: role.account.id,
    partition: caller.partition,
    arn: `arn:${caller.partition}:sts::${role.account.id}:assumed-role/${role.name}/${sessionName}`,
    userId: `${role.roleId}:${sessionName}`,
    roleArn: role.arn,
    roleName: role.name,
    sessionName,
    chained,
    durationRequested: duration !== undefined,
  };
  const session = state.sessions.issue(assumed, secondsAfter(state.clock.now(), duration ?? 3600));
  return {
    Credentials: credentialsXml(session),
    AssumedRoleUser: { AssumedRoleId: assumed.userId, Arn: assumed.arn },
  };
}

/** Sessions of a root user are shortened to an hour, not refused ("GetSessionToken" of the API reference). */
function sessionDuration(caller: Caller, parameters: StsParameters): number {
  const duration = parameters.integer("DurationSeconds", constraints.sessionTokenDuration) ?? 43_200;
  return isRootUser(caller) ? Math.min(duration, ROOT_SESSION_LIMIT) : duration;
}

/** Judges the policy of a user with `deniesWithoutMfa`: `BoolIfExists` denies both "false" and an absent key. */
function refuseWithoutMfa(
  action: string,
  resource: string,
  caller: Caller,
  context: ReadonlyMap<string, string>,
  { world }: StsState,
): void {
  const { deniesWithoutMfa = false } = findUser(world, caller.arn) ?? {};
  if (deniesWithoutMfa && context.get("aws:multifactorauthpresent") !== "true") {
    throw explicitlyDenied(caller.arn, action, resource);
  }
}

/** What a trust policy must allow for this call: tags and a source identity need permissions of their own. */
function neededActions({ tags }: SessionTags, sourceIdentity: string | undefined): readonly string[] {
  return [
    "sts:AssumeRole",
    ...(tags.length > 0 ? ["sts:TagSession"] : []),
    ...(sourceIdentity !== undefined ? ["sts:SetSourceIdentity"] : []),
  ];
}

/** A role that does not exist is refused in the same words as one that does not trust the caller. */
function authorizeAssumeRole(
  roleArn: string,
  caller: Caller,
  context: ReadonlyMap<string, string>,
  needed: readonly string[],
  { world }: StsState,
): FoundRole {
  const role = findRole(world, roleArn);
  // Sessions of GetFederationToken may call nothing in STS but GetCallerIdentity (IAM guide, temp_request).
  const mayCall = caller.kind !== "federated-user";
  const refused = needed.find((action) => !role || !mayCall || !trusts(role.trustPolicy, { action, caller, context }));
  if (!role || refused !== undefined) throw notAuthorized(caller.arn, refused ?? "sts:AssumeRole", roleArn);
  return role;
}

function refuseTooLong(duration: number | undefined, role: FoundRole, chained: boolean): void {
  if (duration === undefined) return;
  if (chained && duration > CHAINED_SESSION_LIMIT) {
    throw new StsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.",
    );
  }
  if (duration > (role.maxSessionDuration ?? 3600)) {
    throw new StsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
  }
}

function credentialsXml({ accessKeyId, secretAccessKey, sessionToken, expiration }: Session): XmlContent {
  return {
    AccessKeyId: accessKeyId,
    SecretAccessKey: secretAccessKey,
    SessionToken: sessionToken,
    Expiration: `${expiration.toISOString().slice(0, 19)}Z`,
  };
}
