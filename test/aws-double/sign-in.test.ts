import { get } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, chen, roleArn, rootUser, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getFederationToken, getSessionToken } from "./sts-client";

const MINUTE = 60_000;
const DESTINATION = "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:";

let double: AwsDouble;
beforeEach(async () => {
  double = await startAwsDouble({ world: specificationWorld });
});
afterEach(() => double.close());

const unchained = (DurationSeconds = 3600) => assumeRole(double, ada, { RoleArn: roleArn("open"), DurationSeconds });
const chained = async (DurationSeconds?: number) =>
  assumeRole(double, await unchained(), {
    RoleArn: roleArn("behind-open"),
    ...(DurationSeconds && { DurationSeconds }),
  });
const behindUserSession = async () =>
  assumeRole(double, await getSessionToken(double, ada), { RoleArn: roleArn("open") });

function sessionJson({ accessKeyId, secretAccessKey, sessionToken }: Credentials): string {
  return JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
}

function askSigninToken(
  credentials: Credentials,
  fields: Record<string, string> = {},
  method: "GET" | "POST" = "POST",
) {
  const form = new URLSearchParams({ Action: "getSigninToken", Session: sessionJson(credentials), ...fields });
  if (method === "POST") return fetch(`${double.url}/federation`, { method, body: form });
  return fetch(`${double.url}/federation?${form}`);
}

async function signinToken(credentials: Credentials, fields: Record<string, string> = {}): Promise<string> {
  const answer: unknown = await (await askSigninToken(credentials, fields)).json();
  if (typeof answer === "object" && answer !== null && "SigninToken" in answer) return String(answer.SigninToken);
  throw new Error("An answer without a SigninToken");
}

function login(SigninToken: string, Destination = DESTINATION): Promise<Response> {
  const query = new URLSearchParams({ Action: "login", Issuer: "https://issuer.example", Destination, SigninToken });
  return fetch(`${double.url}/federation?${query}`, { redirect: "manual" });
}

/** Follows a login as a browser does. Gives the page and a way to load it again with the same cookie. */
async function openConsole(
  login: Response,
): Promise<{ status: number; text: string; reload: () => Promise<Response> }> {
  const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
  const reload = () => fetch(new URL(login.headers.get("location") ?? "", double.url), { headers: { cookie } });
  const page = await reload();
  return { status: page.status, text: await page.text(), reload };
}

function fact(page: string, id: string): string | undefined {
  return page.match(new RegExp(`<dd id="${id}">([^<]*)</dd>`))?.[1];
}

/** Minutes from now until the console session ends, by what the page says. */
async function consoleMinutes(credentials: Credentials, fields: Record<string, string> = {}): Promise<number> {
  const { text } = await openConsole(await login(await signinToken(credentials, fields)));
  return Math.round((Date.parse(fact(text, "expires") ?? "") - double.clock.now().getTime()) / MINUTE);
}

async function expectRefusal(answer: Response, message: string): Promise<void> {
  expect(answer.status).toBe(400);
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(await answer.text()).toContain(`<h1>HTTP Status 400 - ${message}</h1>`);
}

