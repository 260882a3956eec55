import "./node-with-dom";
import { waitFor } from "@testing-library/react";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import OpenAwsConsole from "../../src/open-aws-console";
import { demoUser, demoWorld } from "../aws-double/demo-world";
import { visitConsole } from "../aws-double/visit-console";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { failureToast, openConsoleOf, pressEnterOn, runActionOn, storedSessions } from "./launcher-user";

/** The console page that the browser was last sent to. */
async function openedPage(huds: number) {
  await waitFor(() => expect(host.huds).toHaveLength(huds));
  return visitConsole(host.opened.at(-1)?.target ?? "");
}

/** A world whose user has a session already, so that roles open without a code. */
async function startWithSession(): Promise<ExtensionWorld> {
  const world = await startExtensionWorld();
  await openConsoleOf("demo-role1", world.mfaCode());
  return world;
}

async function openServicesOf(profile: string): Promise<LaunchedCommand> {
  const list = await runActionOn(profile, "Open at Service…");
  await list.view.findByRole("option", { name: "S3" });
  return list;
}

describe("Open at Service", () => {
  it("finds a page by what people call it and opens it in the profile's region", async () => {
    await startWithSession();
    const list = await openServicesOf("demo-role2");
    await list.search("cw logs");
    expect(list.items()[0]).toBe("CloudWatch Logs");
    await list.pressEnter();
    expect(await openedPage(2)).toMatchObject({
      account: "333333333333",
      service: "cloudwatch",
      region: "ap-northeast-1",
      fragment: "#logsV2:log-groups",
    });
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, CloudWatch Logs");
  });

  it("asks for no region where a service has none, and says so", async () => {
    await startWithSession();
    const list = await openServicesOf("demo-role2");
    await list.search("iam");
    const row = await list.selectItem("IAM");
    expect(row.textContent).toContain("Global");
    await list.pressEnter();
    expect(await openedPage(2)).toMatchObject({
      service: "iam",
      destination: "us-east-1.console.aws.amazon.com/iam/home",
    });
  });

  it("opens in another region on the way", async () => {
    await startWithSession();
    const list = await openServicesOf("demo-role2");
    await list.selectItem("Lambda");
    await list.runAction("Open in Region…");
    await list.search("frankfurt");
    await list.pressEnter();
    expect(await openedPage(2)).toMatchObject({ service: "lambda", region: "eu-central-1" });
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, Lambda, Europe (Frankfurt)");
  });

  it("has in front what this profile is opened at, and for another profile what that is", async () => {
    await startWithSession();
    const services = await openServicesOf("demo-role2");
    await services.selectItem("Step Functions");
    await services.pressEnter();
    await openedPage(2);
    expect((await openServicesOf("demo-role2")).items()[0]).toBe("Step Functions");
    expect((await openServicesOf("demo-role1")).items()[0]).not.toBe("Step Functions");
  });

  it("asks for a code where one is needed, and then opens the page", async () => {
    const world = await startExtensionWorld();
    const list = await openServicesOf("demo-role2");
    await list.selectItem("S3");
    await list.pressEnter();
    expect((await list.view.findByRole("note", { name: "Opens" })).textContent).toContain(
      "demo-role2 · 333333333333 · demo-role2 · S3 · for 1 h",
    );
    await list.type("MFA Code", world.mfaCode());
    expect(await openedPage(1)).toMatchObject({ account: "333333333333", service: "s3" });
  });

  it("copies a sign-in URL to the page", async () => {
    await startWithSession();
    const list = await openServicesOf("demo-role2");
    await list.selectItem("S3");
    await list.runAction("Copy Sign-In URL");
    await waitFor(() => expect(host.clipboard).toHaveLength(1));
    const [copied] = host.clipboard;
    expect(copied?.concealed).toBe(true);
    expect(await visitConsole(copied?.content ?? "")).toMatchObject({ service: "s3" });
  });
});

