import { htmlAnswer, type HttpAnswer } from "./http-answer";
import { escapeMarkup } from "./xml";

/** The shape in which the sign-in service refuses: a server's HTML page instead of JSON (rule 13). */
export function tomcatErrorPage(status: number, message: string): HttpAnswer {
  const title = `HTTP Status ${status} - ${escapeMarkup(message)}`;
  const body = `<!doctype html>
<html>
  <head><title>${title}</title></head>
  <body>
    <h1>${title}</h1>
    <hr>
    <p><b>type</b> Status report</p>
    <p><b>message</b> <u>${escapeMarkup(message)}</u></p>
    <p><b>description</b> <u>The request sent by the client was syntactically incorrect.</u></p>
    <hr>
  </body>
</html>
`;
  return htmlAnswer(status, body, message);
}
