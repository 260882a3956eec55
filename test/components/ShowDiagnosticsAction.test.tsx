import "../commands/node-with-dom";
import { ActionPanel, List } from "@raycast/api";
import { waitFor } from "@testing-library/react";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ShowDiagnosticsAction } from "../../src/components/ShowDiagnosticsAction";
import { articleConfig } from "../aws/article-config";
import { startExtensionWorld } from "../commands/extension-world";
import { cellsOf } from "../commands/launcher-user";
import { host, launch, type LaunchedCommand } from "../host/headless-host";

/** A view that has nothing but the action. */
async function showDiagnostics(): Promise<LaunchedCommand> {
  const list = launch(
    <List searchBarPlaceholder="Search">
      <List.Item
        title="demo"
        actions={
          <ActionPanel>
            <ShowDiagnosticsAction />
          </ActionPanel>
        }
      />
    </List>,
  );
  await list.selectItem("demo");
  await list.runAction("Show Diagnostics");
  return list;
}

describe("Show Diagnostics", () => {
  it("lists everything there is to say of the config, each with its line", async () => {
    const world = await startExtensionWorld({
      config: `region eu-west-1\n${articleConfig}\n[profile lost]\nrole_arn = arn:aws:iam::222222222222:role/lost\nsource_profile = nowhere\n`,
    });
    const line = articleConfig.split("\n").length + 4;
    const list = await showDiagnostics();
    await waitFor(() => expect(list.items()).toEqual(["~/.aws/config, line 1", `~/.aws/config, line ${line}`]));
    expect(list.view.getAllByRole("option").map(cellsOf)).toEqual([
      expect.arrayContaining([expect.stringMatching(/^The line is neither a section/), "Error"]),
      expect.arrayContaining([expect.stringMatching(/^source_profile of "lost" names "nowhere"/), "Error"]),
    ]);

    await list.selectItem(`~/.aws/config, line ${line}`);
    await list.runAction(`Edit Config at Line ${line}`);
    await waitFor(() =>
      expect(host.opened.map(({ target }) => target)).toEqual([path.join(world.home, ".aws", "config")]),
    );
    expect(host.warnings).toEqual([]);
  });

  it("says so where there is nothing, and looks again when it is asked to", async () => {
    const world = await startExtensionWorld({ config: articleConfig });
    const list = await showDiagnostics();
    await list.view.findByRole("status", { name: "No Problems" });
    await writeFile(path.join(world.home, ".aws", "config"), "[profile demo\n");
    await list.runAction("Reload");
    await waitFor(() => expect(list.items()).toEqual(["~/.aws/config, line 1"]));
  });

  it("says why there is no config", async () => {
    await startExtensionWorld({});
    const list = await showDiagnostics();
    await list.view.findByRole("status", { name: "No AWS Config" });
  });
});