describe("Open in Region", () => {
  it("finds a region by its place or its name and opens the console there", async () => {
    await startWithSession();
    const list = await runActionOn("demo-role2", "Open in Region…");
    await list.search("sao paulo");
    expect(list.items()).toEqual(["South America (São Paulo)"]);
    await list.search("us west 2");
    expect(list.items()).toEqual(["US West (Oregon)"]);
    await list.pressEnter();
    expect(await openedPage(2)).toMatchObject({ region: "us-west-2", service: "console" });
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, US West (Oregon)");
  });

  it("lists the regions of the profile's partition alone", async () => {
    await startExtensionWorld({
      config:
        "[profile china]\nregion = cn-north-1\nrole_arn = arn:aws-cn:iam::444444444444:role/china\nsource_profile = user\n[profile user]\n",
    });
    const list = await runActionOn("china", "Open in Region…");
    await list.view.findByRole("option", { name: "China (Beijing)" });
    expect(list.items()).toEqual(["China (Beijing)", "China (Ningxia)"]);
  });
});

describe("Open Console Address", () => {
  const SHARED =
    "https://222222222222-abcdefgh.eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=i-1";

  it("has an address of the clipboard in its field, and opens it without the session in its host", async () => {
    await startWithSession();
    host.clipboard.push({ content: SHARED, concealed: false });
    const form = await runActionOn("demo-role2", "Open Console Address…");
    expect(await form.view.findByLabelText("Address")).toHaveProperty("value", SHARED);
    await form.submit();
    expect(await openedPage(2)).toMatchObject({
      account: "333333333333",
      region: "eu-west-1",
      service: "ec2",
      fragment: "#InstanceDetails:instanceId=i-1",
    });
  });

  it.each([
    ["what is no address", "hunter2"],
    ["an address elsewhere", "https://evil.example/?next=console.aws.amazon.com"],
  ])("does not take %s from the clipboard", async (_, content) => {
    await startExtensionWorld();
    host.clipboard.push({ content, concealed: false });
    const form = await runActionOn("demo-role2", "Open Console Address…");
    expect(await form.view.findByLabelText("Address")).toHaveProperty("value", "");
  });

  it("says at the field why an address is not opened, and keeps it", async () => {
    const world = await startExtensionWorld();
    const form = await runActionOn("demo-role2", "Open Console Address…");
    await form.type("Address", "https://console.amazonaws.cn/s3");
    await form.submit();
    expect(await form.view.findByRole("alert")).toHaveProperty(
      "textContent",
      'console.amazonaws.cn is not in the console of "demo-role2", so nothing was opened. Paste one that begins with https:// and whose host ends with console.aws.amazon.com.',
    );
    expect(form.view.getByLabelText("Address")).toHaveProperty("value", "https://console.amazonaws.cn/s3");
    expect([world.newCalls(), host.opened]).toEqual([[], []]);
  });
});

