import { parseAccountHost } from "./account-host";
import { type CredentialStore } from "./authenticate";
import { consolePage, endedSessionPage, signedOutPage } from "./console-page";
import { type ConsoleSession } from "./console-sessions";
import { type HttpAnswer } from "./http-answer";
import { partitionOfConsoleHost } from "./partition";
import { findAccount } from "./world";

/** A visit to the console: where to, and the sessions of the browser, the newest last. */
export interface ConsoleRequest {
  /** The URL that was asked for, with the host of the session where the browser has several. */
  readonly url: URL;
  readonly sessions: readonly ConsoleSession[];
}

/** Answers a visit to a console page by the session that its host names or, without a name, by the newest. */
export function answerConsole(
  { url, sessions }: ConsoleRequest,
  { world, clock }: Pick<CredentialStore, "world" | "clock">,
): HttpAnswer {
  const { session: named, host } = parseAccountHost(url.host);
  const session = sessions.findLast(
    ({ caller, accountHostSession }) =>
      (named === undefined || named === accountHostSession) && caller.partition === partitionOfConsoleHost(host),
  );
  if (!session) return signedOutPage();
  const now = clock.now();
  if (session.expiration <= now) return endedSessionPage(session);
  const destination = new URL(`https://${host}${url.pathname}${url.search}`);
  const accountAlias = findAccount(world, session.caller.accountId)?.alias;
  return consolePage({ session, accountAlias, destination, now });
}
