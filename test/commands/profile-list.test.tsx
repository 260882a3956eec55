import "./node-with-dom";
import { Color, LocalStorage } from "@raycast/api";
import { fireEvent, waitFor, within } from "@testing-library/react";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parse, parseJson, pipe, record, string } from "valibot";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import CopyAwsCredentials from "../../src/copy-aws-credentials";
import { setAccountAlias } from "../../src/launcher/profile-memory";
import OpenAwsConsole from "../../src/open-aws-console";
import { articleConfig } from "../aws/article-config";
import { withoutTrust } from "../aws-double/change-role";
import { demoWorld } from "../aws-double/demo-world";
import { manyProfiles } from "../bench/many-profiles";
import { host, launch, type LaunchedCommand } from "../host/headless-host";
import { startExtensionWorld } from "./extension-world";
import { cellsOf, failureToast, openConsoleOf, runActionOn } from "./launcher-user";

/** What stands under the title of a section. */
function rowsUnder(list: LaunchedCommand, title: string): (string | null)[] {
  const section = list.view.queryByRole("group", { name: title });
  return section ? within(section).getAllByRole("option").map((row) => row.getAttribute("aria-label")) : []; // prettier-ignore
}

async function chooseFilter(list: LaunchedCommand, title: string): Promise<void> {
  await list.user.selectOptions(list.view.getByRole("combobox", { name: "Filter Profiles" }), title);
}

describe("pinning", () => {
  it("keeps a profile on top of the next lists, until it is unpinned", async () => {
    await startExtensionWorld();
    await runActionOn("demo-role2", "Pin Profile");
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(rowsUnder(list, "Pinned")).toEqual(["demo-role2"]);
    expect(rowsUnder(list, "demo-user")).not.toContain("demo-role2");

    await list.runAction("Unpin Profile");
    const next = launch(<OpenAwsConsole />);
    await next.selectItem("demo-role2");
    expect(next.items()[0]).toBe("demo-role1");
  });

  it("moves no row of the list that is open, so that the next key hits no other profile, unless it is reloaded", async () => {
    await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Pin Profile");
    await waitFor(async () =>
      expect((await list.selectItem("demo-role2")).querySelector('[alt="Pin"]')).not.toBeNull(),
    );
    expect(list.items().slice(0, 2)).toEqual(["demo-role1", "demo-role2"]);
    await list.runAction("Reload");
    await waitFor(() => expect(list.items()[0]).toBe("demo-role2"));
  });
});

describe("a storage that cannot be written", () => {
  it.each([
    ["pinning", async () => void (await runActionOn("demo-role2", "Pin Profile"))],
    [
      "naming an account",
      async () => {
        const form = await runActionOn("demo-role2", "Set Account Alias…");
        await form.type("Alias", "Production");
        await form.submit();
      },
    ],
  ])("is told when %s", async (_, change) => {
    await startExtensionWorld();
    vi.spyOn(LocalStorage, "setItem").mockRejectedValue(new Error("disk full"));
    onTestFinished(() => void vi.restoreAllMocks());
    await change();
    expect(await failureToast()).toMatchObject({ title: "Unexpected Error" });
  });
});

describe("a storage that cannot be read", () => {
  it("keeps nobody from the profiles", async () => {
    await startExtensionWorld();
    for (const call of ["getItem", "allItems"] as const)
      vi.spyOn(LocalStorage, call).mockRejectedValue(new Error("locked"));
    onTestFinished(() => void vi.restoreAllMocks());
    expect(cellsOf(await launch(<OpenAwsConsole />).selectItem("demo-role2"))).toContain("MFA");
  });
});

describe("what was opened last", () => {
  it("stands above the others, the last one first, until its ranking is reset", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role1", world.mfaCode());
    await openConsoleOf("demo-role2");
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    expect(rowsUnder(list, "Recent")).toEqual(["demo-role2", "demo-role1"]);

    await list.selectItem("demo-role2");
    await list.runAction("Reset Ranking");
    await list.runAction("Reload");
    await waitFor(() => expect(rowsUnder(list, "Recent")).toEqual(["demo-role1"]));
  });

  it("is not what could not be opened", async () => {
    const world = await startExtensionWorld();
    world.double.world = withoutTrust(demoWorld, "demo-role1");
    const refused = await runActionOn("demo-role1", "Open Console");
    await refused.type("MFA Code", world.mfaCode());
    expect(await failureToast()).toMatchObject({ title: "Role Refused" });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    expect(rowsUnder(list, "Recent")).toEqual([]);
  });
});