describe("what a profile opens at by default", () => {
  it("is a page and a region of its own, until they are taken back", async () => {
    await startWithSession();
    const services = await openServicesOf("demo-role2");
    await services.selectItem("S3");
    await services.runAction("Open demo-role2 Here by Default");
    await waitFor(() => expect(host.visibleToast?.title).toBe("demo-role2 now opens at S3"));
    const regions = await runActionOn("demo-role2", "Open in Region…");
    await regions.selectItem("Europe (Ireland)");
    await regions.runAction("Open demo-role2 Here by Default");
    await waitFor(() => expect(host.visibleToast?.title).toBe("demo-role2 now opens in Europe (Ireland)"));

    await pressEnterOn("demo-role2");
    expect(await openedPage(2)).toMatchObject({ service: "s3", region: "eu-west-1" });
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, S3, Europe (Ireland)");
    await pressEnterOn("demo-role1");
    expect(await openedPage(3)).toMatchObject({ service: "console", region: "ap-northeast-1" });

    const home = await openServicesOf("demo-role2");
    await home.selectItem("Console Home");
    await home.runAction("Open demo-role2 Here by Default");
    const own = await runActionOn("demo-role2", "Open in Region…");
    await own.selectItem("Asia Pacific (Tokyo)");
    await own.runAction("Open demo-role2 Here by Default");
    await pressEnterOn("demo-role2");
    expect(await openedPage(4)).toMatchObject({ service: "console", region: "ap-northeast-1" });
    expect([...host.localStorage.keys()].filter((key) => key.startsWith("console:"))).toEqual([]);
  });

  it("is a page in a region where both are chosen together, marked in the lists", async () => {
    await startWithSession();
    const list = await openServicesOf("demo-role2");
    await list.selectItem("Lambda");
    await list.runAction("Open in Region…");
    await list.selectItem("Europe (Frankfurt)");
    await list.runAction("Open demo-role2 Here by Default");
    await waitFor(() => expect(host.visibleToast?.title).toBe("demo-role2 now opens at Lambda in Europe (Frankfurt)"));
    await waitFor(() =>
      expect(list.view.getByRole("option", { name: "Europe (Frankfurt)" }).textContent).toContain("Default"),
    );
    const services = await openServicesOf("demo-role2");
    await waitFor(() => expect(services.view.getByRole("option", { name: "Lambda" }).textContent).toContain("Default"));
    await pressEnterOn("demo-role2");
    expect(await openedPage(2)).toMatchObject({ service: "lambda", region: "eu-central-1" });
  });

  it("may be an address, which stays in its region until another one is chosen", async () => {
    await startWithSession();
    const form = await runActionOn("demo-role2", "Open Console Address…");
    await form.type("Address", "https://console.aws.amazon.com/ec2/home?region=eu-west-1#Instances:");
    await form.runAction("Open demo-role2 Here by Default");
    await waitFor(() =>
      expect(host.visibleToast?.title).toBe("demo-role2 now opens at eu-west-1.console.aws.amazon.com/ec2/home"),
    );
    await pressEnterOn("demo-role2");
    expect(await openedPage(2)).toMatchObject({ service: "ec2", region: "eu-west-1", fragment: "#Instances:" });

    const regions = await runActionOn("demo-role2", "Open in Region…");
    await regions.selectItem("Europe (Paris)");
    await regions.runAction("Open demo-role2 Here by Default");
    await waitFor(() => expect(host.visibleToast?.title).toBe("demo-role2 now opens in Europe (Paris)"));
    await pressEnterOn("demo-role2");
    expect(await openedPage(3)).toMatchObject({ service: "ec2", region: "eu-west-3", fragment: "#Instances:" });
  });
});

