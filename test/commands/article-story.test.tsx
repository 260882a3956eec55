import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { object, parse, parseJson, pipe, string } from "valibot";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Secret } from "../../src/aws/secret";
import { createKeyStore } from "../../src/launcher/create-key-store";
import { articleConfig } from "../aws/article-config";
import { demoUser } from "../aws-double/demo-world";
import { visitConsole } from "../aws-double/visit-console";
import { host } from "../host/headless-host";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { failureToast, openConsoleOf, pressEnterOn, refusalIn, runActionOn, storedSessions } from "./launcher-user";

const StoredSession = pipe(string(), parseJson(), object({ secretAccessKey: string(), sessionToken: string() }));

describe.runIf(hasThrowAwayKeyStore("the article's story with a real key store"))("the story of the article", () => {
  it("leads from the key in the key store through one code to the console of account C", async () => {
    const world = await startStory();
    const url = await openConsoleOf("demo-role2", world.mfaCode());
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole", "getSigninToken"]);
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
    expect(await visitConsole(url)).toMatchObject({ account: "333333333333", role: "demo-role2" });

    await openConsoleOf("demo-role1");
    expect(world.newCalls()).toEqual(["getSigninToken"]);
    expect(host.huds.at(-1)).toBe("Opened demo-role1 in 222222222222");
  });

  it("shows, logs and caches no secret, and copies each one concealed", async () => {
    const logged = (["log", "info", "debug", "warn", "error"] as const).map((level) => vi.spyOn(console, level));
    onTestFinished(() => void vi.restoreAllMocks());
    const world = await startStory();

    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", "000000");
    await refusalIn(form);
    const code = world.mfaCode();
    await form.type("MFA Code", code);
    await waitFor(() => expect(host.opened).toHaveLength(1));
    const copies = [["Copy as Bash or Zsh"], ["Copy Credentials as…", "JSON"], ["Copy Sign-In URL"]] as const;
    for (const [index, [title, ...submenuTitles]] of copies.entries()) {
      await runActionOn("demo-role2", title, ...submenuTitles);
      await waitFor(() => expect(host.clipboard).toHaveLength(index + 1));
    }
    const secrets = [demoUser.secretAccessKey, ...sessionSecrets(), ...signInTokens()];
    expect(new Set(secrets).size).toBe(1 + 3 * 2 + 2);

    const nextCode = world.mfaCode();
    world.double.world = { accounts: [] };
    const list = await runActionOn("demo-role2", "Refresh Now");
    await list.type("MFA Code", nextCode);
    await failureToast();

    const seen = JSON.stringify([
      host.toasts,
      host.huds,
      [...host.caches].map(([name, cache]) => [name, ...cache]),
      host.warnings,
      host.exceptions,
      host.launchedCommands,
      logged.flatMap(({ mock }) => mock.calls),
    ]);
    expect([...secrets, code, nextCode].filter((secret) => seen.includes(secret))).toEqual([]);
    expect(host.clipboard.every(({ concealed }) => concealed)).toBe(true);
  });
});

/** The article's config and no credentials file; the key of demo-user is in the key store. */
async function startStory(): Promise<ExtensionWorld> {
  const world = await startExtensionWorld({ config: articleConfig });
  const { accessKeyId, secretAccessKey } = demoUser;
  await createKeyStore(host.assetsPath).write("demo-user", {
    accessKeyId,
    secretAccessKey: new Secret(secretAccessKey),
  });
  return world;
}

function sessionSecrets(): string[] {
  return storedSessions().flatMap((item) => Object.values(parse(StoredSession, item)));
}

function signInTokens(): string[] {
  const urls = [host.opened.at(-1)?.target, host.clipboard.at(-1)?.content];
  return urls.map((url) => new URL(url ?? "").searchParams.get("SigninToken") ?? "");
}
