import { randomBytes } from "node:crypto";
import { type AssumedRoleCaller, type FederatedUserCaller } from "./caller";
import { type CredentialStore } from "./authenticate";
import { secondsAfter } from "./clock";
import { type HttpAnswer, redirectAnswer } from "./http-answer";
import { type Partition, partitionOfConsoleHost, partitionOfSignInHost } from "./partition";
import { type Session } from "./session-tokens";
import { tomcatErrorPage } from "./tomcat-error-page";

/** Who is signed in to the console, and until when. */
export interface ConsoleSession {
  readonly caller: AssumedRoleCaller | FederatedUserCaller;
  readonly expiration: Date;
  /** The page that the console offers for signing in again. */
  readonly issuer: string | undefined;
}

/** A request to `/federation` or `/oauth`, its parameters from the query or the form body. */
export interface FederationRequest {
  /** As the client named it in the Host header. */
  readonly host: string;
  readonly parameters: URLSearchParams;
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

export const CONSOLE_COOKIE = "aws-double-console";

const INVALID_CREDENTIALS = "Invalid credentials parameter";
const LOGIN_URL_MINUTES = 15;
const LONGEST_CONSOLE_SECONDS = 43_200;

/** The federation endpoint by rules 12 to 15, and the console sessions it opens. */
export class SignIn {
  readonly #options: SignInOptions;
  readonly #tokens = new Map<string, SignInToken>();
  readonly #consoleSessions = new Map<string, ConsoleSession>();

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

  /** The session that a console cookie stands for, also when it has ended. */
  consoleSession(cookie: string): ConsoleSession | undefined {
    return this.#consoleSessions.get(cookie);
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

  #login({ host, parameters }: FederationRequest): HttpAnswer {
    const now = this.#options.clock.now();
    const token = this.#tokens.get(parameters.get("SigninToken") ?? "");
    const hostPartition = partitionOfSignInHost(host);
    if (!token || token.validUntil <= now || token.session.expiration <= now) {
      throw new SignInRefusal("Invalid or expired SigninToken parameter");
    }
    if (hostPartition && hostPartition !== token.caller.partition) throw new SignInRefusal(INVALID_CREDENTIALS);
    const destination = readDestination(parameters.get("Destination") ?? "", token.caller.partition);
    const cookie = randomBytes(24).toString("base64url");
    this.#consoleSessions.set(cookie, {
      caller: token.caller,
      expiration: consoleExpiration(token, now),
      issuer: parameters.get("Issuer") ?? undefined,
    });
    return redirectAnswer(
      `/console/${destination.host}${destination.pathname}${destination.search}${destination.hash}`,
      {
        "set-cookie": `${CONSOLE_COOKIE}=${cookie}; Path=/console; HttpOnly; SameSite=Lax`,
      },
    );
  }

  /** `/oauth?Action=logout&redirect_uri=…`, which tools put before a login URL; redirects to sign-in hosts only. */
  #logout({ host, parameters }: FederationRequest): HttpAnswer {
    const target = parameters.get("redirect_uri") ?? "";
    const targetHost = URL.canParse(target) ? new URL(target).host : "";
    if (targetHost !== host && !partitionOfSignInHost(targetHost)) {
      throw new SignInRefusal("Invalid redirect_uri parameter");
    }
    return redirectAnswer(target, { "set-cookie": `${CONSOLE_COOKIE}=; Path=/console; Max-Age=0` });
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

function readDestination(text: string, partition: Partition): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === "https:" && partitionOfConsoleHost(url.host) === partition) return url;
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
