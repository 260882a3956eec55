import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  CHROMIUM_TOOLS,
  type ConsoleInChromium,
  startChromium,
  type UserBrowser,
} from "../browser/console-in-chromium";
import { missingTools } from "../required-tools";
import { type AwsDouble, startAwsDouble } from "./aws-double";
import { type Partition } from "./partition";
import { assumeRole } from "./sts-client";
import { createTestCa } from "./test-ca";
import { type Account, type World } from "./world";

interface Place {
  readonly partition: Partition;
  readonly accountId: string;
  readonly region: string;
  readonly signInHost: string;
  readonly consoleHost: string;
}

const commercial = {
  partition: "aws",
  accountId: "111111111111",
  region: "eu-west-1",
  signInHost: "us-east-1.signin.aws.amazon.com",
  consoleHost: "eu-west-1.console.aws.amazon.com",
} as const satisfies Place;
const commercialElsewhere = { ...commercial, signInHost: "eu-west-1.signin.aws.amazon.com" };
const otherAccount = { ...commercialElsewhere, accountId: "222222222222" };

const places: readonly Place[] = [
  commercial,
  {
    partition: "aws-cn",
    accountId: "333333333333",
    region: "cn-north-1",
    signInHost: "cn-north-1.signin.amazonaws.cn",
    consoleHost: "cn-north-1.console.amazonaws.cn",
  },
  {
    partition: "aws-us-gov",
    accountId: "444444444444",
    region: "us-gov-west-1",
    signInHost: "us-gov-west-1.signin.amazonaws-us-gov.com",
    consoleHost: "us-gov-west-1.console.amazonaws-us-gov.com",
  },
  {
    partition: "aws-us-gov",
    accountId: "444444444444",
    region: "us-gov-east-1",
    signInHost: "us-gov-east-1.signin-fips.amazonaws-us-gov.com",
    consoleHost: "us-gov-east-1.console.amazonaws-us-gov.com",
  },
  {
    partition: "aws-eusc",
    accountId: "555555555555",
    region: "eusc-de-east-1",
    signInHost: "eusc-de-east-1.signin.amazonaws-eusc.eu",
    consoleHost: "eusc-de-east-1.console.amazonaws-eusc.eu",
  },
];

const keyOf = ({ accountId }: { accountId: string }) => ({
  accessKeyId: `AKIABROWSE${accountId.slice(0, 10)}`,
  secretAccessKey: `browserSecretOf${accountId}`,
});

function accountOf({ partition, accountId }: Pick<Place, "partition" | "accountId">): Account {
  const Principal = { AWS: `arn:${partition}:iam::${accountId}:root` };
  const Statement = [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }] as const;
  return {
    id: accountId,
    alias: `alias-${accountId.slice(0, 1)}`,
    partition,
    users: [{ name: "user", accessKeys: [keyOf({ accountId })] }],
    roles: [{ name: "reader", trustPolicy: { Version: "2012-10-17", Statement } }],
  };
}

const accounts = new Map([...places, otherAccount].map((place) => [place.accountId, accountOf(place)]));
const world: World = { accounts: [...accounts.values()] };

const missing = missingTools("the stand-in's console in a real browser", ...CHROMIUM_TOOLS);

