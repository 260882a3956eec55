import { randomBytes } from "node:crypto";
import { newAccountHostSession, parseAccountHost } from "./account-host";
import { type CredentialStore } from "./authenticate";
import { secondsAfter } from "./clock";
import { loggedOutPage } from "./console-page";
import { type ConsoleSession, ConsoleSessions, expiredCookie } from "./console-sessions";
import { type HttpAnswer, redirectAnswer } from "./http-answer";
import { mustLogOutPage } from "./must-log-out-page";
import { parseSignInHost, type Partition, partitionOfConsoleHost, partitionOfSignInHost } from "./partition";
import { type Session } from "./session-tokens";
import { tomcatErrorPage } from "./tomcat-error-page";

/** A request to `/federation` or `/oauth`, its parameters from the query or the form body. */
export interface FederationRequest {
  /** As the client named it in the Host header. */
  readonly host: string;
  readonly parameters: URLSearchParams;
  /** The Cookie header, which tells the browser's console sessions. */
  readonly cookies: string;
  /** Whether the browser is opted in to more than one console session at a time. */
  readonly multiSession: boolean;
}

interface SignInToken {
  readonly session: Session;
  readonly caller: ConsoleSession["caller"];
  readonly validUntil: Date;
  readonly sessionDuration: number | undefined;
}

interface SignInOptions extends Pick<CredentialStore, "clock" | "sessions"> {
  /** Conflict 2 of the reference: whether a chained session made with an explicit DurationSeconds cannot sign in. */
  readonly refuseChainedDuration: boolean;
}

/** A reason to answer HTTP 400. */
class SignInRefusal extends Error {}

const INVALID_CREDENTIALS = "Invalid credentials parameter";
const LOGIN_URL_MINUTES = 15;
const LONGEST_CONSOLE_SECONDS = 43_200;

/** The federation endpoint by rules 12 to 15, and the console sessions it opens. */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #tokens = new Map<string, SignInToken>();
  readonly #consoleSessions = new ConsoleSessions();

  constructor(options: SignInOptions) {
    this.#options = options;
  }

  answer(request: FederationRequest): HttpAnswer {
    try {
      switch (request.parameters.get("Action")) {
        case "getSigninToken":
          return this.#getSigninToken(request);
        case "login":
          return this.#login(request);
        case "logout":
          return this.#logout(request);
        default:
          throw new SignInRefusal("Invalid Action parameter");
      }
    } catch (error) {
      if (!(error instanceof SignInRefusal)) throw error;
      return tomcatErrorPage(400, error.message);
    }
  }

  /** The console sessions of the browser that sent these cookies, the newest last, also those that have ended. */
  sessionsInBrowser(cookies: string): readonly ConsoleSession[] {
    return this.#consoleSessions.inBrowser(cookies);
  }

  #getSigninToken({ host, parameters }: FederationRequest): HttpAnswer {
    const session = this.#findSession(parameters.get("Session") ?? "");
    const { caller } = session;
    const hostPartition = partitionOfSignInHost(host);
    if (hostPartition && hostPartition !== caller.partition) throw new SignInRefusal(INVALID_CREDENTIALS);
    if (caller.kind === "user-session") {
      throw new SignInRefusal("Only federation tokens or assume role tokens may be used for federated login.");
    }
    if (
      caller.kind === "assumed-role" &&
      caller.chained &&
      caller.durationRequested &&
      this.#options.refuseChainedDuration
    ) {
      throw new SignInRefusal(INVALID_CREDENTIALS);
    }
    const sessionDuration = readSessionDuration(parameters.get("SessionDuration"), caller);
    const token = randomBytes(300).toString("base64url");
    const validUntil = secondsAfter(this.#options.clock.now(), LOGIN_URL_MINUTES * 60);
    this.#tokens.set(token, { session, caller, validUntil, sessionDuration });
    return { status: 200, contentType: "application/json", body: JSON.stringify({ SigninToken: token }) };
  }

  /** Adds a session to a multi-session browser; else replaces one of the same account, and refuses another account. */
  #login({ host, parameters, cookies, multiSession }: FederationRequest): HttpAnswer {
    const now = this.#options.clock.now();
    const token = this.#tokens.get(parameters.get("SigninToken") ?? "");
    const hostPartition = partitionOfSignInHost(host);
    if (!token || token.validUntil <= now || token.session.expiration <= now) {
      throw new SignInRefusal("Invalid or expired SigninToken parameter");
    }
    if (hostPartition && hostPartition !== token.caller.partition) throw new SignInRefusal(INVALID_CREDENTIALS);
    const destination = readDestination(parameters.get("Destination") ?? "", token.caller.partition);
    if (!multiSession) {
      const others = this.sessionsInBrowser(cookies).filter(
        ({ caller, expiration }) => caller.accountId !== token.caller.accountId && expiration > now,
      );
      if (others.length > 0) return mustLogOutPage();
      this.#consoleSessions.endAll(cookies);
    }
    const accountHostSession = multiSession ? newAccountHostSession(token.caller.accountId) : undefined;
    const session = {
      caller: token.caller,
      expiration: consoleExpiration(token, now),
      issuer: parameters.get("Issuer") ?? undefined,
      accountHostSession,
    };
    const consoleHost =
      accountHostSession === undefined ? destination.host : `${accountHostSession}.${destination.host}`;
    return redirectAnswer(`/console/${consoleHost}${destination.pathname}${destination.search}${destination.hash}`, {
      "set-cookie": this.#consoleSessions.open(session, host),
    });
  }

  /** `/oauth?Action=logout&redirect_uri=…`, which tools put before a login URL. */
  #logout({ host, parameters, cookies, multiSession }: FederationRequest): HttpAnswer {
    if (multiSession) throw new SignInRefusal("Bad Request");
    const target = parameters.get("redirect_uri");
    if (target !== null && !mayRedirectTo(target, host)) throw new SignInRefusal("Invalid redirect_uri parameter");
    this.#consoleSessions.endAll(cookies);
    const headers = { "set-cookie": expiredCookie(host) };
    return target === null ? { ...loggedOutPage(), headers } : redirectAnswer(target, headers);
  }

  #findSession(json: string): Session {
    const { sessionId, sessionKey, sessionToken } = parseSession(json);
    const session = this.#options.sessions.find(sessionId);
    const matches = session?.secretAccessKey === sessionKey && session.sessionToken === sessionToken;
    if (!session || !matches || session.expiration <= this.#options.clock.now()) {
      throw new SignInRefusal(INVALID_CREDENTIALS);
    }
    return session;
  }
}

