import { randomBytes } from "node:crypto";
import { type AssumedRoleCaller, type FederatedUserCaller } from "./caller";
import { parseSignInHost } from "./partition";

/** Who is signed in to the console, and until when. */
export interface ConsoleSession {
  readonly caller: AssumedRoleCaller | FederatedUserCaller;
  readonly expiration: Date;
  /** The page that the console offers for signing in again. */
  readonly issuer: string | undefined;
  /** What the console hosts of this session begin with, in a multi-session browser. */
  readonly accountHostSession: string | undefined;
}

const COOKIE = "aws-double-console";

/**
 * The console sessions of all browsers. Each has a cookie of its own, which a browser sends to the sign-in service as
 * well as to the console: the one must know who is signed in, and the other shows it.
 */
export class ConsoleSessions {
  readonly #sessions = new Map<string, ConsoleSession>();

  /** Opens a session and gives the Set-Cookie header for it, for an answer of this sign-in host. */
  open(session: ConsoleSession, signInHost: string): string {
    const value = randomBytes(24).toString("base64url");
    this.#sessions.set(value, session);
    const name = session.accountHostSession === undefined ? COOKIE : `${COOKIE}-${session.accountHostSession}`;
    return `${name}=${value}; Path=/${domainAttribute(signInHost)}; HttpOnly; SameSite=Lax`;
  }

  /** The sessions of the browser that sent these cookies, the newest last, also those that have ended. */
  inBrowser(cookies: string): ConsoleSession[] {
    const sessions = cookieValues(cookies).map((value) => this.#sessions.get(value));
    return sessions.filter((session) => session !== undefined);
  }

  /** Ends every session of the browser that sent these cookies. */
  endAll(cookies: string): void {
    for (const value of cookieValues(cookies)) this.#sessions.delete(value);
  }
}

/** The Set-Cookie header that takes the cookie of a browser with one session away. */
export function expiredCookie(signInHost: string): string {
  return `${COOKIE}=; Path=/${domainAttribute(signInHost)}; Max-Age=0`;
}

/** One browser signs in at hosts of several regions: they have to see the same cookies. */
function domainAttribute(signInHost: string): string {
  const domain = parseSignInHost(signInHost)?.domain;
  return domain === undefined ? "" : `; Domain=${domain}`;
}

function cookieValues(cookies: string): string[] {
  return cookies
    .split("; ")
    .map((pair) => pair.split("="))
    .flatMap(([name = "", value = ""]) => (name === COOKIE || name.startsWith(`${COOKIE}-`) ? [value] : []));
}