describe.skipIf(missing.length > 0)("in a real browser", { timeout: 60_000 }, () => {
  let double: AwsDouble;
  let chromium: ConsoleInChromium;
  let user: UserBrowser;

  beforeAll(async () => {
    double = await startAwsDouble({ world });
    chromium = await startChromium(double);
  }, 60_000);
  afterAll(async () => {
    await chromium.close();
    await double.close();
  });
  beforeEach(async () => {
    user = await chromium.newUser();
  });
  afterEach(() => {
    double.multiSession = true;
  });

  /** A login URL of a role in a place, on AWS's own host or on another. */
  async function loginUrl(place: Place, path = "/", origin = `https://${place.signInHost}`): Promise<string> {
    const { partition, accountId, region, consoleHost } = place;
    const role = { RoleArn: `arn:${partition}:iam::${accountId}:role/reader`, RoleSessionName: "alice" };
    const { accessKeyId, secretAccessKey, sessionToken } = await assumeRole(double, keyOf(place), role, { region });
    const Session = JSON.stringify({ sessionId: accessKeyId, sessionKey: secretAccessKey, sessionToken });
    const form = new URLSearchParams({ Action: "getSigninToken", Session });
    const answer = await fetch(`${double.url}/federation`, { method: "POST", body: form });
    const [, SigninToken = ""] = (await answer.text()).match(/"SigninToken":"([^"]+)"/) ?? [];
    const Destination = `https://${consoleHost}${path}`;
    return `${origin}/federation?${new URLSearchParams({ Action: "login", Destination, SigninToken })}`;
  }

  it.each(places)("a role opens its console by $signInHost", async (place) => {
    const { facts, status } = await user.open(
      await loginUrl(place, `/s3/home?region=${place.region}&tab=a%26b%20c&all`),
    );
    expect(status).toBe(200);
    expect(facts).toEqual({
      account: place.accountId,
      alias: `alias-${place.accountId.slice(0, 1)}`,
      role: "reader",
      session: "alice",
      region: place.region,
      service: "s3",
      destination: `${place.consoleHost}/s3/home?region=${place.region}&tab=a%26b%20c&all`,
      fragment: "-",
      expires: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(double.calls.findLast(({ action }) => action === "login")).toMatchObject({ host: place.signInHost });
  });

  it.each([
    "#logsV2:log-groups/log-group/$252Faws$252Flambda",
    "#Instances:instanceState=running;v=3",
    "#<img src=x onerror=alert(1)>",
    "#a&lt;b",
  ])("a destination's fragment arrives whole: %s", async (fragment) => {
    const { facts, url } = await user.open(await loginUrl(commercial, `/cloudwatch/home?region=eu-west-1${fragment}`));
    expect(facts.fragment).toBe(new URL(`https://any/${fragment}`).hash);
    expect(new URL(url).hash).toBe(facts.fragment);
  });

  it("a login URL of the stand-in's own address opens as well", async () => {
    const { facts } = await user.open(await loginUrl(commercial, "/", double.url));
    expect(facts.account).toBe(commercial.accountId);
  });

  it("two accounts are open at a time, each under a host of its own", async () => {
    const first = await user.open(await loginUrl(commercial));
    const second = await user.open(await loginUrl(otherAccount));
    expect(first.url).toMatch(/\/console\/111111111111-[a-z0-9]{8}\.eu-west-1\.console\.aws\.amazon\.com\/$/);
    expect(second.url).toMatch(/\/console\/222222222222-[a-z0-9]{8}\.eu-west-1\.console\.aws\.amazon\.com\/$/);
    expect((await first.reload()).facts.account).toBe("111111111111");
    expect((await second.reload()).facts.account).toBe("222222222222");
  });

  it("two accounts are open at a time also by the stand-in's own address", async () => {
    const first = await user.open(await loginUrl(commercial, "/", double.url));
    await user.open(await loginUrl(otherAccount, "/", double.url));
    expect((await first.reload()).facts.account).toBe("111111111111");
  });

  it("a logout is refused with multi-session", async () => {
    const page = await user.open(await loginUrl(commercial));
    const next = new URLSearchParams({ Action: "logout", redirect_uri: await loginUrl(otherAccount) });
    expect((await user.open(`https://${commercial.signInHost}/oauth?${next}`)).status).toBe(400);
    expect((await page.reload()).facts.account).toBe("111111111111");
  });

  it("without multi-session another account opens after logging out by the link", async () => {
    double.multiSession = false;
    const first = await user.open(await loginUrl(commercial));
    const refused = await user.open(await loginUrl(otherAccount));
    expect(refused).toMatchObject({ status: 400, facts: {} });
    expect(refused.text).toMatch(
      /You must first log out before logging into a different AWS account\.\s+To logout, click here/,
    );
    expect((await first.reload()).facts.account).toBe("111111111111");
    expect((await refused.follow("click here")).text).toContain("You have logged out");
    expect((await first.reload()).text).toContain("You are not signed in");
    expect((await user.open(await loginUrl(otherAccount))).facts.account).toBe("222222222222");
  });

  it("without multi-session another account opens by a login URL behind a logout", async () => {
    double.multiSession = false;
    await user.open(await loginUrl(commercial));
    const next = new URLSearchParams({ Action: "logout", redirect_uri: await loginUrl(otherAccount, "/#here") });
    const { facts } = await user.open(`https://${commercial.signInHost}/oauth?${next}`);
    expect(facts).toMatchObject({ account: "222222222222", fragment: "#here" });
  });

  it("one user's sessions are not another's", async () => {
    double.multiSession = false;
    const { url } = await user.open(await loginUrl(commercial));
    const other = await chromium.newUser();
    expect(await other.open(url)).toMatchObject({ status: 401, facts: {} });
    expect((await other.open(await loginUrl(otherAccount))).facts.account).toBe("222222222222");
  });

  it.each(["https://example.com/", "http://us-east-1.console.aws.amazon.com/", "http://localhost/"])(
    "%s cannot be reached",
    async (url) => {
      // A proxy that opens no tunnel answers plain http itself.
      const page = await user.open(url).catch(String);
      expect(typeof page === "string" ? page : page.text).toMatch(/net::ERR_TUNNEL_CONNECTION_FAILED|^Only CONNECT/);
    },
  );

  it("a certificate of any other authority is refused", async () => {
    const otherCa = await createTestCa();
    const other = await startAwsDouble({ world, tls: otherCa });
    const visitor = await startChromium(other);
    await expect(visitor.open(`${other.url}/federation`)).rejects.toThrow("net::ERR_CERT_AUTHORITY_INVALID");
    await visitor.close();
    await other.close();
    await otherCa.remove();
  });

  it("a host of AWS without a service of the stand-in is the stand-in, too, and knows nothing", async () => {
    expect(await user.open("https://d-1234567890.awsapps.com/start/#/console?account_id=1")).toMatchObject({
      status: 404,
      url: "https://d-1234567890.awsapps.com/start/#/console?account_id=1",
    });
  });
});
