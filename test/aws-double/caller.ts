import { type FederatedPermissions } from "./federated-permissions";
import { type Partition } from "./partition";

interface Identity {
  readonly accountId: string;
  readonly partition: Partition;
  /** As GetCallerIdentity reports it. */
  readonly arn: string;
  /** As GetCallerIdentity reports it: AIDA… of a user, the account id of a root user, AROA…:session of a role. */
  readonly userId: string;
}

/** An IAM user, or an account's root user, that signs with a long-term access key. */
export interface UserCaller extends Identity {
  readonly kind: "user";
}

/** An IAM user, or an account's root user, that signs with credentials of GetSessionToken. */
export interface UserSessionCaller extends Identity {
  readonly kind: "user-session";
  /** When the user proved a second factor for this session; undefined when it was made without a code. */
  readonly mfaAuthenticatedAt: Date | undefined;
}

/** Who signs with credentials of GetFederationToken. */
export interface FederatedUserCaller extends Identity {
  readonly kind: "federated-user";
  readonly name: string;
  readonly permissions: FederatedPermissions;
}

/** Who signs with credentials of AssumeRole. */
export interface AssumedRoleCaller extends Identity {
  readonly kind: "assumed-role";
  readonly roleArn: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Whether temporary credentials assumed the role: AWS then limits the session to one hour. */
  readonly chained: boolean;
  /** Whether the AssumeRole call named a DurationSeconds (conflict 2 of the reference). */
  readonly durationRequested: boolean;
}

/** Who makes a call, by the kind of credentials that signed it. */
export type Caller = UserCaller | UserSessionCaller | FederatedUserCaller | AssumedRoleCaller;

/** A caller with temporary credentials. */
export type SessionCaller = Exclude<Caller, UserCaller>;

/** Whether an account's root user makes the call, with its access key or with a session of it. */
export function isRootUser(caller: Caller): boolean {
  return caller.userId === caller.accountId;
}
