import { htmlAnswer, type HttpAnswer } from "./http-answer";

/** What AWS shows instead of a second account in a browser without multi-session, in its words. */
export function mustLogOutPage(): HttpAnswer {
  const body = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Amazon Web Services Sign-In (stand-in)</title></head>
  <body>
    <p>You must first log out before logging into a different AWS account.</p>
    <p>To logout, <a href="/oauth?Action=logout">click here</a></p>
  </body>
</html>
`;
  return htmlAnswer(400, body, "MustLogOutFirst");
}
