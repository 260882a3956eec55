import { createServer } from "node:http";
import * as v from "valibot";
import { describe, expect, it, onTestFinished } from "vitest";
import { CONSOLE_SERVICES } from "../../../src/aws/console/console-services";
import { CONSOLE_HOME, consoleUrl } from "../../../src/aws/console/console-url";
import { destinationUrl } from "../../../src/aws/console/destination";
import { partitionOfRegion } from "../../../src/aws/console/partition";
import { signIn } from "../../../src/aws/console/sign-in";
import { federationUrl } from "../../../src/aws/console/sign-in-host";
import { Secret } from "../../../src/aws/secret";
import { containerUrl } from "../../../src/launcher/browsers/container-url";
import { startAwsDouble } from "../../aws-double/aws-double";
import { demoUser, demoWorld } from "../../aws-double/demo-world";
import { memoryStorage } from "../../memory-storage";
import { sharedJson } from "../../shared-data";
import { straightConnection } from "../../straight-connection";
import { articleConfig } from "../article-config";
import { chainOnDouble, type ChainOnDouble } from "../chain-on-double";
import { faultyConnection } from "../chain/faults/faulty-connection";
import { configOf } from "../config-of";
import { planOf } from "../plan-of";
import { problemOf } from "../problem-of";

const Case = v.object({
  id: v.string(),
  kind: v.string(),
  title: v.string(),
  profile: v.optional(v.string(), ""),
  region: v.optional(v.string(), "us-east-1"),
  destination: v.optional(v.string(), ""),
  service: v.optional(v.string(), ""),
  http_status: v.optional(v.number(), 0),
  body: v.optional(v.string(), ""),
  expect: v.optional(
    v.looseObject({
      getSigninToken: v.optional(v.object({ SessionDuration: v.nullable(v.string()) })),
      DurationSeconds_max: v.optional(v.number(), 0),
      federation: v.optional(v.string()),
      console: v.optional(v.string(), ""),
      url_contains: v.optional(v.string(), ""),
      destination: v.optional(v.string()),
      retries: v.optional(v.array(v.object({ SessionDuration: v.optional(v.nullable(v.string())) })), []),
      url: v.optional(v.string(), ""),
    }),
    {},
  ),
  error: v.optional(v.looseObject({ message_contains: v.optional(v.string(), "") })),
});
type Case = v.InferOutput<typeof Case>;

const all = sharedJson("cases/hard-cases.json", v.object({ cases: v.array(Case) }))?.cases ?? [];
const cases = all.filter(({ kind }) => kind === "federation");

function placeIn(region: string) {
  const partition = partitionOfRegion(region);
  if (!partition) throw new Error(`${region} is in no partition`);
  return { region, partition, network: { signInEndpoint: undefined, useFips: false } };
}

/** A profile with a role in a region, whose user has a stored key. */
function roleIn(region: string) {
  const { partition } = placeIn(region);
  return planOf(
    `[profile user]\n[profile a]\nsource_profile = user\nregion = ${region}\nrole_arn = arn:${partition.id}:iam::111111111111:role/A\n`,
    "a",
  );
}

async function chainOnDemoWorld(): Promise<ChainOnDouble & { readonly sent: () => URLSearchParams[] }> {
  const rootKeys = [{ accessKeyId: "AKIAROOTKEY000000000", secretAccessKey: "rootSecret" }];
  const [identity, ...others] = demoWorld.accounts;
  if (!identity) throw new Error("The demo world has no account");
  const double = await startAwsDouble({ world: { accounts: [{ ...identity, rootKeys }, ...others] } });
  onTestFinished(() => double.close());
  const chain = chainOnDouble({ double, config: `${articleConfig}[profile root]\n` });
  await chain.keyStore.write("root", {
    accessKeyId: "AKIAROOTKEY000000000",
    secretAccessKey: new Secret("rootSecret"),
  });
  return Object.assign(chain, {
    sent: () =>
      double.calls
        .filter(({ action }) => action === "getSigninToken")
        .map(({ parameters }) => new URLSearchParams(parameters)),
  });
}

const hostsOf = async ({ region, expect: wanted }: Case): Promise<void> => {
  const place = placeIn(region);
  expect(federationUrl(place).href).toBe(wanted.federation);
  expect(consoleUrl(CONSOLE_HOME, place)).toBe(`${wanted.console}console/home?region=${region}`);
};

