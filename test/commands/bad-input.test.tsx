import "./node-with-dom";
import { waitFor, within } from "@testing-library/react";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { EXAMPLE_CONFIG } from "../../src/aws/shared-config/example-config";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { hasThrowAwayKeyStore } from "../key-store-for-tests";
import { demoCredentials } from "../aws-double/demo-credentials";
import { startExtensionWorld } from "./extension-world";
import {
  cellsOf,
  failureToast,
  openConsoleOf,
  pressEnterOn,
  refusalIn,
  runActionOn,
  storedSessions,
  valueOf,
} from "./launcher-user";

const titlesOf = (list: LaunchedCommand): string[] => list.actions().map(({ title }) => title);
const openedFiles = (): string[] => host.opened.map(({ target }) => target);

describe("a config that cannot be used", () => {
  it("is missed with its path, and found after a reload", async () => {
    const world = await startExtensionWorld({});
    const list = launch(<OpenAwsConsole />);
    expect((await list.view.findByRole("status", { name: "No AWS Config" })).textContent).toContain(
      "There is no AWS config at ~/.aws/config. Create it with a [profile …] section for each role you use.",
    );
    expect(titlesOf(list)).toEqual(["Create Example Config", "Reload", "Open Extension Preferences"]);
    await writeFile(path.join(world.home, ".aws", "config"), articleConfig);
    await list.runAction("Reload");
    await list.selectItem("demo-role2");
  });

  it("is called empty when it has no profile", async () => {
    const world = await startExtensionWorld({ config: "" });
    const list = launch(<OpenAwsConsole />);
    expect((await list.view.findByRole("status", { name: "No Profiles" })).textContent).toContain(
      "Your AWS config has no profile. Take the # from the lines of an example, or add a [profile …] section for each role you use, then reload.",
    );
    expect(titlesOf(list)).toEqual(["Edit Config", "Reload"]);
    await list.pressEnter();
    await waitFor(() => expect(openedFiles()).toEqual([path.join(world.home, ".aws", "config")]));
  });

  it("is called unreadable with the system's reason", async () => {
    const world = await startExtensionWorld({});
    await mkdir(path.join(world.home, ".aws", "config"));
    const list = launch(<OpenAwsConsole />);
    expect((await list.view.findByRole("status", { name: "Config Cannot Be Read" })).textContent).toContain(
      "~/.aws/config cannot be read (it is a folder). Make it an ordinary file that you may read, or name another in the preferences, then reload.",
    );
    expect(host.toasts).toEqual([]);
    expect(titlesOf(list)).toEqual(["Open Extension Preferences", "Reload"]);
    await list.pressEnter();
    expect(host.preferencesOpened).toBe(true);
  });
});

describe("Create Example Config", () => {
  const listWithoutConfig = async (): Promise<LaunchedCommand> => {
    const list = launch(<OpenAwsConsole />);
    await list.view.findByRole("status", { name: "No AWS Config" });
    return list;
  };

  it("writes an example for its owner alone, opens it, and adds no row that cannot be opened", async () => {
    const world = await startExtensionWorld({});
    host.preferences = { ...host.preferences, configFile: "~/clients/acme/config" };
    const list = await listWithoutConfig();
    await list.pressEnter();
    await list.view.findByRole("status", { name: "No Profiles" });
    const config = path.join(world.home, "clients", "acme", "config");
    await waitFor(() => expect(openedFiles()).toEqual([config]));
    expect(await readFile(config, "utf8")).toBe(EXAMPLE_CONFIG);
    const modes = [config, path.dirname(config)].map(async (file) => (await stat(file)).mode & 0o777);
    expect(await Promise.all(modes)).toEqual([0o600, 0o700]);
    expect(titlesOf(list)[0]).toBe("Edit Config");
  });

  it("leaves a config alone that came there meanwhile, and shows it", async () => {
    const world = await startExtensionWorld({});
    const list = await listWithoutConfig();
    const config = path.join(world.home, ".aws", "config");
    await writeFile(config, articleConfig);
    await list.pressEnter();
    await list.selectItem("demo-role2");
    expect(await readFile(config, "utf8")).toBe(articleConfig);
    await waitFor(() => expect(openedFiles()).toEqual([config]));
  });

  it("says why there is none where the system refuses it", async () => {
    const world = await startExtensionWorld({});
    await writeFile(path.join(world.home, "clients"), "");
    host.preferences = { ...host.preferences, configFile: "~/clients/config" };
    const list = await listWithoutConfig();
    await list.pressEnter();
    expect(await failureToast()).toEqual({
      title: "Cannot Create ~/clients/config",
      message: "The system refuses it (a file is in its way). Name another file in the preferences.",
    });
    expect(openedFiles()).toEqual([]);
  });
});

