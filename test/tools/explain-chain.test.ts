import "../commands/node-with-dom";
import { describe, expect, it } from "vitest";
import explainChain from "../../src/tools/explain-chain";
import { articleConfig } from "../aws/article-config";
import { startExtensionWorld } from "../commands/extension-world";
import { openConsoleOf } from "../commands/launcher-user";

describe("the tool Explain Chain", () => {
  it("tells each step, and what is kept of it until when", async () => {
    const world = await startExtensionWorld({ config: articleConfig });
    expect(await explainChain({ profile: "demo-role2" })).toMatchObject({
      profile: "demo-role2",
      region: "ap-northeast-1",
      asksForCode: true,
      steps: [
        { title: "Key of demo-user", isKept: false },
        { title: "MFA session of demo-user", isKept: false },
        { title: "demo-role1 in 222222222222", isKept: false },
        { title: "demo-role2 in 333333333333", isKept: false },
      ],
      diagnostics: [],
    });
    expect(world.newCalls()).toEqual([]);
  });

  it("tells the ends of what is kept", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role1", world.mfaCode());
    const iso = expect.stringMatching(/^\d{4}-.*T.*Z$/);
    expect(await explainChain({ profile: "demo-role2" })).toMatchObject({
      asksForCode: false,
      steps: [
        { isKept: false },
        { isKept: true, keptUntil: iso },
        { isKept: true, keptUntil: iso },
        { title: "demo-role2 in 333333333333", isKept: false },
      ],
    });
  });

  it("tells what is done otherwise than the config asks, with its line", async () => {
    const config = `${articleConfig}duration_seconds = 7200\n`;
    await startExtensionWorld({ config });
    expect(await explainChain({ profile: "demo-role2" })).toMatchObject({
      diagnostics: [{ place: expect.stringMatching(/config, line \d+$/), message: expect.any(String) }],
    });
  });

  it.each([
    ["demo-rol2", 'No profile is called "demo-rol2". List the profiles to see their names.'],
    ["elsewhere", 'No profile is called "elsewhere". List the profiles to see their names.'],
    ["lost", /^source_profile of "lost" names "gone", which is no profile \(.*, line 24\)\. Correct the name/],
  ])("says of %s what is wrong", async (profile, sentence) => {
    const lost = "[profile lost]\nrole_arn = arn:aws:iam::222222222222:role/r\nsource_profile = gone\n";
    await startExtensionWorld({ config: `${articleConfig}${lost}` });
    expect(await explainChain({ profile })).toMatch(sentence);
  });
});
