import { readFile } from "node:fs/promises";
import { isPartition } from "./partition";
import { type ConditionValue, isConditionOperator, type TrustCondition, type TrustStatement } from "./trust-policy";
import { type AccessKey, type Account, type MfaDevice, type Role, type User, type World } from "./world";

/**
 * Reads a world from a JSON file of the shape of `World`.
 *
 * @throws Error naming the place in the file, when something is missing, of the wrong type, or not implemented.
 */
export async function readWorldFile(path: string): Promise<World> {
  return parseWorld(JSON.parse(await readFile(path, "utf8")));
}

/** Checks that a parsed JSON value is a world. Throws as `readWorldFile` does. */
export function parseWorld(json: unknown): World {
  return { accounts: list(fields(json, "world").accounts, "accounts", parseAccount) };
}

function parseAccount(json: unknown, at: string): Account {
  const { id, alias, partition, rootKeys, users, roles } = fields(json, at);
  if (partition !== undefined && !isPartition(partition)) throw new Error(`${at}.partition: unknown partition`);
  return {
    id: text(id, `${at}.id`, /^\d{12}$/),
    ...(alias !== undefined && { alias: text(alias, `${at}.alias`) }),
    ...(partition !== undefined && { partition }),
    ...(rootKeys !== undefined && { rootKeys: list(rootKeys, `${at}.rootKeys`, parseAccessKey) }),
    ...(users !== undefined && { users: list(users, `${at}.users`, parseUser) }),
    ...(roles !== undefined && { roles: list(roles, `${at}.roles`, parseRole) }),
  };
}

function parseUser(json: unknown, at: string): User {
  const { name, accessKeys, mfaDevices, deniesWithoutMfa } = fields(json, at);
  if (deniesWithoutMfa !== undefined && deniesWithoutMfa !== true) {
    throw new Error(`${at}.deniesWithoutMfa: neither true nor left out`);
  }
  return {
    name: text(name, `${at}.name`),
    accessKeys: list(accessKeys, `${at}.accessKeys`, parseAccessKey),
    ...(mfaDevices !== undefined && { mfaDevices: list(mfaDevices, `${at}.mfaDevices`, parseMfaDevice) }),
    ...(deniesWithoutMfa && { deniesWithoutMfa }),
  };
}

function parseAccessKey(json: unknown, at: string): AccessKey {
  const { accessKeyId, secretAccessKey } = fields(json, at);
  return {
    accessKeyId: text(accessKeyId, `${at}.accessKeyId`, /^AKIA[A-Z0-9]{16}$/),
    secretAccessKey: text(secretAccessKey, `${at}.secretAccessKey`),
  };
}

function parseMfaDevice(json: unknown, at: string): MfaDevice {
  const { serialNumber, seed } = fields(json, at);
  return {
    serialNumber: text(serialNumber, `${at}.serialNumber`),
    seed: text(seed, `${at}.seed`, /^[A-Z2-7]+=*$/),
  };
}

function parseRole(json: unknown, at: string): Role {
  const { name, path, maxSessionDuration, trustPolicy } = fields(json, at);
  const { Version, Statement } = fields(trustPolicy, `${at}.trustPolicy`);
  if (Version !== "2012-10-17" && Version !== "2008-10-17") throw new Error(`${at}.trustPolicy.Version: unknown`);
  if (maxSessionDuration !== undefined && typeof maxSessionDuration !== "number") {
    throw new Error(`${at}.maxSessionDuration: not a number`);
  }
  return {
    name: text(name, `${at}.name`),
    ...(path !== undefined && { path: text(path, `${at}.path`, /^\/(.+\/)?$/) }),
    ...(maxSessionDuration !== undefined && { maxSessionDuration }),
    trustPolicy: { Version, Statement: list(Statement, `${at}.trustPolicy.Statement`, parseStatement) },
  };
}

function parseStatement(json: unknown, at: string): TrustStatement {
  const { Sid, Effect, Principal, Action, Condition } = fields(json, at);
  if (Effect !== "Allow" && Effect !== "Deny") throw new Error(`${at}.Effect: neither Allow nor Deny`);
  return {
    ...(Sid !== undefined && { Sid: text(Sid, `${at}.Sid`) }),
    Effect,
    Principal:
      Principal === "*" ? "*" : { AWS: textOrList(fields(Principal, `${at}.Principal`).AWS, `${at}.Principal.AWS`) },
    Action: textOrList(Action, `${at}.Action`),
    ...(Condition !== undefined && { Condition: parseCondition(Condition, `${at}.Condition`) }),
  };
}

function parseCondition(json: unknown, at: string): TrustCondition {
  const condition = Object.entries(fields(json, at)).map(([operator, keys]) => {
    if (!isConditionOperator(operator)) throw new Error(`${at}.${operator}: operator is not implemented`);
    const values = Object.entries(fields(keys, `${at}.${operator}`)).map(([key, value]) => {
      const place = `${at}.${operator}.${key}`;
      return [key, Array.isArray(value) ? list(value, place, conditionValue) : conditionValue(value, place)] as const;
    });
    return [operator, Object.fromEntries(values)] as const;
  });
  return Object.fromEntries(condition);
}

function conditionValue(json: unknown, at: string): ConditionValue {
  if (typeof json === "string" || typeof json === "number" || typeof json === "boolean") return json;
  throw new Error(`${at}: neither text nor number nor boolean`);
}

function fields(json: unknown, at: string): Record<string, unknown> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error(`${at}: not an object`);
  return { ...json };
}

function list<Item>(json: unknown, at: string, parse: (item: unknown, at: string) => Item): Item[] {
  if (!Array.isArray(json)) throw new Error(`${at}: not a list`);
  return json.map((item: unknown, index) => parse(item, `${at}[${index}]`));
}

function text(json: unknown, at: string, pattern = /./): string {
  if (typeof json !== "string" || !pattern.test(json)) throw new Error(`${at}: not text of the form ${pattern.source}`);
  return json;
}

function textOrList(json: unknown, at: string): string | string[] {
  return Array.isArray(json) ? list(json, at, (item, place) => text(item, place)) : text(json, at);
}
