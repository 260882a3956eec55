import "../commands/node-with-dom";
import { List } from "@raycast/api";
import { describe, expect, it, vi } from "vitest";
import { NothingMatchesEmptyView } from "../../src/components/NothingMatchesEmptyView";
import { launch } from "../host/headless-host";

describe("a list in which nothing matches", () => {
  it.each([
    ["prod", undefined, 'No profile matches "prod" by its name, role, account, alias or region.'],
    [
      " prod ",
      "Role Chains",
      'No profile under Role Chains matches "prod" by its name, role, account, alias or region.',
    ],
    ["", "Active Sessions", "There is no profile under Active Sessions now."],
  ])("says what was looked for: %j under %j", (query, filter, sentence) => {
    const list = launch(
      <List>
        <NothingMatchesEmptyView query={query} filter={filter} onShowAll={() => undefined} />
      </List>,
    );
    expect(list.view.getByRole("status", { name: "Nothing Matches" }).textContent).toContain(sentence);
    expect(list.actions().map(({ title }) => title)).toEqual(filter === undefined ? [] : ["Show All Profiles"]);
  });

  it("leads back to all profiles where a filter is on", async () => {
    const onShowAll = vi.fn();
    const list = launch(
      <List>
        <NothingMatchesEmptyView query="" filter="Active Sessions" onShowAll={onShowAll} />
      </List>,
    );
    await list.pressEnter();
    expect(onShowAll).toHaveBeenCalledOnce();
  });
});
