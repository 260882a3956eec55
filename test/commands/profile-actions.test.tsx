import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { isoTimestamp, literal, object, parse, parseJson, pipe, startsWith, string } from "valibot";
import { describe, expect, it } from "vitest";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { assumeRole } from "../aws-double/sts-client";
import { visitConsole } from "../aws-double/visit-console";
import { host, launch } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import { cellsOf, openConsoleOf, pressEnterOn, runActionOn, storedSessions } from "./launcher-user";

const CredentialProcessOutput = pipe(
  string(),
  parseJson(),
  object({
    Version: literal(1),
    AccessKeyId: pipe(string(), startsWith("ASIA")),
    SecretAccessKey: string(),
    SessionToken: string(),
    Expiration: pipe(string(), isoTimestamp()),
  }),
);

describe("copying credentials", () => {
  it("gives lines for a shell, hidden from clipboard histories", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Copy as Bash or Zsh");
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() =>
      expect(host.huds).toEqual([expect.stringMatching(/^Copied credentials of demo-role2, valid until .*\d\d/)]),
    );
    const [copied, ...others] = host.clipboard;
    expect(others).toEqual([]);
    expect(copied?.concealed).toBe(true);
    expect(copied?.content.split("\n")).toEqual([
      "unset AWS_PROFILE AWS_DEFAULT_PROFILE AWS_CREDENTIAL_EXPIRATION",
      expect.stringMatching(/^export AWS_ACCESS_KEY_ID='ASIA\w+'$/),
      expect.stringMatching(/^export AWS_SECRET_ACCESS_KEY='.+'$/),
      expect.stringMatching(/^export AWS_SESSION_TOKEN='.+'$/),
      expect.stringMatching(/^export AWS_CREDENTIAL_EXPIRATION='.+Z'$/),
      "export AWS_REGION='ap-northeast-1'",
      "export AWS_DEFAULT_REGION='ap-northeast-1'",
      "",
    ]);
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole"]);
  });

  it("gives JSON that AWS accepts, hidden from clipboard histories", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role1", world.mfaCode());
    await runActionOn("demo-role1", "Copy Credentials as…", "JSON");
    await waitFor(() => expect(host.clipboard).toHaveLength(1));
    const [copied] = host.clipboard;
    expect(copied?.concealed).toBe(true);
    const { AccessKeyId, SecretAccessKey, SessionToken } = parse(CredentialProcessOutput, copied?.content);
    const demoRole1 = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
    await assumeRole(world.double, demoRole1, { RoleArn: "arn:aws:iam::333333333333:role/demo-role2" });
    expect(world.double.calls.at(-1)).toMatchObject({
      callerArn: expect.stringMatching(/^arn:aws:sts::222222222222:assumed-role\/demo-role1\//),
      status: 200,
    });
  });

  it("works for a user too", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-user", "Copy as Bash or Zsh");
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.clipboard).toHaveLength(1));
    expect(world.newCalls()).toEqual(["GetSessionToken"]);
  });
});

describe("copying what a profile is", () => {
  const config = `${articleConfig}
[profile "two words"]
region = eu-west-1
role_arn = arn:aws:iam::222222222222:role/teams/demo-role1
source_profile = demo-user
[profile admin]
sso_start_url = https://d-1234567890.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 444444444444
sso_role_name = AdministratorAccess
`;

  it.each([
    [
      "a role",
      "two words",
      {
        "Copy Profile Name": "two words",
        "Copy Role ARN": "arn:aws:iam::222222222222:role/teams/demo-role1",
        "Copy Account ID": "222222222222",
        "Copy AWS_PROFILE Export": "export AWS_PROFILE='two words'",
      },
    ],
    [
      "a user, who has no role",
      "demo-user",
      {
        "Copy Profile Name": "demo-user",
        "Copy Account ID": "111111111111",
        "Copy AWS_PROFILE Export": "export AWS_PROFILE=demo-user",
      },
    ],
    [
      "a role of IAM Identity Center, whose ARN nobody wrote",
      "admin",
      {
        "Copy Profile Name": "admin",
        "Copy Account ID": "444444444444",
        "Copy AWS_PROFILE Export": "export AWS_PROFILE=admin",
      },
    ],
  ])("gives the facts of %s, which the clipboard history may keep", async (_what, profile, facts) => {
    await startExtensionWorld({ config });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem(profile);
    const titles = list.actions().flatMap(({ title, section }) => (section === "Profile" ? [title] : []));
    expect(titles).toEqual(Object.keys(facts));
    for (const title of titles) await runActionOn(profile, title);
    expect(host.clipboard).toEqual(Object.values(facts).map((content) => ({ content, concealed: false })));
  });
});

describe("copying the sign-in URL", () => {
  it("gives the link that would have been opened, hidden from clipboard histories", async () => {
    const world = await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    await list.press("cmd+shift+u");
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() =>
      expect(host.huds).toEqual([expect.stringMatching(/^Copied sign-in URL of demo-role2, valid until .*\d\d/)]),
    );
    const [copied] = host.clipboard;
    expect(copied?.concealed).toBe(true);
    expect(await visitConsole(copied?.content ?? "")).toMatchObject({ account: "333333333333", role: "demo-role2" });
    expect(host.opened).toEqual([]);
  });
});

describe("Refresh Now", () => {
  it("makes every session of the chain anew, with the next code", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    world.newCalls();
    const before = storedSessions();

    const list = await runActionOn("demo-role2", "Refresh Now");
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.visibleToast?.title).toMatch(/^Refreshed demo-role2, valid until .*\d\d/));
    expect(world.newCalls()).toEqual(["GetSessionToken", "AssumeRole", "AssumeRole"]);
    expect(storedSessions()).toHaveLength(before.length);
    expect(storedSessions().filter((session) => before.includes(session))).toEqual([]);
  });
});

describe("forgetting a session", () => {
  it("brings the lock back at once, and the question for a code at the next opening", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    const list = await runActionOn("demo-role2", "Forget Session");
    await waitFor(() =>
      expect(host.visibleToast?.title).toBe("Forgot the sessions of demo-user, demo-role1, demo-role2"),
    );
    expect(storedSessions()).toEqual([]);
    await waitFor(() =>
      expect(cellsOf(list.view.getByRole("option", { name: "demo-role2" }))).toEqual([
        "demo-role2",
        "333333333333 · demo-role2",
        "2 hops",
        "MFA",
      ]),
    );

    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.opened).toHaveLength(2));
  });

  it("leaves what other profiles made further down the chain", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    await runActionOn("demo-role1", "Forget Session");
    await waitFor(() => expect(host.visibleToast?.title).toBe("Forgot the sessions of demo-user, demo-role1"));
    world.newCalls();
    await openConsoleOf("demo-role2");
    expect(world.newCalls()).toEqual(["getSigninToken"]);
  });

  it("takes every user's along, after asking, and leaves the rest of the launcher's storage", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    host.localStorage.set("something else", "stays");

    host.alerts.answerNext(false);
    await runActionOn("demo-role1", "Forget All Sessions");
    expect(storedSessions()).toHaveLength(3);

    host.alerts.answerNext(true);
    await runActionOn("demo-role1", "Forget All Sessions");
    await waitFor(() => expect(host.visibleToast?.title).toBe("Forgot all sessions"));
    expect(storedSessions()).toEqual([]);
    expect(host.localStorage.get("something else")).toBe("stays");
  });
});