/** How each case is brought about, and what the file says of it. */
const PROOFS: Readonly<Record<string, (one: Case) => Promise<void>>> = {
  async "fed-federation-token"(one) {
    const chain = await chainOnDemoWorld();
    expect(await chain.open("demo-user")).toMatchObject({ user: "demo-user" });
    expect(chain.sent().map((form) => ({ SessionDuration: form.get("SessionDuration") }))).toEqual([
      one.expect.getSigninToken,
    ]);
  },

  async "fed-root"(one) {
    const chain = await chainOnDemoWorld();
    const { expires = "" } = await chain.open("root");
    expect((Date.parse(expires) - Date.now()) / 1000).toBeLessThanOrEqual(one.expect.DurationSeconds_max);
  },

  "fed-host-aws-use1": hostsOf,
  "fed-host-aws-euw1": hostsOf,
  "fed-host-cn": hostsOf,
  "fed-host-gov": hostsOf,
  "fed-host-eusc": hostsOf,

  async "fed-dest-encoding"(one) {
    const chain = await chainOnDemoWorld();
    const { url } = await chain.signInUrl("demo-role1", { destination: { kind: "url", url: one.destination } });
    expect(url.reveal()).toContain(one.expect.url_contains);
  },

  async "fed-dest-partition"(one) {
    const open = async () => destinationUrl({ kind: "url", url: one.destination }, roleIn(one.region));
    const { problem, message } = await problemOf(open());
    expect(problem.kind).toBe("destination-refused");
    expect(message).toContain(one.error?.message_contains);
  },

  async "fed-dest-global"(one) {
    const service = CONSOLE_SERVICES.find(({ id }) => id === one.service);
    if (!service) throw new Error(`The catalogue has no ${one.service}`);
    expect(destinationUrl({ kind: "service", service }, roleIn(one.region))).toBe(one.expect.destination);
  },

  async "fed-400-body"(one) {
    const durations: (string | null)[] = [];
    const server = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        durations.push(new URLSearchParams(body).get("SessionDuration"));
        response.writeHead(one.http_status, { "content-type": "text/html" }).end(one.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close().closeAllConnections());
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const plan = {
      ...roleIn(one.region),
      network: { ...roleIn(one.region).network, signInEndpoint: `http://127.0.0.1:${port}` },
    };
    const { accessKeyId, secretAccessKey } = demoUser;
    const { message } = await problemOf(
      signIn({
        plan,
        credentials: {
          accessKeyId,
          secretAccessKey: new Secret(secretAccessKey),
          sessionToken: new Secret("token-of-the-session"),
          expiration: undefined,
        },
        destination: destinationUrl({ kind: "home" }, plan),
        sessionDuration: 43_200,
        connection: straightConnection(),
        now: () => new Date(),
      }),
    );
    expect(durations).toEqual(["43200", ...one.expect.retries.map(({ SessionDuration }) => SessionDuration)]);
    expect(message).toMatch(/refused it at sign-in/);
    expect(message).not.toMatch(/<|html|Invalid credentials/i);
    expect(message).not.toMatch(new RegExp(`${secretAccessKey}|token-of-the-session|${accessKeyId}`));
  },

  // That its copies are concealed is shown by the command's own test, profile-actions.test.tsx.
  async "fed-url-ttl"() {
    const double = await startAwsDouble();
    onTestFinished(() => double.close());
    const storage = memoryStorage();
    const chain = chainOnDouble({ double, config: articleConfig, storage });
    const first = await chain.signInUrl("demo-role1");
    const second = await chain.signInUrl("demo-role1");
    expect(first.validUntil.getTime() - double.clock.now().getTime()).toBeLessThanOrEqual(15 * 60_000);
    expect(second.url.reveal()).not.toBe(first.url.reveal());
    const token = new URL(first.url.reveal()).searchParams.get("SigninToken") ?? "nothing";
    expect(JSON.stringify(await storage.allItems())).not.toContain(token);
    expect(`${JSON.stringify(first)}${String(first.url)}`).not.toContain(token);
  },

  async "fed-logout-first"(one) {
    const double = await startAwsDouble();
    onTestFinished(() => double.close());
    const { connection } = faultyConnection(new URL(double.url));
    const config = articleConfig.replaceAll("ap-northeast-1", one.region);
    const chain = chainOnDouble({ double, config, connection, endpoint: "" });
    const { url } = await chain.signInUrl("demo-role1", { logsOutFirst: true });

    const [beforeRedirect = "nothing", afterRedirect = "nothing"] = one.expect.url.split(/<encoded |\.\.\.>/);
    expect(url.reveal().startsWith(beforeRedirect)).toBe(true);
    const login = new URL(url.reveal()).searchParams.get("redirect_uri") ?? "";
    expect(login.startsWith(afterRedirect)).toBe(true);
    expect(url.reveal()).toBe(`${beforeRedirect}${encodeURIComponent(login)}`);
    expect(new URL(login).searchParams.get("Destination")).toBe(
      "https://us-east-1.console.aws.amazon.com/console/home?region=us-east-1",
    );
  },

  async "fed-container-escape"(one) {
    // As the case has it, without quotes, the name is none by the cross-SDK specification.
    const [profile] = configOf(`[profile "${one.profile}"]\n`).profiles.keys();
    if (profile === undefined) throw new Error("The config has no profile");
    const url = "https://signin.aws.amazon.com/federation?Action=login&SigninToken=a%2Bb";
    const opened = containerUrl({ name: profile, color: "blue", icon: "briefcase", url });
    expect(opened).toContain(one.expect.url_contains);
    expect(Object.fromEntries(new URLSearchParams(opened.slice("ext+container:".length)))).toEqual({
      name: profile,
      color: "blue",
      icon: "briefcase",
      url,
    });
  },
};

describe.skipIf(all.length === 0)("the hard cases of federation", () => {
  it("are all proved", () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(Object.keys(PROOFS).sort());
  });

  it.each(cases)("$id: $title", (one) => PROOFS[one.id]?.(one));
});
