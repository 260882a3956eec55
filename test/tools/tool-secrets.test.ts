import "../commands/node-with-dom";
import { object, parse, parseJson, pipe, string } from "valibot";
import { expect, it } from "vitest";
import explainChain from "../../src/tools/explain-chain";
import listProfiles from "../../src/tools/list-profiles";
import openConsole, { confirmation } from "../../src/tools/open-console";
import { articleConfig } from "../aws/article-config";
import { demoCredentials } from "../aws-double/demo-credentials";
import { demoUser } from "../aws-double/demo-world";
import { startExtensionWorld } from "../commands/extension-world";
import { openConsoleOf, storedSessions } from "../commands/launcher-user";
import { host } from "../host/headless-host";

const StoredSession = pipe(
  string(),
  parseJson(),
  object({ accessKeyId: string(), secretAccessKey: string(), sessionToken: string() }),
);

it("no answer of a tool holds a key, a token, a link or a code", async () => {
  const world = await startExtensionWorld({
    config: articleConfig.replace("role_session_name", "external_id = confidential-id\nrole_session_name"),
    credentials: demoCredentials,
  });
  const code = world.mfaCode();
  await openConsoleOf("demo-role1", code);

  const profiles = ["default", "demo-user", "demo-default", "demo-role1", "demo-role2", "nobody"];
  const answers: unknown[] = [await listProfiles({})];
  for (const profile of profiles) {
    answers.push(await explainChain({ profile }), await confirmation({ profile }), await openConsole({ profile }));
  }
  expect(answers).toContain("Opened demo-role1 in 222222222222");

  const links = host.opened.map(({ target }) => target);
  const secrets = [
    demoUser.secretAccessKey,
    demoUser.accessKeyId,
    "confidential-id",
    code,
    ...storedSessions().flatMap((entry) => Object.values(parse(StoredSession, entry))),
    ...links,
    ...links.map((link) => new URL(link).searchParams.get("SigninToken") ?? ""),
  ];
  // Two sessions with three secrets each, and at least the links that were opened here.
  expect(new Set(secrets).size).toBeGreaterThanOrEqual(4 + 2 * 3 + 2 * 2);
  const told = JSON.stringify(answers);
  expect(secrets.filter((secret) => secret === "" || told.includes(secret))).toEqual([]);
});
