import { type HttpHandler } from "@smithy/core/protocols";
import { object, parseJson, pipe, safeParse, string } from "valibot";
import { type ChainPlan, isLongTerm, targetRole } from "../chain/plan/chain-plan";
import { type Credentials } from "../credentials";
import { postForm, PostFormError } from "../network/post-form";
import { type NetworkFailure, networkFailureOfStatus } from "../network/network-failure";
import { ProblemError } from "../problem";
import { Secret } from "../secret";
import { federationUrl } from "./sign-in-host";

/** A link that opens the console as the session it was made from. Whoever has it is signed in. */
export interface SignInUrl {
  readonly url: Secret;
  /** AWS takes the link for 15 minutes (IAM User Guide, "Enable custom identity broker access"). */
  readonly validUntil: Date;
}

export interface SignInRequest {
  readonly plan: ChainPlan;
  readonly credentials: Credentials;
  /** A console URL of the plan's partition. */
  readonly destination: string;
  /** The way there. */
  readonly requestHandler: HttpHandler;
  readonly now: () => Date;
}

const TokenAnswer = pipe(string(), parseJson(), object({ SigninToken: string() }));

const LINK_LIFETIME_MS = 15 * 60 * 1000;
/** The longest console session AWS gives, whatever the credentials' own end. */
const LONGEST_CONSOLE_SECONDS = 43_200;

/**
 * Exchanges credentials for a sign-in link (IAM User Guide, "Enable custom identity broker access to the AWS console").
 *
 * The session goes into the body of a POST, so that no proxy logs it. `SessionDuration` is sent only where AWS allows
 * it; should AWS refuse it all the same, the exchange is repeated once without it. The console then lasts as long as the
 * credentials.
 *
 * @throws ProblemError `user-cannot-sign-in`, `sign-in-refused` or `sign-in-unreachable`
 */
export async function signIn(request: SignInRequest): Promise<SignInUrl> {
  const { plan, destination, now } = request;
  if (!canSignIn(plan)) throw new ProblemError({ kind: "user-cannot-sign-in", profile: plan.profile });

  const federation = federationUrl(plan);
  const duration = longestConsoleSession(plan);
  const token =
    (duration === undefined ? undefined : await requestToken(federation, request, duration)) ??
    (await requestToken(federation, request, undefined));
  if (token === undefined) throw new ProblemError({ kind: "sign-in-refused", profile: plan.profile });

  const url = new URL(federation);
  url.search = new URLSearchParams({
    Action: "login",
    Destination: destination,
    SigninToken: token.reveal(),
  }).toString();
  return { url: new Secret(url.href), validUntil: new Date(now().getTime() + LINK_LIFETIME_MS) };
}

/** Roles may sign in; the session of an IAM user may not. Keys that others made may be a role's: AWS will tell. */
export function canSignIn(plan: ChainPlan): boolean {
  return targetRole(plan) !== undefined || !isLongTerm(plan.source);
}

/**
 * The `SessionDuration` in seconds that a chain may ask for: twelve hours for one role assumed with a long-term key,
 * nothing for any other, which AWS would refuse as "role chaining".
 */
export function longestConsoleSession({ hops, source }: ChainPlan): number | undefined {
  const isSingleRole = hops.length === 1 && hops[0]?.kind === "role";
  return isLongTerm(source) && isSingleRole ? LONGEST_CONSOLE_SECONDS : undefined;
}

/** The token, or nothing where AWS refuses the session with a 400. */
async function requestToken(
  federation: URL,
  { plan, credentials, requestHandler }: SignInRequest,
  sessionDuration: number | undefined,
): Promise<Secret | undefined> {
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

  const { status, body } = await postForm(federation, form, requestHandler).catch((error: unknown) => {
    throw error instanceof PostFormError ? unreachable(error.failure) : error;
  });
  if (status === 400) return undefined;
  if (status !== 200) throw unreachable(networkFailureOfStatus(status));

  // A captive portal answers 200 with a page of its own.
  const answer = safeParse(TokenAnswer, body);
  if (!answer.success) throw unreachable({ cause: "unreadable-answer", reason: "an answer without a sign-in token" });
  return new Secret(answer.output.SigninToken);
}