describe("getSigninToken (rule 12)", () => {
  it.each(["GET", "POST"] as const)("answers a %s with a token", async (method) => {
    const answer = await askSigninToken(await unchained(), {}, method);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ SigninToken: expect.stringMatching(/^[\w-]{400}$/) });
  });

  it.each(["900", "43200"])("lets a role that a user assumed choose %s seconds", async (SessionDuration) => {
    expect(await consoleMinutes(await unchained(), { SessionDuration })).toBe(Number(SessionDuration) / 60);
  });

  it.each(["899", "43201", "3600.5", "1h", ""])("refuses %j seconds", async (SessionDuration) => {
    await expectRefusal(await askSigninToken(await unchained(), { SessionDuration }), "Invalid credentials parameter");
  });

  it.each([
    ["a role assumed by a role (rule 13)", () => chained()],
    ["a role assumed with GetSessionToken credentials (rule 13)", () => behindUserSession()],
    ["a federated user (rule 14)", () => getFederationToken(double, ada)],
  ])("refuses SessionDuration for %s, and works without", async (_who, credentials) => {
    const answer = await askSigninToken(await credentials(), { SessionDuration: "3600" });
    await expectRefusal(answer, "Invalid credentials parameter");
    expect((await askSigninToken(await credentials())).status).toBe(200);
  });

  it("refuses credentials of GetSessionToken (rule 15)", async () => {
    await expectRefusal(
      await askSigninToken(await getSessionToken(double, ada)),
      "Only federation tokens or assume role tokens may be used for federated login.",
    );
  });

  it.each([
    ["long-term keys", () => ada],
    ["a wrong secret", async () => ({ ...(await unchained()), secretAccessKey: "wrong" })],
    ["a wrong token", async () => ({ ...(await unchained()), sessionToken: "wrong" })],
    ["no token", async () => ({ accessKeyId: (await unchained()).accessKeyId, secretAccessKey: "wrong" })],
    ["an unknown key", async () => ({ ...(await unchained()), accessKeyId: "ASIANOBODY0000000000" })],
  ])("refuses %s", async (_what, credentials) => {
    await expectRefusal(await askSigninToken(await credentials()), "Invalid credentials parameter");
  });

  it("refuses expired credentials", async () => {
    const credentials = await unchained(900);
    double.clock.advance(16 * MINUTE);
    await expectRefusal(await askSigninToken(credentials), "Invalid credentials parameter");
  });

  it("refuses a Session that is no JSON", async () => {
    await expectRefusal(await askSigninToken(ada, { Session: "{" }), "Invalid credentials parameter");
  });

  it("refuses a chained session with an explicit DurationSeconds, unless told to accept it (conflict 2)", async () => {
    await expectRefusal(await askSigninToken(await chained(3600)), "Invalid credentials parameter");
    expect((await askSigninToken(await chained())).status).toBe(200);
    await double.close();
    double = await startAwsDouble({ world: specificationWorld, refuseChainedDuration: false });
    expect((await askSigninToken(await chained(3600))).status).toBe(200);
  });
});

describe("a sign-in host of a partition", () => {
  /** Sends a GET with a Host header of choice, which fetch does not allow. */
  function statusAt(host: string, form: URLSearchParams): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      get(`${double.url}/federation?${form}`, { headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on("error", reject);
    });
  }

  it.each([
    ["signin.aws.amazon.com", 200, 302],
    ["eu-west-1.signin.aws.amazon.com", 200, 302],
    ["signin.amazonaws.cn", 400, 400],
    ["us-gov-west-1.signin.amazonaws-us-gov.com", 400, 400],
    ["eusc-de-east-1.signin.amazonaws-eusc.eu", 400, 400],
    ["signin-fips.us-east-1.amazonaws.com", 200, 302],
    ["signin-fips.amazonaws-us-gov.com", 400, 400],
  ])("%s answers credentials of partition aws with %i, and their login with %i", async (host, token, redirect) => {
    const credentials = await unchained();
    const Session = sessionJson(credentials);
    expect(await statusAt(host, new URLSearchParams({ Action: "getSigninToken", Session }))).toBe(token);
    const SigninToken = await signinToken(credentials);
    const login = new URLSearchParams({ Action: "login", Destination: DESTINATION, SigninToken });
    expect(await statusAt(host, login)).toBe(redirect);
  });
});

