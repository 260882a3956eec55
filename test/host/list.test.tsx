// @vitest-environment happy-dom
import { Action, ActionPanel, Color, Icon, List, showHUD } from "@raycast/api";
import { describe, expect, it, vi } from "vitest";
import { host, launch } from "./headless-host";

const profiles = [
  { name: "demo", keywords: ["source"] },
  { name: "demo-role1", keywords: ["111111111111"] },
  { name: "demo-role2", keywords: ["222222222222"] },
];

function Profiles(props: Partial<List.Props>) {
  return (
    <List searchBarPlaceholder="Search profiles" {...props}>
      {profiles.map(({ name, keywords }) => (
        <List.Item
          key={name}
          id={name}
          title={name}
          subtitle={`to ${name}`}
          keywords={keywords}
          icon={{ source: Icon.Lock, tintColor: Color.Red }}
          accessories={[
            { tag: "2 hops", tooltip: `The chain of ${name}` },
            { icon: Icon.Clock, text: "42 m" },
          ]}
          actions={
            <ActionPanel>
              <Action title="Open Console" icon={Icon.Globe} onAction={() => showHUD(`Opened ${name}`)} />
              <ActionPanel.Section title="Credentials">
                <Action
                  title="Copy Name"
                  shortcut={{ modifiers: ["shift", "cmd"], key: "." }}
                  onAction={() => showHUD(`Copied ${name}`)}
                />
              </ActionPanel.Section>
              <ActionPanel.Submenu title="Open in Region">
                <Action title="Ireland" onAction={() => showHUD(`${name} in Ireland`)} />
              </ActionPanel.Submenu>
            </ActionPanel>
          }
        />
      ))}
    </List>
  );
}