describe("how long a console lasts", () => {
  const DIRECT = `[profile direct]
role_arn = arn:aws:iam::222222222222:role/demo-role1
source_profile = demo-user
[profile demo-user]
mfa_serial = ${demoUser.mfaSerial}
`;
  const files = {
    config: DIRECT,
    credentials: `[demo-user]\naws_access_key_id = ${demoUser.accessKeyId}\naws_secret_access_key = ${demoUser.secretAccessKey}\n`,
  };
  const hoursLeft = (expires = "") => Math.round((Date.parse(expires) - Date.now()) / 3_600_000);

  it("is twelve hours where they are asked for, with the code that they take", async () => {
    const world = await startExtensionWorld(files);
    expect(hoursLeft((await visitConsole(await openConsoleOf("direct", world.mfaCode()))).expires)).toBe(1);
    const list = await runActionOn("direct", "Open for 12 Hours");
    expect((await list.view.findByRole("note", { name: "Opens" })).textContent).toContain("console for 12 h");
    await list.type("MFA Code", world.mfaCode());
    expect(hoursLeft((await openedPage(2)).expires)).toBe(12);
    expect(host.toasts.map(({ title }) => title)).toContain("Assuming demo-role1 (1 of 1)");
    expect(host.huds.at(-1)).toBe("Opened direct (demo-role1) in 222222222222, for 12 h");
  });

  it("of twelve hours is forgotten with the rest, also where the files were edited since", async () => {
    const world = await startExtensionWorld(files);
    const list = await runActionOn("direct", "Open for 12 Hours");
    await list.type("MFA Code", world.mfaCode());
    await openedPage(1);
    expect(storedSessions()).toHaveLength(1);
    const shown = launch(<OpenAwsConsole />);
    await shown.selectItem("direct");
    await writeFile(
      path.join(world.home, ".aws", "config"),
      DIRECT.replace("source_profile", "role_session_name = edited\nsource_profile"),
    );
    await shown.runAction("Forget Session");
    await waitFor(() => expect(storedSessions()).toEqual([]));
  });

  it("is offered only where AWS allows it", async () => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(list.actions().map(({ title }) => title)).not.toContain("Open for 12 Hours");
    await list.selectItem("demo-role1");
    expect(list.actions().map(({ title }) => title)).toContain("Open for 12 Hours");
  });

  it.each([
    ["longest", 12],
    ["as-credentials", 1],
  ])("is by preference %s: %i h", async (consoleLength, hours) => {
    const world = await startExtensionWorld({
      ...files,
      config: `${DIRECT.replace("[profile demo-user]", "duration_seconds = 3601\n[profile demo-user]")}`,
    });
    const [identity, staging, ...others] = demoWorld.accounts;
    if (!identity || !staging) throw new Error("The demo world lacks an account");
    const roles = (staging.roles ?? []).map((role) => ({ ...role, maxSessionDuration: 7200 }));
    world.double.world = { accounts: [identity, { ...staging, roles }, ...others] };
    host.preferences = { ...host.preferences, consoleLength };
    const url = await openConsoleOf("direct", world.mfaCode());
    expect(hoursLeft((await visitConsole(url)).expires)).toBe(hours);
  });
});

describe("a region", () => {
  it("is not named of a page that belongs to none", async () => {
    await startWithSession();
    host.localStorage.set("console:demo-role2", '{"region":"eu-central-1"}');
    const list = await openServicesOf("demo-role2");
    await list.selectItem("IAM");
    expect(list.actions().map(({ title }) => title)).not.toContain("Open in Region…");
    await list.pressEnter();
    await openedPage(2);
    expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333, IAM");
  });
});

describe("an IAM user's own console", () => {
  it("opens without a code and says whose it is", async () => {
    const world = await startExtensionWorld();
    await runActionOn("demo-user", "Open Console Without MFA");
    expect(await openedPage(1)).toMatchObject({ account: "111111111111", user: "demo-user" });
    expect(host.huds).toEqual(["Opened user demo-user in 111111111111, without MFA"]);
    expect(host.toasts.map(({ title }) => title)).toContain("Federating the user of demo-user");
    expect(world.newCalls()).toEqual(["GetCallerIdentity", "GetFederationToken", "getSigninToken"]);
  });

  it("is the first action of a user without a device", async () => {
    await startExtensionWorld({
      config: "[profile plain]\n",
      credentials: `[plain]\naws_access_key_id = ${demoUser.accessKeyId}\naws_secret_access_key = ${demoUser.secretAccessKey}\n`,
    });
    await pressEnterOn("plain");
    expect(await openedPage(1)).toMatchObject({ account: "111111111111", user: "demo-user" });
    expect(host.huds).toEqual(["Opened user demo-user in 111111111111"]);
  });

  it("leaves no session behind", async () => {
    await startExtensionWorld();
    await runActionOn("demo-user", "Open Console Without MFA");
    await openedPage(1);
    expect(storedSessions()).toEqual([]);
  });

  it("is refused to a user who needs MFA for everything, who is offered the roles behind it", async () => {
    const world = await startExtensionWorld();
    const [identity, ...others] = demoWorld.accounts;
    if (!identity) throw new Error("The demo world has no account");
    const users = (identity.users ?? []).map((user) => ({ ...user, deniesWithoutMfa: true as const }));
    world.double.world = { accounts: [{ ...identity, users }, ...others] };

    const list = await runActionOn("demo-user", "Open Console Without MFA");
    const { title, message, action } = await failureToast();
    expect([title, action]).toEqual(["User Has No Console", "Show Roles"]);
    expect(message).toContain("Open a role behind it: demo-role1, demo-role2.");
    host.visibleToast?.primaryAction?.onAction(host.visibleToast);
    await waitFor(() => expect(list.items()).toEqual(["demo-role1", "demo-role2"]));

    await list.selectItem("demo-role2");
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    expect(await openedPage(1)).toMatchObject({ account: "333333333333", role: "demo-role2" });
  });
});

