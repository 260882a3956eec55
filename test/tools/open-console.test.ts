import "../commands/node-with-dom";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import openConsole, { confirmation } from "../../src/tools/open-console";
import { articleConfig } from "../aws/article-config";
import { visitConsole } from "../aws-double/visit-console";
import { type ExtensionWorld, startExtensionWorld } from "../commands/extension-world";
import { openConsoleOf } from "../commands/launcher-user";
import { host } from "../host/headless-host";

/** A world in which no code is needed. */
async function worldWithSession(): Promise<ExtensionWorld> {
  const world = await startExtensionWorld();
  await openConsoleOf("demo-role2", world.mfaCode());
  world.newCalls();
  host.opened.length = host.toasts.length = host.huds.length = 0;
  return world;
}

describe("the tool Open Console", () => {
  it("opens what it is asked for and says what that is, without a word to the window", async () => {
    const world = await worldWithSession();
    const input = { profile: "demo-role2", service: "cloudwatch logs", region: "eu-central-1" };
    expect(await openConsole(input)).toBe("Opened demo-role2 in 333333333333, CloudWatch Logs, Europe (Frankfurt)");
    expect(world.newCalls()).toEqual(["getSigninToken"]);
    expect(await visitConsole(host.opened[0]?.target ?? "")).toMatchObject({
      account: "333333333333",
      role: "demo-role2",
      region: "eu-central-1",
    });
    expect([host.toasts, host.huds]).toEqual([[], []]);
  });

  it("asks for no code, and says who can type it", async () => {
    const world = await startExtensionWorld();
    expect(await openConsole({ profile: "demo-role2" })).toBe(
      '"demo-role2" needs a code of arn:aws:iam::111111111111:mfa/demo-user, which only its user can type. Run the command Enter MFA Code, then try again.',
    );
    expect(world.newCalls()).toEqual([]);
    expect([host.opened, host.toasts, host.huds]).toEqual([[], [], []]);
  });

  it.each([
    [{ profile: "demo-rol2" }, /^No profile is called "demo-rol2"\. List the profiles to see their names\.$/],
    [{ profile: "demo-role2", service: "eb" }, /^"eb" may be Elastic Beanstalk, EventBridge\. Say which one\.$/],
    [{ profile: "demo-role2", service: "toaster" }, /^No page of the console is called "toaster"/],
    [{ profile: "demo-role2", region: "cn-north-1" }, /^The region cn-north-1 is not in the partition aws/],
  ])("opens nothing for %j, and confirms no more than the name", async (input, sentence) => {
    const world = await worldWithSession();
    expect((await confirmation(input))?.info).toEqual([{ name: "Profile", value: input.profile }]);
    expect(await openConsole(input)).toMatch(sentence);
    expect(world.newCalls()).toEqual([]);
    expect(host.opened).toEqual([]);
  });

  it("says why AWS did not open it", async () => {
    const world = await worldWithSession();
    await world.unplug();
    expect(await openConsole({ profile: "demo-role2" })).toMatch(/the console of "demo-role2" was not opened/);
  });
});

describe("what is confirmed", () => {
  it("is what opens: nothing does where the profile leads elsewhere by then", async () => {
    const world = await worldWithSession();
    await confirmation({ profile: "demo-role2" });
    const config = path.join(world.home, ".aws", "config");
    await writeFile(config, articleConfig.replace("333333333333:role/demo-role2", "222222222222:role/demo-role1"));
    expect(await openConsole({ profile: "demo-role2" })).toMatch(
      /^"demo-role2" now leads to demo-role1 in 222222222222/,
    );
    expect(host.opened).toEqual([]);
  });

  it("says that a user's own console has no MFA", async () => {
    await startExtensionWorld({ config: articleConfig });
    expect((await confirmation({ profile: "demo-user" }))?.info).toContainEqual({
      name: "MFA",
      value: "None: AWS takes no code for a user's own console",
    });
  });

  it("names account, role, service and region", async () => {
    await startExtensionWorld({ config: articleConfig });
    expect(await confirmation({ profile: "demo-role2", service: "lambda", region: "eu-central-1" })).toEqual({
      message: "Open this AWS console in the browser?",
      info: [
        { name: "Profile", value: "demo-role2" },
        { name: "Account", value: "333333333333" },
        { name: "Role", value: "demo-role2" },
        { name: "User", value: undefined },
        { name: "MFA", value: undefined },
        { name: "Service", value: "Lambda" },
        { name: "Address", value: undefined },
        { name: "Region", value: "Europe (Frankfurt), eu-central-1" },
      ],
    });
  });

  it("names the user where there is no role", async () => {
    await startExtensionWorld({ config: articleConfig });
    expect((await confirmation({ profile: "demo-default" }))?.info).toContainEqual({
      name: "User",
      value: "demo-user",
    });
  });

  it("counts what the profile opens at by default", async () => {
    await startExtensionWorld({ config: articleConfig });
    host.localStorage.set("console:demo-role2", JSON.stringify({ service: "lambda", region: "eu-west-1" }));
    expect((await confirmation({ profile: "demo-role2" }))?.info).toEqual(
      expect.arrayContaining([
        { name: "Service", value: "Lambda" },
        { name: "Region", value: "Europe (Ireland), eu-west-1" },
      ]),
    );
  });
});