describe("a login URL", () => {
  it("leads to the console page of its destination and names it nowhere else", async () => {
    const answer = await login(await signinToken(await unchained()));
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toMatch(
      /^\/console\/222222222222-[a-z0-9]{8}\.eu-west-1\.console\.aws\.amazon\.com\/ec2\/home\?region=eu-west-1#Instances:$/,
    );
  });

  it("is valid for 15 minutes (rule 12)", async () => {
    const token = await signinToken(await unchained());
    double.clock.advance(15 * MINUTE - 1000);
    expect((await login(token)).status).toBe(302);
    double.clock.advance(2000);
    await expectRefusal(await login(token), "Invalid or expired SigninToken parameter");
  });

  it("is refused with a token nobody issued", async () => {
    await expectRefusal(await login("made-up"), "Invalid or expired SigninToken parameter");
  });

  it("ends with its credentials", async () => {
    const credentials = await unchained(900);
    double.clock.advance(14 * MINUTE);
    const token = await signinToken(credentials);
    double.clock.advance(2 * MINUTE);
    await expectRefusal(await login(token), "Invalid or expired SigninToken parameter");
  });

  it.each([
    ["console.aws.amazon.com", "https://console.aws.amazon.com/"],
    ["a region", "https://ap-southeast-2.console.aws.amazon.com/s3/home"],
    ["a service", "https://s3.console.aws.amazon.com/s3/buckets"],
  ])("may lead to %s", async (_what, destination) => {
    expect((await login(await signinToken(await unchained()), destination)).status).toBe(302);
  });

  it.each([
    ["plain http", "http://console.aws.amazon.com/"],
    ["a foreign host", "https://evil.example/"],
    ["a host that only ends like AWS", "https://evilconsole.aws.amazon.com/"],
    ["a console host in front of a foreign one", "https://console.aws.amazon.com.evil.example/"],
    ["another partition", "https://console.amazonaws.cn/"],
    ["another port", "https://console.aws.amazon.com:8443/"],
    ["a session's own subdomain", "https://222222222222-abcdefgh.eu-west-1.console.aws.amazon.com/"],
    ["a session's own subdomain without a region", "https://222222222222-abcdefgh.console.aws.amazon.com/"],
    ["no URL", "console"],
  ])("may not lead to %s", async (_what, destination) => {
    const answer = await login(await signinToken(await unchained()), destination);
    await expectRefusal(answer, "Invalid Destination parameter");
  });

  it("of China leads to the console of China only", async () => {
    const china = { RoleArn: "arn:aws-cn:iam::444444444444:role/china" };
    const token = await signinToken(await assumeRole(double, chen, china, { region: "cn-north-1" }));
    expect((await login(token, "https://cn-north-1.console.amazonaws.cn/")).status).toBe(302);
    await expectRefusal(await login(token), "Invalid Destination parameter");
  });

  it("is refused with an action nobody knows", async () => {
    await expectRefusal(await fetch(`${double.url}/federation?Action=logon`), "Invalid Action parameter");
  });
});

