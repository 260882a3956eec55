import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { articleConfig } from "../aws/article-config";
import { startConnectProxy } from "../aws-double/connect-proxy";
import { demoCredentials } from "../aws-double/demo-credentials";
import { demoWorld } from "../aws-double/demo-world";
import { type Account } from "../aws-double/world";
import { type AwsDouble, startAwsDouble } from "../aws-double/aws-double";
import {
  CHROMIUM_TOOLS,
  type ConsoleInChromium,
  startChromium,
  type UserBrowser,
} from "../browser/console-in-chromium";
import { host } from "../host/headless-host";
import { missingTools } from "../required-tools";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { openConsoleOf, runActionOn } from "./launcher-user";

const GOV = { partition: "aws-us-gov", id: "555555555555", region: "us-gov-east-1", name: "gov" } as const;
const CHINA = { partition: "aws-cn", id: "666666666666", region: "cn-north-1", name: "china" } as const;
type Elsewhere = typeof GOV | typeof CHINA;

const keyOf = ({ id }: Elsewhere) => ({ accessKeyId: `AKIA${id}0000`, secretAccessKey: `secretOf${id}` });

const configOf = ({ partition, id, region, name }: Elsewhere) => `
[profile ${name}]
region = ${region}
role_arn = arn:${partition}:iam::${id}:role/${name}
source_profile = ${name}-user
[profile ${name}-user]
`;
const credentialsOf = (place: Elsewhere) => {
  const { accessKeyId, secretAccessKey } = keyOf(place);
  return `[${place.name}-user]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
};
function accountOf(place: Elsewhere): Account {
  const { partition, id, name } = place;
  const Principal = { AWS: `arn:${partition}:iam::${id}:root` };
  return {
    id,
    partition,
    users: [{ name: `${name}-user`, accessKeys: [keyOf(place)] }],
    roles: [
      {
        name,
        trustPolicy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }] },
      },
    ],
  };
}

const FILES = {
  config: articleConfig + configOf(GOV) + configOf(CHINA),
  credentials: demoCredentials + credentialsOf(GOV) + credentialsOf(CHINA),
};

/** The extension on AWS's own host names: a proxy, set in the preferences, leads them to the stand-in. */
async function startOnAwsHosts(double: AwsDouble): Promise<ExtensionWorld> {
  const world = await startExtensionWorld(FILES, double);
  const proxy = await startConnectProxy(double.url);
  onTestFinished(() => proxy.close());
  vi.stubEnv("AWS_ENDPOINT_URL_STS", undefined);
  vi.stubEnv("AWS_ENDPOINT_URL_SIGNIN", undefined);
  vi.stubEnv("AWS_CA_BUNDLE", proxy.caFile);
  host.preferences = { ...host.preferences, httpsProxy: proxy.url };
  return world;
}

describe.skipIf(missingTools("the console in a real browser", ...CHROMIUM_TOOLS).length > 0)(
  "what the extension opens, in a real browser under AWS's own host names",
  () => {
    let double: AwsDouble;
    let browser: ConsoleInChromium;
    let user: UserBrowser;

    beforeAll(async () => {
      double = await startAwsDouble({
        world: { accounts: [...demoWorld.accounts, accountOf(GOV), accountOf(CHINA)] },
        // One stand-in for more openings than a device shows codes meanwhile.
        singleUseCodes: false,
      });
      browser = await startChromium(double);
    });
    afterAll(async () => {
      await browser.close();
      await double.close();
    });

    const opened = async (huds: number): Promise<string> => {
      await waitFor(() => expect(host.huds).toHaveLength(huds));
      return host.opened.at(-1)?.target ?? "";
    };

    it("is the console of a role, and of two roles in a chain", async () => {
      const world = await startOnAwsHosts(double);
      user = await browser.newUser();
      const first = await user.open(await openConsoleOf("demo-role1", world.mfaCode()));
      expect(first.facts).toMatchObject({
        account: "222222222222",
        role: "demo-role1",
        region: "ap-northeast-1",
        service: "console",
        destination: "ap-northeast-1.console.aws.amazon.com/console/home?region=ap-northeast-1",
      });
      const second = await user.open(await openConsoleOf("demo-role2"));
      expect(second.facts).toMatchObject({ account: "333333333333", role: "demo-role2", session: "demo-role2" });
      expect(Date.parse(second.facts.expires ?? "") - Date.now()).toBeLessThanOrEqual(3_600_000);
      // Both stay signed in, side by side.
      expect((await first.reload()).facts).toMatchObject({ account: "222222222222" });
    });

    it("is the console of an IAM user", async () => {
      await startOnAwsHosts(double);
      user = await browser.newUser();
      await runActionOn("demo-user", "Open Console Without MFA");
      const { facts } = await user.open(await opened(1));
      expect(facts).toMatchObject({
        account: "111111111111",
        user: "demo-user",
        permissions: "all that the user has",
      });
    });

    it("is a page with a fragment, which arrives whole", async () => {
      const world = await startOnAwsHosts(double);
      user = await browser.newUser();
      const form = await runActionOn("demo-role2", "Open Console Address…");
      const fragment = "#logsV2:log-groups/log-group/$252Faws$252Flambda$252Fa?x=1&y=%20";
      await form.type("Address", `https://console.aws.amazon.com/cloudwatch/home?region=eu-central-1${fragment}`);
      await form.submit();
      await form.type("MFA Code", world.mfaCode());
      const { facts } = await user.open(await opened(1));
      expect(facts).toMatchObject({ account: "333333333333", region: "eu-central-1", service: "cloudwatch", fragment });
    });

    it.each([
      [GOV, "us-gov-east-1.signin.amazonaws-us-gov.com", "us-gov-east-1.console.amazonaws-us-gov.com"],
      [CHINA, "cn-north-1.signin.amazonaws.cn", "cn-north-1.console.amazonaws.cn"],
    ])("is the console of another partition: %o", async ({ name, id, region }, signInHost, consoleHost) => {
      await startOnAwsHosts(double);
      user = await browser.newUser();
      const url = await openConsoleOf(name);
      expect(new URL(url).host).toBe(signInHost);
      const { facts } = await user.open(url);
      expect(facts).toMatchObject({
        account: id,
        role: name,
        region,
        destination: `${consoleHost}/console/home?region=${region}`,
      });
      // One role behind a long-term key: twelve hours.
      expect(Date.parse(facts.expires ?? "") - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    });

    it("ends the other console first, where the browser holds one and is asked to", async () => {
      const world = await startOnAwsHosts(double);
      user = await browser.newUser();
      double.multiSession = false;
      onTestFinished(() => void (double.multiSession = true));

      await user.open(await openConsoleOf("demo-role1", world.mfaCode()));
      const refused = await user.open(await openConsoleOf("demo-role2"));
      expect(refused.text).toContain("You must first log out");

      await runActionOn("demo-role2", "Log out First");
      const url = await opened(3);
      expect(new URL(url)).toMatchObject({ host: "us-east-1.signin.aws.amazon.com", pathname: "/oauth" });
      expect((await user.open(url)).facts).toMatchObject({ account: "333333333333", role: "demo-role2" });
    });

    it("ends the other console first by preference", async () => {
      const world = await startOnAwsHosts(double);
      user = await browser.newUser();
      double.multiSession = false;
      onTestFinished(() => void (double.multiSession = true));
      host.preferences = { ...host.preferences, logOutFirst: true };

      await user.open(await openConsoleOf("demo-role1", world.mfaCode()));
      const { facts } = await user.open(await openConsoleOf("demo-role2"));
      expect(facts).toMatchObject({ account: "333333333333", role: "demo-role2" });
    });
  },
);
