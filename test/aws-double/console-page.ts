import { htmlAnswer, type HttpAnswer } from "./http-answer";
import { type ConsoleSession } from "./console-sessions";
import { regionInFront } from "./partition";
import { escapeMarkup } from "./xml";

/** What the console page shows. */
export interface ConsoleVisit {
  readonly session: ConsoleSession;
  readonly accountAlias: string | undefined;
  /** The page that was asked for, without what a multi-session browser puts in front of its host. */
  readonly destination: URL;
  readonly now: Date;
}

/**
 * The page that stands in for an AWS console. Every fact is the text of the `<dd>` with its id: account, alias, session,
 * region, service, destination (host, path and query), fragment, expires (ISO 8601); of a role also role; of a federated
 * user also user and permissions. A region or fragment that is not there reads "-".
 */
export function consolePage({ session, accountAlias, destination, now }: ConsoleVisit): HttpAnswer {
  const { caller, expiration } = session;
  const region = destination.searchParams.get("region") ?? regionInFront(destination.host) ?? NOT_THERE;
  const service = destination.pathname.split("/").find((segment) => segment !== "") ?? "console";
  const minutes = Math.round((expiration.getTime() - now.getTime()) / 60_000);
  const facts: readonly Fact[] = [
    { id: "account", label: "Account", value: caller.accountId },
    { id: "alias", label: "Account alias", value: accountAlias },
    ...factsOf(caller),
    { id: "region", label: "Region", value: region },
    { id: "service", label: "Service", value: service },
    {
      id: "destination",
      label: "Destination",
      value: `${destination.host}${destination.pathname}${destination.search}`,
    },
    { id: "fragment", label: "Fragment", value: NOT_THERE },
    { id: "expires", label: "Session ends", value: expiration.toISOString(), note: `in ${minutes} min` },
  ];
  const who = caller.kind === "assumed-role" ? `${caller.roleName}/${caller.sessionName}` : caller.name;
  return htmlAnswer(
    200,
    page({
      title: `${service} · ${accountAlias ?? caller.accountId}`,
      corner: `${region} · ${who} @ ${accountAlias ?? caller.accountId}`,
      content: `<h1>${escapeMarkup(service)}</h1>
      <p>You are signed in.</p>
      <dl>${facts.map(factMarkup).join("")}
      </dl>${SHOW_FRAGMENT}`,
    }),
  );
}

function factsOf(caller: ConsoleSession["caller"]): readonly Fact[] {
  if (caller.kind === "assumed-role") {
    return [
      { id: "role", label: "Role", value: caller.roleName },
      { id: "session", label: "Session name", value: caller.sessionName },
    ];
  }
  return [
    { id: "user", label: "Federated user", value: caller.name },
    { id: "session", label: "Session name", value: caller.name },
    { id: "permissions", label: "Permissions", value: caller.permissions },
  ];
}

/** What the console shows when its session has ended, with the issuer's link for signing in again. */
export function endedSessionPage({ expiration, issuer }: ConsoleSession): HttpAnswer {
  const link = issuer?.startsWith("https://")
    ? `<p>To sign in again, go to <a id="issuer" href="${escapeMarkup(issuer)}">${escapeMarkup(issuer)}</a>.</p>`
    : "";
  return htmlAnswer(
    403,
    page({
      title: "Session ended",
      corner: "signed out",
      content: `<h1>Your session has ended</h1>
      <p>It ended at <b id="ended">${expiration.toISOString()}</b>.</p>${link}`,
    }),
    "SessionEnded",
  );
}

/** What the console shows to a browser that never signed in. */
export function signedOutPage(): HttpAnswer {
  const content = "<h1>You are not signed in</h1><p>Open a login URL of the federation endpoint.</p>";
  return htmlAnswer(401, page({ title: "Not signed in", corner: "signed out", content }), "NotSignedIn");
}

/** What is left in a browser that was logged out without being told where to go next. */
export function loggedOutPage(): HttpAnswer {
  const content = "<h1>You have logged out</h1>";
  return htmlAnswer(200, page({ title: "Logged out", corner: "signed out", content }));
}

/** How a fact reads that is not there. */
const NOT_THERE = "-";

/** A server never sees the fragment, so the page shows it itself: as text, never as markup. */
const SHOW_FRAGMENT = `
      <script>
        const showFragment = () => {
          document.getElementById("fragment").textContent = location.hash || "${NOT_THERE}";
        };
        addEventListener("hashchange", showFragment);
        showFragment();
      </script>`;

interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly note?: string;
}

function factMarkup({ id, label, value, note }: Fact): string {
  if (value === undefined) return "";
  const remark = note === undefined ? "" : `<dd class="note">${escapeMarkup(note)}</dd>`;
  return `
        <div><dt>${escapeMarkup(label)}</dt><dd id="${id}">${escapeMarkup(value)}</dd>${remark}</div>`;
}

function page({ title, corner, content }: { title: string; corner: string; content: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="icon" href="data:,">
    <title>${escapeMarkup(title)} (stand-in)</title>
    <style>
      body { margin: 0; background: #f2f3f3; color: #16191f; font: 16px/1.5 system-ui, sans-serif; }
      header { display: flex; gap: 16px; align-items: center; padding: 12px 24px; background: #1b2533; color: #fff; }
      header b { flex: 1; font-weight: 600; }
      .stand-in { padding: 2px 10px; border-radius: 4px; background: #ffd75e; color: #16191f; font-size: 14px; }
      main { max-width: 760px; margin: 40px auto; padding: 24px 32px; border: 1px solid #d5dbdb; border-radius: 12px; background: #fff; }
      h1 { margin: 0; font-size: 28px; }
      dl { margin: 24px 0 0; }
      dl div { display: grid; grid-template-columns: 160px 1fr; padding: 10px 0; border-top: 1px solid #eaeded; }
      dt { color: #545b64; }
      dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
      dd.note { grid-column: 2; color: #545b64; font-weight: 400; }
    </style>
  </head>
  <body>
    <header><b>Console</b><span>${escapeMarkup(corner)}</span><span class="stand-in">stand-in, not AWS</span></header>
    <main>
      ${content}
    </main>
  </body>
</html>
`;
}
