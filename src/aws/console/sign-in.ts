import { object, parseJson, pipe, safeParse, string } from "valibot";
import { type ChainPlan, targetRole } from "../chain/plan/chain-plan";
import { type Credentials } from "../credentials";
import { type Connection } from "../network/connection";
import { postForm, PostFormError } from "../network/post-form";
import { type NetworkFailure, networkFailureOfStatus } from "../network/network-failure";
import { ProblemError } from "../problem";
import { Secret } from "../secret";
import { logOutFirst } from "./log-out-first";
import { federationUrl, signInOrigin } from "./sign-in-host";

/** A link that opens the console as the session it was made from. Whoever has it is signed in. */
export interface SignInUrl {
  readonly url: Secret;
  /** AWS takes the link for 15 minutes (IAM User Guide, "Enable custom identity broker access"). */
  readonly validUntil: Date;
  /** The console session's own length in seconds; absent where it lasts as long as the credentials. */
  readonly sessionDuration: number | undefined;
}

export interface SignInRequest {
  readonly plan: ChainPlan;
  /** Of a role or a federated user. */
  readonly credentials: Credentials;
  /** A console URL of the plan's partition. */
  readonly destination: string;
  /** In seconds; to be left out where AWS does not allow it. */
  readonly sessionDuration?: number | undefined;
  /** Whether the link ends the browser's other console session first. Default: it does not. */
  readonly logsOutFirst?: boolean;
  readonly connection: Connection;
  readonly now: () => Date;
}

const TokenAnswer = pipe(string(), parseJson(), object({ SigninToken: string() }));

const LINK_LIFETIME_MS = 15 * 60 * 1000;

/**
 * Exchanges credentials for a sign-in link (IAM User Guide, "Enable custom identity broker access to the AWS console").
 *
 * The session goes into the body of a POST, so that no proxy logs it. Should AWS refuse the `SessionDuration`, the exchange
 * is repeated once without it. The console then lasts as long as the credentials.
 *
 * @throws ProblemError `sign-in-refused` or `sign-in-unreachable`
 */
export async function signIn(request: SignInRequest): Promise<SignInUrl> {
  const { plan, credentials, destination, logsOutFirst = false, now } = request;
  let { sessionDuration } = request;
  // Counted from before AWS counts.
  const validUntil = new Date(now().getTime() + LINK_LIFETIME_MS);
  let token = await requestToken(request, sessionDuration);
  if (!token && sessionDuration !== undefined) {
    sessionDuration = undefined;
    token = await requestToken(request, sessionDuration);
  }
  if (!token) {
    const isMadeHere = targetRole(plan) !== undefined || credentials.principal !== undefined;
    throw new ProblemError({ kind: "sign-in-refused", profile: plan.profile, isMadeHere });
  }

  const login = logsOutFirst ? new URL("/federation", signInOrigin(plan)) : federationUrl(plan);
  const parameters = { Action: "login", Destination: destination, SigninToken: token.reveal() };
  login.search = new URLSearchParams(parameters).toString();
  const url = new Secret(logsOutFirst ? logOutFirst(login.href, plan) : login.href);
  return { url, validUntil, sessionDuration };
}

/** The token, or nothing where AWS refuses the session with a 400. */
async function requestToken(
  { plan, credentials, connection }: SignInRequest,
  sessionDuration: number | undefined,
): Promise<Secret | undefined> {
  const federation = federationUrl(plan);
  const session = JSON.stringify({
    sessionId: credentials.accessKeyId,
    sessionKey: credentials.secretAccessKey.reveal(),
    sessionToken: credentials.sessionToken.reveal(),
  });
  const form = new URLSearchParams({
    Action: "getSigninToken",
    Session: session,
    ...(sessionDuration && { SessionDuration: String(sessionDuration) }),
  });
  const unreachable = (failure: NetworkFailure): ProblemError =>
    new ProblemError({ kind: "sign-in-unreachable", profile: plan.profile, host: federation.host, failure });

  const { status, body } = await postForm(federation, form, connection).catch((error: unknown) => {
    throw error instanceof PostFormError ? unreachable(error.failure) : error;
  });
  if (status === 400) return undefined;
  if (status !== 200) throw unreachable(networkFailureOfStatus(status));

  // A captive portal answers 200 with a page of its own.
  const answer = safeParse(TokenAnswer, body);
  if (!answer.success) throw unreachable({ cause: "unreadable-answer", reason: "an answer without a sign-in token" });
  return new Secret(answer.output.SigninToken);
}