describe("a profile of IAM Identity Center", () => {
  const SSO = `[profile admin]
sso_session = corp
sso_account_id = 444444444444
sso_role_name = AdministratorAccess
region = eu-west-1
[sso-session corp]
sso_start_url = https://d-1234567890.awsapps.com/start#/
sso_region = eu-west-1
`;

  it("opens through its portal, which needs nothing from here", async () => {
    const world = await startExtensionWorld({ config: SSO });
    const list = await pressEnterOn("admin");
    await waitFor(() => expect(host.opened).toHaveLength(1));
    const home = "https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1";
    expect(host.opened[0]?.target).toBe(
      `https://d-1234567890.awsapps.com/start/#/console?account_id=444444444444&role_name=AdministratorAccess&destination=${home}`,
    );
    expect(host.huds).toEqual(["Opened admin (AdministratorAccess) in 444444444444, through its portal"]);
    expect(world.newCalls()).toEqual([]);
    expect(list.items()).toEqual([]);
  });

  it("shows account and role, and offers nothing that needs credentials", async () => {
    await startExtensionWorld({ config: SSO });
    const list = launch(<OpenAwsConsole />);
    const row = await list.selectItem("admin");
    expect(row.textContent).toContain("444444444444 · AdministratorAccess");
    expect(list.actions().map(({ title }) => title)).toEqual([
      "Open Console",
      "Open at Service…",
      "Open in Region…",
      "Open Console Address…",
      "Open in Browser…",
      "Copy Portal Link",
      "Copy Profile Name",
      "Copy Account ID",
      "Copy AWS_PROFILE Export",
      "Show Detail",
      "Pin Profile",
      "Create Quicklink",
      "Copy Deeplink",
      "Set Account Alias…",
      "Edit Config at Line 1",
      "Show Diagnostics",
      "Reload",
    ]);
  });

  it("gives its link concealed", async () => {
    await startExtensionWorld({ config: SSO });
    await runActionOn("admin", "Copy Portal Link");
    await waitFor(() => expect(host.huds).toEqual(["Copied portal link of admin"]));
    expect(host.clipboard).toMatchObject([{ concealed: true }]);
    expect(host.clipboard[0]?.content).toContain("/start/#/console?account_id=444444444444");
  });

  it("opens nothing where the files name another role since it was shown", async () => {
    const { home } = await startExtensionWorld({ config: SSO });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("admin");
    await writeFile(path.join(home, ".aws", "config"), SSO.replace("444444444444", "555555555555"));
    await list.pressEnter();
    expect(await failureToast()).toMatchObject({ title: "Destination Changed" });
    expect(host.opened).toEqual([]);
  });

  it("opens at a service in a region", async () => {
    await startExtensionWorld({ config: SSO });
    const list = await openServicesOf("admin");
    await list.selectItem("Lambda");
    await list.runAction("Open in Region…");
    await list.selectItem("Europe (Paris)");
    await list.pressEnter();
    await waitFor(() => expect(host.opened).toHaveLength(1));
    const fragment = new URL(host.opened[0]?.target ?? "").hash;
    expect(new URLSearchParams(fragment.split("?")[1]).get("destination")).toBe(
      "https://eu-west-3.console.aws.amazon.com/lambda/home?region=eu-west-3",
    );
    expect(host.huds).toEqual([
      "Opened admin (AdministratorAccess) in 444444444444, through its portal, Lambda, Europe (Paris)",
    ]);
  });
});
