import { randomInt } from "node:crypto";

/** A console host of a multi-session browser, taken apart. */
export interface AccountHost {
  /** `<account>-<8 characters>`: which of the browser's sessions; undefined for a console host like any other. */
  readonly session: string | undefined;
  /** The host without it. */
  readonly host: string;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

/** Takes apart what the console of a multi-session browser has for a host. */
export function parseAccountHost(accountHost: string): AccountHost {
  const [, session, host] = accountHost.match(/^(\d{12}-[a-z0-9]{8})\.(.+)$/) ?? [];
  return session === undefined || host === undefined ? { session: undefined, host: accountHost } : { session, host };
}

/** A name for a new session, by which its console hosts begin. */
export function newAccountHostSession(accountId: string): string {
  return `${accountId}-${Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("")}`;
}
