import { createServer, type RequestListener, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { destinationUrl } from "../../../src/aws/console/destination";
import { signIn } from "../../../src/aws/console/sign-in";
import { type Credentials } from "../../../src/aws/credentials";
import { Secret } from "../../../src/aws/secret";
import { type AwsDouble, startAwsDouble } from "../../aws-double/aws-double";
import { demoUser, demoWorld } from "../../aws-double/demo-world";
import { visitConsole } from "../../aws-double/visit-console";
import { articleConfig } from "../article-config";
import { chainOnDouble } from "../chain-on-double";
import { planOf } from "../plan-of";
import { straightConnection } from "../../straight-connection";

const someCredentials: Credentials = {
  accessKeyId: "ASIAEXAMPLE",
  secretAccessKey: new Secret("example-secret"),
  sessionToken: new Secret("example-token"),
  expiration: new Date("2030-01-01T00:00:00Z"),
};

describe("signing in on the stand-in", () => {
  let double: AwsDouble;

  beforeEach(async () => {
    // A role that needs no code, so that it is assumed with the long-term key itself.
    const trustPolicy = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: demoUser.arn }, Action: "sts:AssumeRole" }],
    } as const;
    const direct = { id: "444444444444", roles: [{ name: "direct", trustPolicy }] };
    double = await startAwsDouble({ world: { accounts: [...demoWorld.accounts, direct] } });
  });

  afterEach(() => double.close());

  const directRole = `[profile direct]
role_arn = arn:aws:iam::444444444444:role/direct
source_profile = plain-user
region = eu-west-1
[profile plain-user]
credential_process = aws-vault export demo-key
[profile demo-key]
`;

  it("asks for twelve hours for a role that a long-term key assumed", async () => {
    const chain = chainOnDouble({ double, config: directRole });
    await chain.keyStore.write("demo-key", {
      accessKeyId: demoUser.accessKeyId,
      secretAccessKey: new Secret(demoUser.secretAccessKey),
    });
    const { account, expires } = await chain.open("direct");
    expect(account).toBe("444444444444");
    expect(Date.parse(expires ?? "") - double.clock.now().getTime()).toBeGreaterThan(11.9 * 3_600_000);
  });

  it("asks for no duration for a chained role, which AWS would refuse", async () => {
    await chainOnDouble({ double, config: articleConfig }).open("demo-role2");
    const exchange = double.calls.find(({ action }) => action === "getSigninToken");
    expect(exchange?.parameters).not.toHaveProperty("SessionDuration");
  });

  it("sends the session in the body of a POST", async () => {
    await chainOnDouble({ double, config: articleConfig }).open("demo-role1");
    expect(double.calls.find(({ action }) => action === "getSigninToken")).toMatchObject({ httpMethod: "POST" });
  });

  it("gives a link that AWS takes for fifteen minutes, and no longer", async () => {
    const chain = chainOnDouble({ double, config: articleConfig });
    const plan = chain.plan("demo-role2");
    const now = () => double.clock.now();
    const credentials = await chain.resolve("demo-role2");
    const connection = straightConnection();
    const request = { plan, credentials, destination: destinationUrl({ kind: "home" }, plan), connection, now };
    const { url, validUntil } = await signIn(request);

    expect(validUntil.getTime() - double.clock.now().getTime()).toBeGreaterThan(14.9 * 60_000);
    expect(String(url)).toBe("[secret]");
    double.clock.advance(15 * 60_000 + 1_000);
    await expect(visitConsole(url.reveal())).rejects.toThrow();
  });
});

describe("signing in where the answer is not AWS's", () => {
  let server: Server | undefined;

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
  });

  const signInAt = async (listener: RequestListener) => {
    const port = await new Promise<number>((resolve) => {
      const started = createServer(listener).listen(0, "127.0.0.1", () => {
        const address = started.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
      server = started;
    });
    const variables = { AWS_ENDPOINT_URL_SIGNIN: `http://127.0.0.1:${port}` };
    const plan = planOf(directOf("aws"), "direct", undefined, { variables });
    return signIn({
      plan,
      credentials: someCredentials,
      destination: destinationUrl({ kind: "home" }, plan),
      sessionDuration: 43_200,
      connection: straightConnection(),
      now: () => new Date("2026-11-23T12:00:00Z"),
    });
  };

  it.each([
    {
      answer: "a captive portal's page",
      status: 200,
      body: "<html>Welcome</html>",
      reason: "not AWS's (an answer without a sign-in token)",
    },
    { answer: "a broken gateway", status: 503, body: "<html>Sorry</html>", reason: "failed (HTTP 503)" },
    {
      answer: "JSON without a token",
      status: 200,
      body: "{}",
      reason: "not AWS's (an answer without a sign-in token)",
    },
  ])("names host and cause for $answer, and shows nothing of it", async ({ status, body, reason }) => {
    const failing = signInAt((_, response) => response.writeHead(status).end(body));
    await expect(failing).rejects.toThrow(
      /^127\.0\.0\.1:\d+ (gave|failed) .*, so the console of "direct" was not opened\. /,
    );
    await expect(failing).rejects.toThrow(reason);
    await expect(failing).rejects.not.toThrow(/html|example-secret|example-token/);
  });

  it("tries once more without a duration when AWS refuses it, then gives up in a sentence", async () => {
    const durations: (string | null)[] = [];
    const failing = signInAt((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        durations.push(new URLSearchParams(body).get("SessionDuration"));
        response.writeHead(400).end("<html>Invalid credentials parameter</html>");
      });
    });
    await expect(failing).rejects.toThrow(
      'AWS made the session of "direct" but refused it at sign-in. Use Forget Session, then open again.',
    );
    expect(durations).toEqual(["43200", null]);
  });

  it("follows no redirect with the session in its hands", async () => {
    const paths: (string | undefined)[] = [];
    const failing = signInAt((request, response) => {
      paths.push(request.url);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    await expect(failing).rejects.toThrow("gave an answer that is not AWS's (HTTP 307)");
    expect(paths).toEqual(["/federation"]);
  });
});

function directOf(partition: string, region = "us-east-1"): string {
  return `[profile direct]
role_arn = arn:${partition}:iam::444444444444:role/direct
source_profile = user
region = ${region}
[profile user]
`;
}
