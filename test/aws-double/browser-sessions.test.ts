import { get } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { ada, roleArn, specificationWorld } from "./specification-world";
import { assumeRole, type Credentials, getFederationToken } from "./sts-client";

const DESTINATION = "https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1";
const SIGN_IN_HOST = "us-east-1.signin.aws.amazon.com";

let double: AwsDouble;
let browser: Map<string, string>;
beforeEach(async () => {
  double = await startAwsDouble({ world: specificationWorld });
  browser = new Map();
});
afterEach(() => double.close());

interface Page {
  readonly status: number | undefined;
  readonly location: string;
  readonly setCookie: string;
  readonly text: string;
}

/** What a browser does with a URL at one host, without going where it is sent. */
function ask(path: string, host = SIGN_IN_HOST): Promise<Page> {
  const cookie = [...browser].map(([name, value]) => `${name}=${value}`).join("; ");
  return new Promise((resolve, reject) => {
    get(new URL(path, double.url), { headers: { host, cookie } }, async (answer) => {
      const [setCookie = ""] = answer.headers["set-cookie"] ?? [];
      const [, name = "", value = ""] = setCookie.match(/^([^=]+)=([^;]*)/) ?? [];
      if (/Max-Age=0/.test(setCookie)) browser.delete(name);
      else if (setCookie !== "") browser.set(name, value);
      const text = Buffer.concat(await answer.toArray()).toString();
      resolve({ status: answer.statusCode, location: answer.headers.location ?? "", setCookie, text });
    }).on("error", reject);
  });
}

async function loginPath({ accessKeyId, secretAccessKey, sessionToken }: Credentials, destination = DESTINATION) {
  const Session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
  const { text } = await ask(`/federation?${new URLSearchParams({ Action: "getSigninToken", Session })}`);
  const [, SigninToken = ""] = text.match(/"SigninToken":"([^"]+)"/) ?? [];
  return `/federation?${new URLSearchParams({ Action: "login", Destination: destination, SigninToken })}`;
}

/** The role's account is 222222222222, the federated user's is 111111111111. */
const ofRole = (name = "open", destination?: string) =>
  assumeRole(double, ada, { RoleArn: roleArn(name) }).then((credentials) => loginPath(credentials, destination));
const ofFederatedUser = async () => loginPath(await getFederationToken(double, ada));
const logout = (fields: Record<string, string> = {}, host?: string) =>
  ask(`/oauth?${new URLSearchParams({ Action: "logout", ...fields })}`, host);

function fact({ text }: Page, id: string): string | undefined {
  return text.match(new RegExp(`<dd id="${id}">([^<]*)</dd>`))?.[1];
}

describe("a browser with multi-session, which is the default", () => {
  it("keeps each of two accounts under a host of its own", async () => {
    const role = await ask(await ofRole());
    const user = await ask(await ofFederatedUser());
    expect(role.location).toMatch(
      /^\/console\/222222222222-[a-z0-9]{8}\.eu-west-1\.console\.aws\.amazon\.com\/ec2\/home/,
    );
    expect(user.location).toMatch(
      /^\/console\/111111111111-[a-z0-9]{8}\.eu-west-1\.console\.aws\.amazon\.com\/ec2\/home/,
    );
    for (const [{ location }, account] of [
      [role, "222222222222"],
      [user, "111111111111"],
      [role, "222222222222"],
    ] as const) {
      expect(fact(await ask(location), "account")).toBe(account);
    }
  });

  it("keeps two sessions of one account apart", async () => {
    const [open, everyone] = [await ask(await ofRole("open")), await ask(await ofRole("everyone"))];
    expect(fact(await ask(open.location), "role")).toBe("open");
    expect(fact(await ask(everyone.location), "role")).toBe("everyone");
  });

  it("goes on to other regions under the name of the session", async () => {
    const { location } = await ask(await ofRole());
    await ask(await ofFederatedUser());
    const elsewhere = await ask(location.replaceAll("eu-west-1", "us-west-2"));
    expect([fact(elsewhere, "account"), fact(elsewhere, "region")]).toEqual(["222222222222", "us-west-2"]);
  });

  it("shows the newest session under the console's plain host", async () => {
    await ask(await ofRole());
    await ask(await ofFederatedUser());
    expect(fact(await ask("/console/eu-west-1.console.aws.amazon.com/"), "account")).toBe("111111111111");
  });

  it("cannot visit the session of another browser", async () => {
    const { location } = await ask(await ofRole());
    browser = new Map();
    await ask(await ofRole());
    expect((await ask(location)).status).toBe(401);
  });

  it("shows and records the destination without the name of the session", async () => {
    const page = await ask((await ask(await ofRole())).location);
    expect(fact(page, "destination")).toBe("eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1");
    expect(double.calls.at(-1)).toMatchObject({ service: "console", host: "eu-west-1.console.aws.amazon.com" });
  });

  it.each<Record<string, string>>([{}, { redirect_uri: `https://${SIGN_IN_HOST}/federation?Action=login` }])(
    "is refused a logout with %j, and stays signed in",
    async (fields) => {
      const { location } = await ask(await ofRole());
      expect(await logout(fields)).toMatchObject({ status: 400, text: expect.stringContaining("HTTP Status 400 - ") });
      expect((await ask(location)).status).toBe(200);
    },
  );
});