describe("List", () => {
  it("selects the first item, moves with the arrow keys and triggers the first action on Enter", async () => {
    const onSelectionChange = vi.fn();
    const command = launch(<Profiles onSelectionChange={onSelectionChange} />);
    expect(command.selectedItem()).toBe("demo");
    await command.press("arrowDown");
    await command.press("arrowDown");
    await command.press("arrowUp");
    expect(command.selectedItem()).toBe("demo-role1");
    await command.pressEnter();
    expect(host.huds).toEqual(["Opened demo-role1"]);
    expect(onSelectionChange.mock.calls.flat()).toEqual(["demo", "demo-role1", "demo-role2", "demo-role1"]);
  });

  it("triggers the second action on Cmd+Enter and others by their shortcut", async () => {
    const command = launch(<Profiles />);
    await command.selectItem("demo-role2");
    await command.press("cmd+return");
    await command.press("cmd+shift+.");
    expect(host.huds).toEqual(["Copied demo-role2", "Copied demo-role2"]);
  });

  it("describes the actions of the selected item and opens submenus", async () => {
    const command = launch(<Profiles />);
    expect(command.actions()).toMatchObject([
      { title: "Open Console", shortcut: undefined, section: undefined, hasIcon: true },
      { title: "Copy Name", shortcut: "cmd+shift+.", section: "Credentials", hasIcon: false },
      { title: "Open in Region", isSubmenu: true },
    ]);
    await command.runAction("Open in Region", "Ireland");
    expect(host.huds).toEqual(["demo in Ireland"]);
    expect(command.actions()).toHaveLength(3);
  });

  it("shows title, subtitle, accessories, tooltips and icons", () => {
    const { view } = launch(<Profiles />);
    const option = view.getByRole("option", { name: "demo-role1" });
    expect(option.textContent).toContain("to demo-role1");
    expect(view.getByTitle("The chain of demo-role1").textContent).toBe("2 hops");
    expect(view.getAllByRole("img", { name: "Lock" })[0]?.dataset.color).toBe(Color.Red);
    expect(view.getAllByRole("img", { name: "Clock" })).toHaveLength(3);
  });

  it("searches titles and keywords, and takes the search back on Esc before it leaves", async () => {
    const command = launch(<Profiles />);
    await command.search("DEMO 222");
    expect(command.items()).toEqual(["demo-role2"]);
    expect(command.selectedItem()).toBe("demo-role2");
    await command.search("nowhere");
    expect(command.items()).toEqual([]);
    expect(command.view.getByRole("status", { name: "No Results" })).toBeDefined();
    await command.pop();
    expect(command.items()).toHaveLength(3);
    expect(host.poppedToRoot).toBe(false);
    await command.pop();
    expect(host.poppedToRoot).toBe(true);
    expect(command.items()).toEqual([]);
  });

  it("leaves the search to the extension if it listens, unless it asks for filtering", async () => {
    const onSearchTextChange = vi.fn();
    const own = launch(<Profiles onSearchTextChange={onSearchTextChange} />);
    await own.search("x");
    expect(onSearchTextChange).toHaveBeenLastCalledWith("x");
    expect(own.items()).toHaveLength(3);
    const both = launch(<Profiles onSearchTextChange={onSearchTextChange} filtering />);
    await both.search("role1");
    expect(both.items()).toEqual(["demo-role1"]);
  });

  it("shows its empty view, with its actions, once it has loaded nothing", async () => {
    const empty = (isLoading: boolean) => (
      <List searchBarPlaceholder="Search profiles" isLoading={isLoading}>
        <List.EmptyView
          title="No Profiles"
          description="Your AWS config has none."
          actions={
            <ActionPanel>
              <Action title="Open Config" onAction={() => showHUD("Config")} />
            </ActionPanel>
          }
        />
      </List>
    );
    const loading = launch(empty(true));
    expect(loading.view.queryByText("No Profiles")).toBeNull();
    expect(loading.view.getByRole("listbox").getAttribute("aria-busy")).toBe("true");
    const loaded = launch(empty(false));
    expect(loaded.view.getByRole("status", { name: "No Profiles" }).textContent).toContain("Your AWS config has none.");
    await loaded.pressEnter();
    expect(host.huds).toEqual(["Config"]);
  });

  it("keeps to the sections, the detail and the dropdown of the selected item", async () => {
    const onChange = vi.fn();
    const command = launch(
      <List
        searchBarPlaceholder="Search profiles"
        isShowingDetail
        searchBarAccessory={
          <List.Dropdown tooltip="Filter" onChange={onChange} defaultValue="mfa">
            <List.Dropdown.Item title="All" value="all" />
            <List.Dropdown.Section title="By Need">
              <List.Dropdown.Item title="Needs MFA" value="mfa" />
            </List.Dropdown.Section>
          </List.Dropdown>
        }
      >
        <List.Section title="Pinned" subtitle="1">
          <List.Item
            title="One"
            detail={
              <List.Item.Detail
                markdown={"# Chain\n\nFirst hop"}
                metadata={
                  <List.Item.Detail.Metadata>
                    <List.Item.Detail.Metadata.Label title="Account" text="111111111111" />
                    <List.Item.Detail.Metadata.TagList title="Tags">
                      <List.Item.Detail.Metadata.TagList.Item text="prod" color={Color.Red} />
                    </List.Item.Detail.Metadata.TagList>
                  </List.Item.Detail.Metadata>
                }
              />
            }
          />
        </List.Section>
        <List.Item title="Two" />
      </List>,
    );
    const { view, user } = command;
    expect(view.getByRole("group", { name: "Pinned" }).textContent).toBe("One");
    expect(view.getByRole("heading", { name: "Chain" })).toBeDefined();
    expect(view.getByRole("group", { name: "Account" }).textContent).toContain("111111111111");
    await user.selectOptions(view.getByRole("combobox", { name: "Filter" }), "All");
    expect(onChange.mock.calls).toEqual([["mfa"], ["all"]]);
    await command.selectItem("Two");
    expect(view.queryByRole("heading", { name: "Chain" })).toBeNull();
  });

  it("rejects what Raycast rejects, and notes what its guidelines do not allow", () => {
    vi.spyOn(console, "error").mockReturnValue();
    const untitled = (
      <List>
        <List.Item title="" />
      </List>
    );
    expect(() => launch(untitled)).toThrow("A List.Item needs a title");
    const twins = (
      <List>
        <List.Item id="a" title="A" />
        <List.Item id="a" title="B" />
      </List>
    );
    expect(() => launch(twins)).toThrow('Two items of the list have the id "a"');
    expect(() => launch(<List.Item title="Alone" />)).toThrow("List.Item is drawn outside of a List");
    launch(<List navigationTitle="Profiles" />);
    expect(host.warnings).toEqual(["A List has no searchBarPlaceholder", "The root view sets a navigationTitle"]);
  });
});

describe("ActionPanel", () => {
  it("rejects two actions with the same shortcut, however it is written", () => {
    vi.spyOn(console, "error").mockReturnValue();
    const panel = (
      <ActionPanel>
        <Action title="Copy Key" shortcut={{ modifiers: ["cmd", "opt"], key: "k" }} />
        <ActionPanel.Section>
          <Action title="Copy Secret" shortcut={{ modifiers: ["alt", "cmd"], key: "k" }} />
        </ActionPanel.Section>
      </ActionPanel>
    );
    const list = (
      <List searchBarPlaceholder="Search">
        <List.Item title="Key" actions={panel} />
      </List>
    );
    expect(() => launch(list)).toThrow('"Copy Secret" and "Copy Key" have the same shortcut cmd+opt+k in one panel');
  });

  it("notes a panel where only some actions have icons", () => {
    launch(<Profiles />);
    expect(host.warnings).toContain('Beside "Copy Name", some actions have an icon and some have none');
  });
});
