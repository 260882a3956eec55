import { type CredentialStore } from "./authenticate";
import { consolePage, endedSessionPage, signedOutPage } from "./console-page";
import { type HttpAnswer } from "./http-answer";
import { type HttpRequest } from "./http-request";
import { partitionOfConsoleHost } from "./partition";
import { CONSOLE_COOKIE, type SignIn } from "./sign-in";
import { findAccount } from "./world";

/** Answers a visit to the console page at `destination` by the session in the browser's cookie. */
export function answerConsole(
  request: HttpRequest,
  destination: URL,
  signIn: SignIn,
  { world, clock }: Pick<CredentialStore, "world" | "clock">,
): HttpAnswer {
  const session = signIn.consoleSession(cookieValue(request.headers.get("cookie") ?? "", CONSOLE_COOKIE) ?? "");
  if (!session || session.caller.partition !== partitionOfConsoleHost(destination.host)) return signedOutPage();
  const now = clock.now();
  if (session.expiration <= now) return endedSessionPage(session);
  const accountAlias = findAccount(world, session.caller.accountId)?.alias;
  return consolePage({ session, accountAlias, destination, now });
}

function cookieValue(header: string, name: string): string | undefined {
  return header
    .split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
}