describe("a console session", () => {
  it("ends with a user's role session of 2 hours when it chose nothing", async () => {
    expect(await consoleMinutes(await unchained(7200))).toBe(120);
  });

  it("ends within an hour for a chained role (rule 13)", async () => {
    expect(await consoleMinutes(await chained())).toBe(60);
  });

  it("ends after 12 hours for a federated user with longer credentials", async () => {
    expect(await consoleMinutes(await getFederationToken(double, ada, { DurationSeconds: 129_600 }))).toBe(720);
  });

  it("outlives its credentials when SessionDuration says so", async () => {
    const console = await openConsole(
      await login(await signinToken(await unchained(900), { SessionDuration: "3600" })),
    );
    double.clock.advance(59 * MINUTE);
    expect((await console.reload()).status).toBe(200);
  });

  it("shows whose console it is, where, and until when", async () => {
    const credentials = await assumeRole(double, ada, { RoleArn: roleArn("open"), RoleSessionName: "alice" });
    const { status, text } = await openConsole(await login(await signinToken(credentials)));
    expect(status).toBe(200);
    const ids = ["account", "alias", "role", "session", "region", "service", "destination", "fragment"];
    expect(Object.fromEntries(ids.map((id) => [id, fact(text, id)]))).toEqual({
      account: "222222222222",
      alias: "specification",
      role: "open",
      session: "alice",
      region: "eu-west-1",
      service: "ec2",
      destination: "eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1",
      // Until the page's script has run.
      fragment: "-",
    });
    expect(fact(text, "expires")).toBe(credentials.expiration.toISOString());
    expect(text).toContain("stand-in, not AWS");
  });

  const statement = { Effect: "Allow", Action: "*", Resource: "*" };
  it.each([
    { by: "an IAM user", key: ada, policy: "no policy", Statement: undefined, permissions: "none" },
    { by: "a root user", key: rootUser, policy: "no policy", Statement: undefined, permissions: "none" },
    {
      by: "an IAM user",
      key: ada,
      policy: "a policy that allows all",
      Statement: [statement],
      permissions: "all that the user has",
    },
    {
      by: "a root user",
      key: rootUser,
      policy: "a policy that allows all",
      Statement: [statement],
      permissions: "all that the user has",
    },
    {
      by: "an IAM user",
      key: ada,
      policy: "a policy that denies something",
      Statement: [statement, { ...statement, Effect: "Deny", Action: "iam:*" }],
      permissions: "some of what the user has",
    },
    {
      by: "an IAM user",
      key: ada,
      policy: "a policy that allows something",
      Statement: [{ ...statement, Action: ["s3:*"] }],
      permissions: "some of what the user has",
    },
    {
      by: "an IAM user",
      key: ada,
      policy: "a policy that only denies",
      Statement: [{ ...statement, Effect: "Deny" }],
      permissions: "none",
    },
  ])("of a federated user of $by with $policy shows: $permissions", async ({ key, Statement, permissions }) => {
    const Policy = Statement && JSON.stringify({ Version: "2012-10-17", Statement });
    const credentials = await getFederationToken(double, key, { ...(Policy && { Policy }) });
    const { text } = await openConsole(await login(await signinToken(credentials)));
    expect(["account", "user", "role", "permissions"].map((id) => fact(text, id))).toEqual([
      "111111111111",
      "federated",
      undefined,
      permissions,
    ]);
  });

  it("ends after an hour for a federated user of a root user", async () => {
    expect(await consoleMinutes(await getFederationToken(double, rootUser))).toBe(60);
  });

  it.each([
    ["the query", "https://us-east-1.console.aws.amazon.com/s3?region=eu-west-1", "eu-west-1"],
    ["the host", "https://ap-southeast-2.console.aws.amazon.com/s3", "ap-southeast-2"],
    ["neither", "https://s3.console.aws.amazon.com/s3", "-"],
  ])("shows the region of %s", async (_place, destination, region) => {
    const { text } = await openConsole(await login(await signinToken(await unchained()), destination));
    expect(fact(text, "region")).toBe(region);
  });

  it("shows its query as it was written", async () => {
    const destination = "https://s3.console.aws.amazon.com/s3/buckets?prefix=a%20b%2Fc&flag";
    const { text } = await openConsole(await login(await signinToken(await unchained()), destination));
    expect(fact(text, "destination")).toBe("s3.console.aws.amazon.com/s3/buckets?prefix=a%20b%2Fc&#38;flag");
  });

  it("says that it has ended, and where to sign in again", async () => {
    const console = await openConsole(await login(await signinToken(await unchained(900))));
    double.clock.advance(16 * MINUTE);
    const page = await console.reload();
    expect(page.status).toBe(403);
    expect(await page.text()).toMatch(/Your session has ended[^]*href="https:\/\/issuer\.example"/);
  });

  it("is one of its partition only", async () => {
    const cookie = (await login(await signinToken(await unchained()))).headers.get("set-cookie")?.split(";")[0] ?? "";
    const visit = (host: string) => fetch(`${double.url}/console/${host}/`, { headers: { cookie } });
    expect((await visit("console.aws.amazon.com")).status).toBe(200);
    expect((await visit("console.amazonaws.cn")).status).toBe(401);
  });

  it("does not exist without a login", async () => {
    const page = await fetch(`${double.url}/console/console.aws.amazon.com/`);
    expect(page.status).toBe(401);
    expect(await page.text()).toContain("You are not signed in");
  });

  it("shows what it was given as text, never as markup", async () => {
    const destination = "https://console.aws.amazon.com/ec2?region=<script>evil()";
    const { text } = await openConsole(await login(await signinToken(await unchained()), destination));
    expect(text).not.toContain("<script>evil");
  });
});