describe("a profile that cannot be planned", () => {
  const cases = [
    {
      name: "an unknown source",
      config: "[profile lost]\nrole_arn = arn:aws:iam::222222222222:role/lost\nsource_profile = nowhere\n",
      profile: "lost",
      title: "Unknown Source Profile",
      sentence:
        'source_profile of "lost" names "nowhere", which is no profile (~/.aws/config, line 3). ' +
        "Correct the name, or add [profile nowhere].",
    },
    {
      name: "a loop",
      config: `[profile hen]
role_arn = arn:aws:iam::222222222222:role/hen
source_profile = egg
[profile egg]
role_arn = arn:aws:iam::222222222222:role/egg
source_profile = hen
`,
      profile: "hen",
      title: "Source Profiles Run in a Circle",
      sentence:
        '"hen" never reaches a key: hen → egg → hen (~/.aws/config, line 6). Give one of them another source_profile.',
    },
    {
      name: "a broken ARN",
      config: "[profile typo]\nrole_arn = arn:aws:iam::22222:role/typo\nsource_profile = demo-user\n",
      profile: "typo",
      title: "Broken Role ARN",
      sentence:
        'role_arn of "typo" is "arn:aws:iam::22222:role/typo", which is no role\'s ARN (~/.aws/config, line 2). ' +
        "Write it as arn:aws:iam::123456789012:role/NAME.",
    },
  ];

  it.each(cases)("is listed with its problem: $name", async ({ config, profile, title, sentence }) => {
    await startExtensionWorld({ config, credentials: demoCredentials });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem(profile);
    const problems = within(list.view.getByRole("group", { name: "Problems" }));
    expect(cellsOf(problems.getByRole("option", { name: profile }))).toEqual([profile, sentence, title]);
    expect(host.warnings).toEqual([]);
  });

  it("disturbs no other", async () => {
    const world = await startExtensionWorld({
      config: [...cases.map(({ config }) => config), articleConfig].join("\n"),
      credentials: demoCredentials,
    });
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("leads to the line to correct, and to the sentence for someone who can", async () => {
    const world = await startExtensionWorld({ config: cases.map(({ config }) => config).join("\n") });
    await runActionOn("lost", "Edit Config at Line 3");
    await waitFor(() => expect(openedFiles()).toEqual([path.join(world.home, ".aws", "config")]));
    const list = await runActionOn("lost", "Show Detail");
    const detail = await list.view.findByRole("article", { name: "Detail" });
    expect(detail.textContent).toContain(cases[0]?.sentence);
    await list.runAction("Copy Problem");
    expect(host.clipboard.map(({ content }) => content)).toEqual([cases[0]?.sentence]);
  });
});

describe("a line that was left out", () => {
  it("is listed with its place and remedy, beside the profiles", async () => {
    const world = await startExtensionWorld({
      config: `region eu-west-1\n${articleConfig}`,
      credentials: demoCredentials,
    });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("~/.aws/config, line 1");
    const problems = within(list.view.getByRole("group", { name: "Problems" }));
    expect(cellsOf(problems.getByRole("option", { name: "~/.aws/config, line 1" }))).toContain(
      "The line is neither a section, a setting nor a comment, so it was left out. Write it as key = value, or put # before it.",
    );
    expect(list.items()).toContain("demo-role2");
    await list.runAction("Edit Config at Line 1");
    await waitFor(() => expect(openedFiles()).toEqual([path.join(world.home, ".aws", "config")]));
  });
});

describe("what a plan does otherwise than the config asks", () => {
  const config = `${articleConfig}\n[profile long]\nrole_arn = arn:aws:iam::333333333333:role/demo-role2\nsource_profile = demo-role1\nduration_seconds = 43200\n`;
  const line = config.trimEnd().split("\n").length;
  const sentence =
    'duration_seconds = 43200 of "long" is lowered to 3600: a role assumed by another session lasts an hour at most. ' +
    "Nothing needs to be done; write 3600 to say what it gets.";

  it("is listed with its line, beside the profile that opens all the same", async () => {
    await startExtensionWorld({ config, credentials: demoCredentials });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem(`~/.aws/config, line ${line}`);
    const problems = within(list.view.getByRole("group", { name: "Problems" }));
    expect(problems.getAllByRole("option").map(cellsOf)).toEqual([
      [`~/.aws/config, line ${line}`, sentence, "Warning"],
    ]);
    expect(list.items()).toContain("long");
    expect(host.warnings).toEqual([]);
  });

  it("is copied with all other problems, for someone who can mend the files", async () => {
    const lost = "[profile lost]\nrole_arn = arn:aws:iam::222222222222:role/lost\nsource_profile = nowhere\n";
    await startExtensionWorld({ config: config + lost, credentials: demoCredentials });
    await runActionOn("lost", "Copy All Problems");
    expect(host.clipboard.map(({ content }) => content)).toEqual([
      `~/.aws/config, line ${line} (warning): ${sentence}\n\n` +
        `~/.aws/config, line ${line + 3} (error): source_profile of "lost" names "nowhere", which is no profile. ` +
        "Correct the name, or add [profile nowhere].",
    ]);
    expect(host.huds).toEqual(["Copied All Problems"]);
  });
});

describe("a chain that cannot be made", () => {
  it("says that AWS does not accept a key from a file, and leads to its line", async () => {
    const credentials = demoCredentials.replace(/secret_access_key = .*/, "secret_access_key = anotherSecret");
    const world = await startExtensionWorld({ config: articleConfig, credentials });
    const list = await pressEnterOn("demo-role2");
    await list.type("MFA Code", world.mfaCode());
    expect(await failureToast()).toEqual({
      title: "Access Key Refused",
      message:
        'AWS does not accept the access key of "demo-user", which "demo-role2" starts from. ' +
        "Correct or remove it (~/.aws/credentials, line 2).",
      action: "Edit Credentials File at Line 2",
    });
    expect(JSON.stringify(host.toasts)).not.toContain("anotherSecret");
  });

  it("says that a code was used before, and takes the next one", async () => {
    const world = await startExtensionWorld();
    const code = world.mfaCode();
    await openConsoleOf("demo-role2", code);
    await runActionOn("demo-role2", "Forget Session");
    await waitFor(() => expect(storedSessions()).toEqual([]));
    world.newCalls();

    const form = await pressEnterOn("demo-role2");
    const next = await form.view.findByRole("note", { name: "Next Code" });
    expect(next.textContent).toMatch(
      /A code was sent in this half minute\. If it is still the one shown, the next comes in \d+ s\./,
    );
    await form.type("MFA Code", code);
    expect(await refusalIn(form)).toBe(
      "This code of arn:aws:iam::111111111111:mfa/demo-user was sent before, and AWS takes each once. " +
        'Enter the next one to open "demo-role2".',
    );
    expect(world.newCalls()).toEqual([]);
    await form.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.opened).toHaveLength(2));
  });

  it("says which hop the network failed at, while the code is tried", async () => {
    const world = await startExtensionWorld();
    const form = await pressEnterOn("demo-role2");
    const code = world.mfaCode();
    const { url } = world.double;
    await world.unplug();
    await form.type("MFA Code", code);
    expect(await refusalIn(form)).toBe(
      `STS at ${url} took no connection (ECONNREFUSED), so the session of "demo-user" for "demo-role2" ` +
        "was not made. Check network and VPN. Where a proxy is the only way out, name it in the HTTPS Proxy preference.",
    );
    // It never reached AWS, so it is still good.
    expect(valueOf(form, "MFA Code")).toBe(code);
  });

  it("says which hop the network failed at, behind the code", async () => {
    const world = await startExtensionWorld();
    world.double.failNext({ service: "sts", action: "AssumeRole", as: "reset", times: 10 });
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", world.mfaCode());
    expect(await failureToast()).toEqual({
      title: "Connection Lost",
      message:
        `STS at ${world.double.url} dropped the connection (ECONNRESET), so hop 1 of 2 ` +
        '(arn:aws:iam::222222222222:role/demo-role1) of "demo-role2" was not made. ' +
        "Try again; if it stays, check VPN and proxy.",
      action: "Try Again",
    });

    world.double.stopFailing();
    world.newCalls();
    await form.user.click(form.screen.getByRole("button", { name: "Try Again" }));
    await waitFor(() => expect(host.opened).toHaveLength(1));
    expect(world.newCalls()).toEqual(["AssumeRole", "AssumeRole", "getSigninToken"]);
  });

  it("says that sign-in cannot be reached", async () => {
    const world = await startExtensionWorld();
    world.double.failNext({ service: "signin", as: "html-503", times: 3 });
    const form = await pressEnterOn("demo-role2");
    await form.type("MFA Code", world.mfaCode());
    expect(await failureToast()).toMatchObject({
      title: "Server Error",
      message: expect.stringMatching(/^127\.0\.0\.1:\d+ failed \(HTTP 503\), so the console of "demo-role2" was not/),
    });
  });
});

describe.runIf(hasThrowAwayKeyStore("a user without a key"))("a user without a key", () => {
  it("is told so before a code is asked for, and led to Add Access Key", async () => {
    const world = await startExtensionWorld({ config: articleConfig.replaceAll("demo-user", "keyless-user") });
    const list = await pressEnterOn("demo-role2");
    expect(await failureToast()).toEqual({
      title: "No Access Key",
      message:
        'No access key is stored for "keyless-user", which "demo-role2" starts from. Store it with Add Access Key.',
      action: "Add Access Key",
    });
    expect(list.view.queryByLabelText("MFA Code")).toBeNull();
    expect(world.newCalls()).toEqual([]);

    await list.user.click(list.screen.getByRole("button", { name: "Add Access Key" }));
    expect((await list.view.findByLabelText<HTMLSelectElement>("Profile")).value).toBe("keyless-user");
    expect(host.visibleToast).toBeUndefined();
  });
});