describe("a browser without multi-session", () => {
  beforeEach(() => {
    double.multiSession = false;
  });

  it("keeps its only session under the console's plain host", async () => {
    const { location } = await ask(await ofRole());
    expect(location).toBe("/console/eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1");
    expect(fact(await ask(location), "account")).toBe("222222222222");
  });

  it("must log out before it logs in to another account", async () => {
    const { location } = await ask(await ofRole());
    const refused = await ask(await ofFederatedUser());
    expect(refused.status).toBe(400);
    expect(refused.text.replace(/<[^>]*>/g, "")).toMatch(
      /You must first log out before logging into a different AWS account\.\s+To logout, click here/,
    );
    expect(double.calls.at(-1)).toMatchObject({ action: "login", errorCode: "MustLogOutFirst" });
    expect(fact(await ask(location), "account")).toBe("222222222222");
  });

  it("replaces a session of the same account", async () => {
    const { location } = await ask(await ofRole("open"));
    expect((await ask(await ofRole("everyone"))).status).toBe(302);
    expect(fact(await ask(location), "role")).toBe("everyone");
  });

  it("may log in to another account once the session has ended", async () => {
    const credentials = await getFederationToken(double, ada);
    await ask(await ofRole());
    double.clock.advance(61 * 60_000);
    expect((await ask(await loginPath(credentials))).status).toBe(302);
  });

  it("is signed in at the sign-in hosts of every region, and on those of no other domain", async () => {
    expect((await ask(await ofRole())).setCookie).toContain("; Path=/; Domain=signin.aws.amazon.com;");
    const underOwnAddress = await ask(await ofRole(), new URL(double.url).host);
    expect(underOwnAddress.setCookie).not.toContain("Domain=");
  });

  it("logs out, and shows so, where it is told no place to go on", async () => {
    const { location } = await ask(await ofRole());
    expect((await logout()).text).toContain("You have logged out");
    expect((await ask(location)).status).toBe(401);
  });

  it("opens another account by a logout that goes on to the login URL", async () => {
    await ask(await ofRole());
    const login = `https://${SIGN_IN_HOST}${await ofFederatedUser()}`;
    const { status, location } = await logout({ redirect_uri: login });
    expect({ status, location }).toEqual({ status: 302, location: login });
    const { pathname, search } = new URL(location);
    const page = await ask((await ask(pathname + search)).location);
    expect(fact(page, "account")).toBe("111111111111");
  });

  it.each([
    { host: SIGN_IN_HOST, target: "https://eu-west-1.signin.aws.amazon.com/federation", status: 302 },
    { host: "signin.aws.amazon.com", target: `https://${SIGN_IN_HOST}/federation`, status: 302 },
    { host: "127.0.0.1", target: "https://cn-north-1.signin.amazonaws.cn/federation", status: 302 },
    { host: "127.0.0.1", target: "http://127.0.0.1/federation", status: 302 },
    // The bare host loses its way.
    { host: SIGN_IN_HOST, target: "https://signin.aws.amazon.com/federation", status: 400 },
    { host: "signin.aws.amazon.com", target: "https://signin.aws.amazon.com/federation", status: 400 },
    { host: SIGN_IN_HOST, target: "https://cn-north-1.signin.amazonaws.cn/federation", status: 400 },
    { host: SIGN_IN_HOST, target: "http://us-east-1.signin.aws.amazon.com/federation", status: 400 },
    { host: SIGN_IN_HOST, target: "https://evil.example/", status: 400 },
    { host: "127.0.0.1", target: "https://evil.example/", status: 400 },
    { host: SIGN_IN_HOST, target: "https://us-east-1.console.aws.amazon.com/", status: 400 },
    { host: SIGN_IN_HOST, target: "federation", status: 400 },
  ])("is answered a logout at $host that goes on to $target with $status", async ({ host, target, status }) => {
    const { location } = await ask(await ofRole());
    expect((await logout({ redirect_uri: target }, host)).status).toBe(status);
    expect((await ask(location)).status).toBe(status === 302 ? 401 : 200);
  });
});
