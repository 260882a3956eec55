import "../commands/node-with-dom";
import { describe, expect, it } from "vitest";
import listProfiles from "../../src/tools/list-profiles";
import { articleConfig } from "../aws/article-config";
import { startExtensionWorld } from "../commands/extension-world";
import { openConsoleOf } from "../commands/launcher-user";
import { host } from "../host/headless-host";

const DEMO_ROLE2 = {
  name: "demo-role2",
  accountId: "333333333333",
  role: "demo-role2",
  hops: 2,
  region: "ap-northeast-1",
};

describe("the tool List Profiles", () => {
  it("tells where each profile leads and whether a code will be asked for", async () => {
    const world = await startExtensionWorld();
    expect(await listProfiles({ filter: "role2" })).toEqual({
      profiles: [{ ...DEMO_ROLE2, asksForCode: true }],
      leftOut: 0,
    });
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(await listProfiles({ filter: "role2" })).toEqual({
      profiles: [{ ...DEMO_ROLE2, asksForCode: false, sessionEnd: expect.stringMatching(/^\d{4}-.*T.*Z$/) }],
      leftOut: 0,
    });
  });

  it("expects no code of the user where a command gives it", async () => {
    const config = articleConfig.replace("output = json", "mfa_process = echo 123456");
    await startExtensionWorld({ config });
    expect(await listProfiles({ filter: "role2" })).toMatchObject({ profiles: [{ asksForCode: false }] });
  });

  it("lists everything without a filter, and asks neither AWS nor the key store", async () => {
    const world = await startExtensionWorld({ config: articleConfig });
    host.assetsPath = "/nowhere/without/a/key-store";
    expect(await listProfiles({})).toMatchObject({ profiles: { length: 5 } });
    expect(world.newCalls()).toEqual([]);
  });

  it("says why there is nothing to list", async () => {
    await startExtensionWorld({});
    expect(await listProfiles({})).toMatch(/^There is no AWS config at .* Create it/);
  });
});
