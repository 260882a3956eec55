import { htmlAnswer, type HttpAnswer } from "./http-answer";
import { escapeMarkup } from "./xml";

/** What the server says about a status, whatever the message. */
const descriptions = {
  400: "The request sent by the client was syntactically incorrect.",
  429: "The user has sent too many requests in a given amount of time.",
  500: "The server encountered an internal error that prevented it from fulfilling this request.",
};

/** The shape in which the sign-in service refuses: a server's HTML page instead of JSON (rule 13). */
export function tomcatErrorPage(status: keyof typeof descriptions, message: string): HttpAnswer {
  const title = `HTTP Status ${status} - ${escapeMarkup(message)}`;
  const body = `<!doctype html>
<html>
  <head><title>${title}</title></head>
  <body>
    <h1>${title}</h1>
    <hr>
    <p><b>type</b> Status report</p>
    <p><b>message</b> <u>${escapeMarkup(message)}</u></p>
    <p><b>description</b> <u>${descriptions[status]}</u></p>
    <hr>
  </body>
</html>
`;
  return htmlAnswer(status, body, message);
}
