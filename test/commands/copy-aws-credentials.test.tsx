import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { describe, expect, it, onTestFinished } from "vitest";
import { CREDENTIAL_FORMATS } from "../../src/aws/credential-formats/credential-formats";
import CopyAwsCredentials from "../../src/copy-aws-credentials";
import { AwsCli } from "../aws-double/aws-cli";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { missingTools } from "../required-tools";
import { startExtensionWorld } from "./extension-world";
import { failureToast } from "./launcher-user";

/** Looks the command Copy AWS Credentials up and selects a profile. */
async function select(profile: string): Promise<LaunchedCommand> {
  const list = launch(<CopyAwsCredentials />);
  await list.selectItem(profile);
  return list;
}

/** Copies in one of the formats, with a code where one is asked for; gives what is on the clipboard then. */
async function copyAs(profile: string, title: string, code?: string): Promise<string> {
  const before = host.huds.length;
  const list = await select(profile);
  await list.runAction("Copy Credentials as…", title);
  if (code !== undefined) await list.type("MFA Code", code);
  await waitFor(() => expect(host.huds).toHaveLength(before + 1));
  return host.clipboard.at(-1)?.content ?? "";
}

const TOOL_KEY = { Version: 1, AccessKeyId: "ASIATOOL", SecretAccessKey: "s", SessionToken: "one\ntwo" };

describe("the list for copying", () => {
  it("is the one for opening, with copying as the first action", async () => {
    await startExtensionWorld();
    const list = await select("demo-role2");
    expect(list.items()).toEqual(["demo-role1", "demo-role2", "demo-user", "demo-default", "default"]);
    expect(list.actions()[0]?.title).toBe("Copy as Bash or Zsh");
    expect([...new Set(list.actions().map(({ section }) => section))]).toEqual([
      "Temporary Credentials",
      "Console",
      "Profile",
      "Session",
      "List",
    ]);
  });

  it("gives every action of every profile an icon, and no shortcut twice", async () => {
    await startExtensionWorld();
    const list = await select("demo-role1");
    for (const profile of list.items()) {
      await list.selectItem(profile);
      const actions = list.actions();
      await list.runAction("Copy Credentials as…");
      actions.push(...list.actions());
      await list.pop();
      expect(actions.filter(({ hasIcon }) => !hasIcon)).toEqual([]);
      const shortcuts = actions.flatMap(({ shortcut }) => shortcut ?? []);
      expect(new Set(shortcuts).size).toBe(shortcuts.length);
    }
    expect(host.warnings).toEqual([]);
  });
});

describe("Enter", () => {
  it("copies a role's credentials in the preferred format, hidden from clipboard histories", async () => {
    const world = await startExtensionWorld();
    host.preferences = { ...host.preferences, credentialFormat: "dotenv" };
    const list = await select("demo-role2");
    expect(list.actions()[0]?.title).toBe("Copy as .env File");
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() =>
      expect(host.huds).toEqual([expect.stringMatching(/^Copied credentials of demo-role2, valid until .*\d\d/)]),
    );
    expect(host.clipboard).toEqual([{ content: expect.stringMatching(/^AWS_ACCESS_KEY_ID=ASIA/), concealed: true }]);
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole"]);
  });

  it("copies the session of a user, for which it asks for the code", async () => {
    const world = await startExtensionWorld();
    const list = await select("demo-user");
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Copied credentials of demo-user, valid/)]));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
  });

  it("opens what a portal opens, which has no credentials here", async () => {
    const portal = "sso_start_url = https://d-1234567890.awsapps.com/start\nsso_region = eu-west-1\n";
    const role = "sso_account_id = 444444444444\nsso_role_name = AdministratorAccess\n";
    await startExtensionWorld({ config: `[profile admin]\n${portal}${role}` });
    const list = await select("admin");
    expect(list.actions().map(({ title }) => title)).not.toContain("Copy Credentials as…");
    await list.pressEnter();
    await waitFor(() =>
      expect(host.huds).toEqual(["Opened admin (AdministratorAccess) in 444444444444, through its portal"]),
    );
    expect(host.clipboard).toEqual([]);
  });
});

describe("Copy Credentials as…", () => {
  it("offers every format and every field", async () => {
    await startExtensionWorld();
    const list = await select("demo-role2");
    await list.press("cmd+shift+f");
    expect(list.actions().map(({ title, section }) => `${section}: ${title}`)).toEqual([
      "Formats: Bash or Zsh",
      "Formats: Fish",
      "Formats: PowerShell",
      "Formats: Command Prompt",
      "Formats: .env File",
      "Formats: JSON",
      "Formats: Credentials File Section",
      "Formats: Docker --env Flags",
      "Single Fields: Access Key ID",
      "Single Fields: Secret Access Key",
      "Single Fields: Session Token",
    ]);
  });

  it("gives the same credentials in each of them, hidden from clipboard histories", async () => {
    const world = await startExtensionWorld();
    const keyId = await copyAs("demo-role2", "Access Key ID", world.mfaCode());
    const secret = await copyAs("demo-role2", "Secret Access Key");
    const token = await copyAs("demo-role2", "Session Token");
    expect(host.huds).toEqual([
      expect.stringMatching(/^Copied access key ID of demo-role2, valid until .*\d\d/),
      expect.stringMatching(/^Copied secret access key of demo-role2, valid until .*\d\d/),
      expect.stringMatching(/^Copied session token of demo-role2, valid until .*\d\d/),
    ]);
    for (const { title } of CREDENTIAL_FORMATS) {
      const text = await copyAs("demo-role2", title);
      expect([keyId, secret, token].filter((field) => !text.includes(field))).toEqual([]);
      expect(host.huds.at(-1)).toMatch(/^Copied credentials of demo-role2, valid until .*\d\d/);
    }
    expect(host.clipboard.filter(({ concealed }) => !concealed)).toEqual([]);
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole"]);
  });

  it("copies nothing where a format has no spelling for a value, and says for which", async () => {
    const tool = `[profile tool]\ncredential_process = printf '%s' '${JSON.stringify(TOOL_KEY)}'\n`;
    await startExtensionWorld({ config: tool });
    const list = await select("tool");
    await list.runAction("Copy Credentials as…", "Command Prompt");
    expect(await failureToast()).toEqual({
      title: "Not Copied in This Format",
      message:
        'The credentials of "tool" cannot be written as Command Prompt: it has no spelling for AWS_SESSION_TOKEN. Nothing was copied; copy them in another format.',
    });
    expect(host.clipboard).toEqual([]);
  });

  it.skipIf(missingTools("the copied section, used by the AWS CLI", "aws").length > 0)(
    "gives a section with which the AWS CLI calls AWS",
    async () => {
      const world = await startExtensionWorld();
      const credentials = await copyAs("demo-role2", "Credentials File Section", world.mfaCode());
      const cli = await AwsCli.inNewHome({ credentials });
      onTestFinished(() => cli.removeHome());
      const call = ["sts", "get-caller-identity", "--profile", "demo-role2", "--endpoint-url", world.double.url];
      const { stdout, stderr } = await cli.run(call, { NO_PROXY: "127.0.0.1" });
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toMatchObject({ Account: "333333333333" });
    },
  );
});