describe("an account's alias", () => {
  it("stands beside the account, is found, and told when its console was opened", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Set Account Alias…");
    await list.type("Alias", "Production");
    await list.submit();
    expect(cellsOf(await list.selectItem("demo-role2"))).toContain("333333333333 (Production) · demo-role2");
    await list.search("production");
    expect(list.items()).toEqual(["demo-role2"]);
    await openConsoleOf("demo-role2", world.mfaCode());
    expect(host.huds).toEqual(["Opened demo-role2 in 333333333333 (Production)"]);
  });

  it("goes when it is emptied", async () => {
    await startExtensionWorld();
    await setAccountAlias("333333333333", "Production");
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    await list.runAction("Set Account Alias…");
    await list.user.clear(await list.view.findByLabelText("Alias"));
    await list.submit();
    await waitFor(async () =>
      expect(cellsOf(await list.selectItem("demo-role2"))).toContain("333333333333 · demo-role2"),
    );
  });
});

describe("what a profile opens at by default", () => {
  it("stands on its row, until it is the console's home in its own region again", async () => {
    await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Open at Service…");
    await list.selectItem("CloudWatch");
    await list.runAction("Open demo-role2 Here by Default");
    await waitFor(() => expect(host.visibleToast?.title).toBe("demo-role2 now opens at CloudWatch"));
    await list.pop();
    await waitFor(async () => expect(cellsOf(await list.selectItem("demo-role2"))).toContain("CloudWatch"));

    await list.runAction("Open at Service…");
    await list.selectItem("Console Home");
    await list.runAction("Open demo-role2 Here by Default");
    await list.pop();
    await waitFor(async () => expect(cellsOf(await list.selectItem("demo-role2"))).not.toContain("CloudWatch"));
  });
});

describe("the filter", () => {
  const LOST = "[profile lost]\nrole_arn = arn:aws:iam::555555555555:role/x\nsource_profile = nobody\n";

  it("narrows the list, and a search narrows it further", async () => {
    await startExtensionWorld({ config: articleConfig + LOST });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    await chooseFilter(list, "Needs MFA");
    expect(list.items()).toEqual(["demo-role1", "demo-role2", "demo-user", "demo-default"]);
    await list.search("role");
    expect(list.items()).toEqual(["demo-role1", "demo-role2"]);
    await list.search("");
    await chooseFilter(list, "Problems");
    expect(list.items()).toEqual(["lost"]);
  });

  it("begins with all profiles each time", async () => {
    await startExtensionWorld();
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role1");
    await chooseFilter(list, "Role Chains");
    expect(list.items()).toEqual(["demo-role2"]);
    const next = launch(<OpenAwsConsole />);
    await next.selectItem("demo-role1");
  });
});

describe("the detail", () => {
  it("draws the chain hop by hop with what is kept of it, and comes back with the next list", async () => {
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role1", world.mfaCode());
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("demo-role2");
    expect(list.view.queryByRole("article", { name: "Detail" })).toBeNull();
    await list.press("cmd+y");

    const next = launch(<OpenAwsConsole />);
    await next.selectItem("demo-role2");
    const detail = await next.view.findByRole("article", { name: "Detail" });
    const text = detail.textContent.replaceAll(/\s+/g, " ");
    expect(text).toMatch(/1\. .*Key of demo-user.* in the key store|credentials, line/);
    expect(text).toMatch(
      /2\. .*MFA session of demo-user.*arn:aws:iam::111111111111:mfa\/demo-user.*for 12 h · cached until/,
    );
    expect(text).toMatch(/3\. .*demo-role1 in 222222222222.*for 1 h · cached until/);
    expect(text).toMatch(/4\. .*demo-role2 in 333333333333.*for 1 h(?! · cached)/);
    expect(text).toContain("arn:aws:iam::333333333333:role/demo-role2");
    expect(text).toContain("ap-northeast-1");
  });

  it("tells each diagnostic of the profile with its line", async () => {
    const long = "[profile long]\nsource_profile = demo-role1\nrole_arn = arn:aws:iam::444444444444:role/backup\nduration_seconds = 43200\n"; // prettier-ignore
    await startExtensionWorld({ config: `${articleConfig}\n${long}` });
    const list = launch(<OpenAwsConsole />);
    await list.selectItem("long");
    await list.press("cmd+y");
    const detail = await list.view.findByRole("article", { name: "Detail" });
    expect(detail.textContent).toMatch(/~\/\.aws\/config, line 2\d.*duration_seconds/);
  });
});

describe("the time left", () => {
  const left = (row: HTMLElement) =>
    [...row.querySelectorAll("[data-color]")].map((tag) => [tag.textContent, tag.getAttribute("data-color")])[0];

  it("changes its color ten and five minutes before the end", async () => {
    vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"], now: Date.now() });
    onTestFinished(() => void vi.useRealTimers());
    const world = await startExtensionWorld();
    await openConsoleOf("demo-role2", world.mfaCode());
    const begin = Date.now();
    for (const [minute, text, color] of [
      [49, "10 min", Color.Green],
      [51, "8 min", Color.Yellow],
      [56, "3 min", Color.Red],
    ] as const) {
      vi.setSystemTime(begin + minute * 60_000);
      const list = launch(<OpenAwsConsole />);
      expect(left(await list.selectItem("demo-role2"))).toEqual([text, color]);
    }
  });
});

