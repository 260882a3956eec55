import { createHash } from "node:crypto";
import { type UserCaller } from "./caller";
import { type Partition } from "./partition";
import { type TrustPolicy } from "./trust-policy";

/** The accounts an AWS stand-in pretends to hold. Plain data: the same shape as the JSON of `main.ts --world`. */
export interface World {
  readonly accounts: readonly Account[];
}

export interface Account {
  /** 12 digits. */
  readonly id: string;
  /** Shown on the console page. */
  readonly alias?: string;
  /** Default "aws". */
  readonly partition?: Partition;
  /** Access keys of the root user, which AWS advises against and many an old account still has. */
  readonly rootKeys?: readonly AccessKey[];
  readonly users?: readonly User[];
  readonly roles?: readonly Role[];
}

export interface User {
  readonly name: string;
  readonly accessKeys: readonly AccessKey[];
  readonly mfaDevices?: readonly MfaDevice[];
  /**
   * A policy of the user denies whatever is asked without a second factor, except GetSessionToken and
   * GetCallerIdentity: the one of the IAM guide's tutorial on self-managed MFA.
   */
  readonly deniesWithoutMfa?: true;
}

export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface MfaDevice {
  /** The ARN of a virtual device, or the serial number printed on a hardware one. */
  readonly serialNumber: string;
  /** The base32 seed that an authenticator app would hold. */
  readonly seed: string;
}

export interface Role {
  readonly name: string;
  /** With both slashes, for example "/teams/". Default "/". */
  readonly path?: string;
  /** Seconds, 3600 to 43200. Default 3600, as in IAM. */
  readonly maxSessionDuration?: number;
  readonly trustPolicy: TrustPolicy;
}

/** A long-term access key with the user it belongs to. */
export interface FoundAccessKey extends AccessKey {
  readonly user: UserCaller;
}

/** A role with the names that AWS derives for it. */
export interface FoundRole extends Role {
  readonly account: Account;
  readonly arn: string;
  /** AROA…, the same for the same ARN in every run. */
  readonly roleId: string;
}

export function partitionOf(account: Account): Partition {
  return account.partition ?? "aws";
}

export function findAccount(world: World, accountId: string): Account | undefined {
  return world.accounts.find(({ id }) => id === accountId);
}

export function findAccessKey(world: World, accessKeyId: string): FoundAccessKey | undefined {
  for (const account of world.accounts) {
    const rootKey = account.rootKeys?.find((candidate) => candidate.accessKeyId === accessKeyId);
    if (rootKey) return { ...rootKey, user: rootCallerOf(account) };
    for (const user of account.users ?? []) {
      const key = user.accessKeys.find((candidate) => candidate.accessKeyId === accessKeyId);
      if (key) return { ...key, user: callerOf(account, user) };
    }
  }
  return undefined;
}

export function findRole(world: World, arn: string): FoundRole | undefined {
  for (const account of world.accounts) {
    const role = account.roles?.find((candidate) => roleArn(account, candidate) === arn);
    if (role) return { ...role, account, arn, roleId: uniqueId("AROA", arn) };
  }
  return undefined;
}

/** The device with this serial number, whoever owns it. */
export function findMfaDevice(world: World, serialNumber: string): MfaDevice | undefined {
  return world.accounts
    .flatMap(({ users = [] }) => users)
    .flatMap(({ mfaDevices = [] }) => mfaDevices)
    .find((device) => device.serialNumber === serialNumber);
}

/** The device with this serial number, provided that it belongs to the user with this ARN. */
export function findMfaDeviceOfUser(world: World, userArn: string, serialNumber: string): MfaDevice | undefined {
  return findUser(world, userArn)?.mfaDevices?.find((device) => device.serialNumber === serialNumber);
}

/** The IAM user with this ARN. */
export function findUser(world: World, userArn: string): User | undefined {
  return world.accounts
    .flatMap((account) => (account.users ?? []).filter((user) => callerOf(account, user).arn === userArn))
    .at(0);
}

function callerOf(account: Account, user: User): UserCaller {
  const partition = partitionOf(account);
  const arn = `arn:${partition}:iam::${account.id}:user/${user.name}`;
  return { kind: "user", accountId: account.id, partition, arn, userId: uniqueId("AIDA", arn) };
}

function rootCallerOf(account: Account): UserCaller {
  const partition = partitionOf(account);
  const arn = `arn:${partition}:iam::${account.id}:root`;
  return { kind: "user", accountId: account.id, partition, arn, userId: account.id };
}

function roleArn(account: Account, role: Role): string {
  return `arn:${partitionOf(account)}:iam::${account.id}:role${role.path ?? "/"}${role.name}`;
}

function uniqueId(prefix: string, arn: string): string {
  return prefix + createHash("sha256").update(arn).digest("hex").slice(0, 17).toUpperCase();
}
