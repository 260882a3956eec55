// @vitest-environment happy-dom
import { confirmAlert, Icon, MenuBarExtra, showHUD, showToast, Toast } from "@raycast/api";
import { beforeEach, describe, expect, it } from "vitest";
import { host, launch } from "./headless-host";

beforeEach(() => {
  host.environment.commandMode = "menu-bar";
});

describe("MenuBarExtra", () => {
  it("shows its title, its icon and whether the command must not be unloaded yet", () => {
    const { view } = launch(<MenuBarExtra title="8 min" icon={Icon.Clock} tooltip="demo" isLoading />);
    const menu = view.getByRole("menu", { name: "8 min" });
    expect(menu.getAttribute("aria-busy")).toBe("true");
    expect(menu.querySelector("img")?.getAttribute("alt")).toBe("Clock");
  });

  it("runs the action of an item, and shows one without as disabled", async () => {
    const { view, user } = launch(
      <MenuBarExtra icon={Icon.Key}>
        <MenuBarExtra.Item title="Nothing" />
        <MenuBarExtra.Submenu title="More">
          <MenuBarExtra.Item title="Say It" onAction={() => showHUD("Said")} />
        </MenuBarExtra.Submenu>
      </MenuBarExtra>,
    );
    expect(view.getByRole("menuitem", { name: "Nothing" }).hasAttribute("disabled")).toBe(true);
    await user.click(view.getByRole("menuitem", { name: "Say It" }));
    expect(host.huds).toEqual(["Said"]);
  });

  it("warns of items that Raycast could not tell apart, at one level", () => {
    launch(
      <MenuBarExtra icon={Icon.Key}>
        <MenuBarExtra.Item title="Open" />
        <MenuBarExtra.Submenu title="More">
          <MenuBarExtra.Item title="Open" />
        </MenuBarExtra.Submenu>
      </MenuBarExtra>,
    );
    expect(host.warnings).toEqual([]);
    launch(
      <MenuBarExtra icon={Icon.Key}>
        <MenuBarExtra.Item title="Open" />
        <MenuBarExtra.Section title="More">
          <MenuBarExtra.Item title="Open" />
        </MenuBarExtra.Section>
      </MenuBarExtra>,
    );
    expect(host.warnings).toEqual(['More than one item of a menu is called "Open"']);
  });

  it("is drawn by commands of the menu bar only, and seen only with an icon or a title", () => {
    expect(() => launch(<MenuBarExtra />)).toThrow("needs an icon or a title");
    host.environment.commandMode = "view";
    expect(() => launch(<MenuBarExtra icon={Icon.Key} />)).toThrow('of the mode "view"');
  });

  it("warns of what needs a window, or a command that stays", async () => {
    host.alerts.answerNext(true);
    await confirmAlert({ title: "Sure?" });
    await showToast({ style: Toast.Style.Animated, title: "Opening" });
    await showToast({ style: Toast.Style.Failure, title: "Failed" });
    expect(host.warnings).toEqual([
      'The alert "Sure?" of a menu-bar command needs the launcher\'s window',
      'The animated toast "Opening" of a menu-bar command may stay for good',
    ]);
  });
});