describe("two thousand profiles", () => {
  it("are drawn page by page, and all of them are found", async () => {
    await startExtensionWorld({ config: manyProfiles(2_000) });
    const list = launch(<OpenAwsConsole />);
    await waitFor(() => expect(list.items()).toHaveLength(30));
    fireEvent.click(list.view.getByRole("option", { name: list.items().at(-1) ?? "" }));
    await list.press("arrowDown");
    expect(list.items()).toHaveLength(60);

    await list.search("team-221.dev");
    expect(list.items()).toEqual(["team-221.dev"]);
  });
});

describe("a quicklink", () => {
  it("names the profile, and what it opens there, and nothing else", async () => {
    await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Create Quicklink");
    await list.runAction("Open at Service…");
    await list.selectItem("CloudWatch");
    await list.runAction("Create Quicklink");
    expect(host.quicklinks.map(({ name, link }) => [name, contextOf(link)])).toEqual([
      ["Open demo-role2", { profile: "demo-role2" }],
      ["Open demo-role2 at CloudWatch", { profile: "demo-role2", page: "cloudwatch" }],
    ]);
  });

  it("says where it opens a user's own console, which has no MFA", async () => {
    await startExtensionWorld();
    await runActionOn("demo-user", "Create Quicklink");
    expect(host.quicklinks.map(({ name }) => name)).toEqual(["Open demo-user Without MFA"]);
  });

  it("to the console's home goes there, whatever the profile opens at by default", async () => {
    const world = await startExtensionWorld();
    const list = await runActionOn("demo-role2", "Open at Service…");
    await list.selectItem("CloudWatch");
    await list.runAction("Open demo-role2 Here by Default");
    await list.selectItem("Console Home");
    await list.runAction("Create Quicklink");
    const [quicklink] = host.quicklinks;
    const linked = launch(<OpenAwsConsole launchContext={contextOf(quicklink?.link ?? "")} />);
    await linked.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds.at(-1)).toBe("Opened demo-role2 in 333333333333"));
  });

  it("opens nothing later where there was no config when it was launched", async () => {
    const world = await startExtensionWorld({});
    const list = launch(<OpenAwsConsole launchContext={{ profile: "demo-role2" }} />);
    await list.view.findByText("No AWS Config");
    await writeFile(path.join(world.home, ".aws", "config"), articleConfig);
    await list.runAction("Reload");
    await list.selectItem("demo-role2");
    expect(host.toasts).toEqual([]);
  });

  it("copies where it leads to the list for copying", async () => {
    const world = await startExtensionWorld();
    const list = launch(<CopyAwsCredentials launchContext={{ profile: "demo-role2" }} />);
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.clipboard).toHaveLength(1));
    expect(host.opened).toEqual([]);
  });

  it("is what a script can open too", async () => {
    await startExtensionWorld();
    await runActionOn("demo-role2", "Copy Deeplink");
    await waitFor(() => expect(host.clipboard).toHaveLength(1));
    expect(contextOf(host.clipboard[0]?.content ?? "")).toEqual({ profile: "demo-role2" });
  });

  it("opens the profile's console at its page, asking for a code where one is needed", async () => {
    const world = await startExtensionWorld();
    const launchContext = { profile: "demo-role2", page: "ec2", region: "eu-west-1" };
    const list = launch(<OpenAwsConsole launchContext={launchContext} />);
    await list.type("MFA Code", world.mfaCode());
    await waitFor(() => expect(host.huds).toEqual(["Opened demo-role2 in 333333333333, EC2, Europe (Ireland)"]));
    expect(host.opened).toHaveLength(1);
  });

  it.each([
    [{ profile: "gone" }, "Unknown Profile"],
    [{ profile: "lost" }, "Unknown Source Profile"],
    [{ profile: "demo-role1", page: "worklink" }, "Quicklink Out of Date"],
    [{ profile: "demo-role1", region: "cn-north-1" }, "Quicklink Out of Date"],
  ])("to %j opens nothing and says why", async (launchContext, title) => {
    const lost = "[profile lost]\nrole_arn = arn:aws:iam::555555555555:role/x\nsource_profile = nobody\n";
    const world = await startExtensionWorld({ config: articleConfig + lost });
    const list = launch(<OpenAwsConsole launchContext={launchContext} />);
    await list.selectItem("demo-role1");
    await waitFor(() => expect(host.visibleToast?.title).toBe(title));
    expect(world.newCalls()).toEqual([]);
    expect(host.opened).toEqual([]);
  });
});

function contextOf(link: string): Record<string, string> {
  return parse(pipe(string(), parseJson(), record(string(), string())), new URL(link).searchParams.get("context"));
}
