import "./node-with-dom";
import { LaunchType } from "@raycast/api";
import { waitFor, within } from "@testing-library/react";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it, vi } from "vitest";
import EnterMfaCode from "../../src/enter-mfa-code";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { demoCredentials } from "../aws-double/demo-credentials";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { type ExtensionWorld, startExtensionWorld } from "./extension-world";
import { cellsOf, openConsoleOf } from "./launcher-user";

/** The key below the header of its profile, where that already stands. */
const [, demoKey = ""] = demoCredentials.split("[demo-user]\n");
const withKey = (config: string, header: string): string => config.replace(`${header}\n`, `${header}\n${demoKey}\n`);
const CANNOT_READ_HINT = "Make it an ordinary file that you may read, or name another in the preferences.";

/** The profiles that the list shows, once it shows any. */
async function listedProfiles(): Promise<string[]> {
  const list = launch(<OpenAwsConsole />);
  await waitFor(() => expect(list.items()).not.toEqual([]));
  return list.items();
}

/** The sentences under Problems, by the place that each is about. */
function problemsIn(list: LaunchedCommand): string[][] {
  const problems = within(list.view.getByRole("group", { name: "Problems" }));
  return problems.getAllByRole("option").map(cellsOf);
}

async function write(world: ExtensionWorld, file: string, content: string | Uint8Array): Promise<void> {
  const target = path.join(world.home, file);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, content);
}

describe("the files that a user chose", () => {
  const everywhere = async (): Promise<void> => {
    const world = await startExtensionWorld({ config: "[profile by-default]\n", credentials: "[keys-by-default]\n" });
    await write(world, "env/config", "[profile by-variable]\n");
    await write(world, "env/credentials", "[keys-by-variable]\n");
    await write(world, "clients/config", "[profile preferred]\n");
    await write(world, "clients/credentials", "[preferred-keys]\n");
  };
  const VARIABLES = { AWS_CONFIG_FILE: "~/env/config", AWS_SHARED_CREDENTIALS_FILE: "$HOME/env/credentials" };

  it.each([
    ["AWS's own where nothing is chosen", {}, {}, ["by-default", "keys-by-default"]],
    ["the environment's where the preferences are empty", VARIABLES, {}, ["by-variable", "keys-by-variable"]],
    [
      "the preferences', whatever the environment says",
      VARIABLES,
      { configFile: "~/clients/config", credentialsFile: "$HOME/clients/credentials" },
      ["preferred", "preferred-keys"],
    ],
    ["chosen one by one", VARIABLES, { configFile: "~/clients/config" }, ["preferred", "keys-by-variable"]],
  ])("are %s", async (_, variables, preferences, profiles) => {
    await everywhere();
    for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
    host.preferences = { ...host.preferences, ...preferences };
    expect(await listedProfiles()).toEqual(profiles);
  });

  it("lead to a console", async () => {
    const world = await startExtensionWorld({});
    await write(world, "clients/config", articleConfig);
    await write(world, "clients/credentials", demoCredentials);
    host.preferences = {
      ...host.preferences,
      configFile: "~/clients/config",
      credentialsFile: "~/clients/credentials",
    };
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("count for Enter MFA Code as well", async () => {
    const world = await startExtensionWorld({});
    await write(world, "clients/config", articleConfig + demoCredentials.replace("[demo-user]", "[profile demo-user]"));
    host.preferences = { ...host.preferences, configFile: "~/clients/config" };
    const code = world.mfaCode();
    launch(<EnterMfaCode launchType={LaunchType.UserInitiated} arguments={{ profile: "demo-user", code }} />);
    await waitFor(() => expect(host.huds).toEqual([expect.stringMatching(/^Session of demo-user until /)]));
  });

  it("are missed where they are not, beside the profiles of the other", async () => {
    await startExtensionWorld();
    host.preferences = { ...host.preferences, configFile: "~/wrok/config" };
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-user");
    expect(problemsIn(list)).toEqual([
      [
        "~/wrok/config",
        "The preferences name this as the config file, but there is none. Correct the path in the preferences, or clear it.",
        "Warning",
      ],
    ]);
  });

  it("are the ones that Edit Config opens", async () => {
    const world = await startExtensionWorld({});
    await write(world, "clients/config", "[profile demo\n");
    host.preferences = { ...host.preferences, configFile: "$HOME/clients/config" };
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("$HOME/clients/config, line 1");
    await list.runAction("Edit Config at Line 1");
    await waitFor(() =>
      expect(host.opened.map(({ target }) => target)).toEqual([path.join(world.home, "clients", "config")]),
    );
  });
});

describe("a file that cannot be used", () => {
  it.each([
    ["credentials", { config: withKey(articleConfig, "[profile demo-user]") }],
    ["config", { credentials: withKey(articleConfig.replaceAll("[profile ", "["), "[demo-user]") }],
  ])("leaves the profiles of the other to open, when it is the %s file", async (kind, other) => {
    const world = await startExtensionWorld(other);
    await mkdir(path.join(world.home, ".aws", kind));
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(problemsIn(list)).toEqual([
      [
        `~/.aws/${kind}`,
        `The ${kind} file cannot be read (it is a folder), so it was left out. ${CANNOT_READ_HINT}`,
        "Error",
      ],
    ]);
    await list.pressEnter();
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]));
  });

  it("still says everything that is wrong with its first line", async () => {
    await startExtensionWorld({ config: `\uFEFF[profile broken\n${articleConfig}`, credentials: demoCredentials });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(problemsIn(list).map(([place, sentence, tag]) => [place, sentence?.split(",")[0], tag])).toEqual([
      ["~/.aws/config, line 1", "The section header is not closed", "Error"],
      ["~/.aws/config, line 1", "The file begins with a byte order mark", "Warning"],
    ]);
  });

  it("opens what is whole in it, when it is not UTF-8", async () => {
    const world = await startExtensionWorld({ config: articleConfig });
    await write(world, ".aws/credentials", Buffer.from(`# clé de démonstration\n${demoCredentials}`, "latin1"));
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });
});

describe("how calls travel", () => {
  it("may be the profile's to say: to the endpoint of its services section", async () => {
    const world = await startExtensionWorld({});
    vi.stubEnv("AWS_ENDPOINT_URL_STS", undefined);
    vi.stubEnv("AWS_ENDPOINT_URL_SIGNIN", undefined);
    const endpoint = (service: string): string => `${service} =\n  endpoint_url = ${world.double.url}\n`;
    const services = `services = local\n[services local]\n${endpoint("sts")}${endpoint("signin")}`;
    await write(world, ".aws/config", articleConfig + services);
    await write(world, ".aws/credentials", demoCredentials);
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333"]);
  });

  it("is complained about by the name of a variable, which no editor opens", async () => {
    await startExtensionWorld({ config: "[profile demo]\n" });
    vi.stubEnv("AWS_ENDPOINT_URL_STS", "http://sts.example.com");
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("AWS_ENDPOINT_URL_STS");
    expect(problemsIn(list)).toEqual([
      [
        "AWS_ENDPOINT_URL_STS",
        "AWS_ENDPOINT_URL_STS = http://sts.example.com is a URL without TLS, so credentials travel unencrypted. Write it with https.",
        "Warning",
      ],
    ]);
    expect(list.actions().map(({ title }) => title)).not.toContainEqual(expect.stringMatching(/^Edit Config/));
  });
});