/** A chained session needs no case of its own: its credentials live for an hour at most (rule 4). */
function consoleExpiration({ session, sessionDuration }: SignInToken, now: Date): Date {
  if (sessionDuration !== undefined) return secondsAfter(now, sessionDuration);
  const longest = secondsAfter(now, LONGEST_CONSOLE_SECONDS);
  return longest < session.expiration ? longest : session.expiration;
}

/**
 * AWS goes on from a logout to sign-in hosts with a region in front, and loses its way to the bare one. The stand-in
 * under its own address goes on to itself as well.
 */
function mayRedirectTo(target: string, ownHost: string): boolean {
  if (!URL.canParse(target)) return false;
  const { protocol, host } = new URL(target);
  const own = parseSignInHost(ownHost);
  if (!own && host === ownHost) return true;
  const other = parseSignInHost(host);
  const isOfSamePartition = !own || own.partition === other?.partition;
  return protocol === "https:" && other?.region !== undefined && isOfSamePartition;
}

function readDestination(text: string, partition: Partition): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // The host of somebody's session leads nowhere in another browser, nor in the same one when the session is over.
  const isHostOfSession = url !== undefined && parseAccountHost(url.host).session !== undefined;
  if (url?.protocol === "https:" && !isHostOfSession && partitionOfConsoleHost(url.host) === partition) return url;
  throw new SignInRefusal("Invalid Destination parameter");
}

/** Rules 12 to 14: only a role that was assumed with long-term keys may choose how long its console session lasts. */
function readSessionDuration(text: string | null, caller: ConsoleSession["caller"]): number | undefined {
  if (text === null) return undefined;
  const seconds = Number(text);
  const mayChoose = caller.kind === "assumed-role" && !caller.chained;
  if (!mayChoose || !/^\d+$/.test(text) || seconds < 900 || seconds > LONGEST_CONSOLE_SECONDS) {
    throw new SignInRefusal(INVALID_CREDENTIALS);
  }
  return seconds;
}

function parseSession(json: string): { sessionId: string; sessionKey: string; sessionToken: string } {
  const session = parseJson(json);
  if (
    typeof session === "object" &&
    session !== null &&
    "sessionId" in session &&
    "sessionKey" in session &&
    "sessionToken" in session
  ) {
    const { sessionId, sessionKey, sessionToken } = session;
    if (typeof sessionId === "string" && typeof sessionKey === "string" && typeof sessionToken === "string") {
      return { sessionId, sessionKey, sessionToken };
    }
  }
  throw new SignInRefusal(INVALID_CREDENTIALS);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
