import type * as Raycast from "@raycast/api";
import {
  act,
  type BoundFunctions,
  cleanup,
  fireEvent,
  type queries,
  render,
  waitFor,
  within,
} from "@testing-library/react";
import { userEvent, type UserEvent } from "@testing-library/user-event";
import type { ReactElement } from "react";
import { afterEach, beforeEach } from "vitest";
import { reachableActions } from "./action-panel";
import { host } from "./host";
import { keystrokes, shortcutText } from "./keyboard";
import { Screen } from "./screen";

export { host } from "./host";
export type { ClipboardEntry, OpenedTarget, ToastState } from "./host";

// A test file that imports this module gets a fresh launcher for each of its tests.
beforeEach(() => host.reset());
afterEach(cleanup);

/** An action as the user sees it in the panel. */
export interface DescribedAction {
  title: string;
  /** The declared shortcut, such as "cmd+shift+c". The first two actions also have Enter and Cmd+Enter (in forms
   * Cmd+Enter and Cmd+Shift+Enter). */
  shortcut: string | undefined;
  /** The title of the section that the action is in. */
  section: string | undefined;
  hasIcon: boolean;
  isDestructive: boolean;
  isSubmenu: boolean;
}

/** A command on the screen, and what a user can do with it. */
export interface LaunchedCommand {
  /** The keyboard and mouse. */
  user: UserEvent;
  /** Testing Library's queries, limited to the view on top of the navigation stack. */
  view: BoundFunctions<typeof queries>;
  /** Testing Library's queries for all that is drawn, toast and confirmation included. */
  screen: BoundFunctions<typeof queries>;
  /** The titles of the list's items, as searched, from top to bottom. */
  items: () => string[];
  /** The title of the selected list item. */
  selectedItem: () => string | undefined;
  /** Waits for the list item with this title and selects it. */
  selectItem: (title: string) => Promise<HTMLElement>;
  /** The actions of the selected item, the form or the detail, from top to bottom; those of a submenu while it is open. */
  actions: () => DescribedAction[];
  /** Waits for the action with this title and triggers it; more titles lead through submenus. */
  runAction: (title: string, ...submenuTitles: string[]) => Promise<void>;
  /** Waits for the field with this label and types into it. */
  type: (label: string, text: string) => Promise<void>;
  /** Puts a text into the search bar in place of what is there. */
  search: (text: string) => Promise<void>;
  /** Presses Enter: the first action of a list or detail. */
  pressEnter: () => Promise<void>;
  /** Presses a shortcut, such as "cmd+shift+c" or one of `Keyboard.Shortcut.Common`. */
  press: (shortcut: string | Raycast.Keyboard.Shortcut) => Promise<void>;
  /** Presses Cmd+Enter: the first action of a form, the second one of a list or detail. */
  submit: () => Promise<void>;
  /** Presses Esc: closes a submenu, else clears the search bar, else goes back one view. */
  pop: () => Promise<void>;
}

/**
 * Opens the launcher's window with a command in it, in place of a command that may still be open.
 *
 * @example
 * const command = launch(<OpenAwsConsole />);
 * await command.selectItem("demo-role2");
 * await command.pressEnter();
 * await command.type("MFA Code", "123456");
 * await waitFor(() => expect(host.opened).toHaveLength(1));
 */
export function launch(command: ReactElement): LaunchedCommand {
  cleanup();
  host.windowClosed = false;
  host.suspended = false;
  host.poppedToRoot = false;
  const { container } = render(<Screen command={command} />);
  // With no delay between keys, so that tests with fake timers need not turn the clock while the user types.
  const user = userEvent.setup({ delay: null });
  const window = container.querySelector("main") ?? container;
  const view = within(window);

  const press = async (shortcut: string | Raycast.Keyboard.Shortcut) => {
    await user.keyboard(keystrokes(typeof shortcut === "string" ? shortcut : shortcutText(shortcut)));
    await settle();
  };
  const options = () => [...window.querySelectorAll<HTMLElement>('[role="option"][data-id]')];

  return {
    user,
    view,
    screen: within(container),
    items: () => options().map(titleOf),
    selectedItem: () => options().filter(isSelected).map(titleOf)[0],
    async selectItem(title) {
      const option = await waitFor(() => only(options(), title, "item"));
      await user.click(option);
      // The list redraws its items on selection.
      return only(options(), title, "item");
    },
    actions: () => reachableActions(window).map(describeAction),
    async runAction(...titles) {
      for (const title of titles) {
        fireEvent.click(await waitFor(() => only(reachableActions(window), title, "action")));
        await settle();
      }
    },
    async type(label, text) {
      await user.type(await view.findByLabelText(label), text.replaceAll(/[{[]/g, "$&$&"));
      await settle();
    },
    async search(text) {
      const searchBar = await view.findByRole("searchbox");
      await user.clear(searchBar);
      if (text !== "") await user.type(searchBar, text.replaceAll(/[{[]/g, "$&$&"));
      await settle();
    },
    press,
    pressEnter: () => press("return"),
    submit: () => press("cmd+return"),
    pop: () => press("escape"),
  };
}

/** Lets promises that are already settled reach the views. */
async function settle(): Promise<void> {
  await act(async () => undefined);
}

function titleOf(element: HTMLElement): string {
  return element.getAttribute("aria-label") ?? "";
}

function isSelected(option: HTMLElement): boolean {
  return option.getAttribute("aria-selected") === "true";
}

function only(elements: HTMLElement[], title: string, kind: string): HTMLElement {
  const [found, second] = elements.filter((element) => titleOf(element) === title);
  if (second !== undefined) throw new Error(`More than one ${kind} has the title "${title}"`);
  if (found === undefined) {
    const titles = elements.map((element) => `"${titleOf(element)}"`).join(", ");
    throw new Error(`No ${kind} has the title "${title}"; there are: ${titles || "none"}`);
  }
  return found;
}

function describeAction(item: HTMLElement): DescribedAction {
  return {
    title: titleOf(item),
    shortcut: item.dataset.shortcut,
    section: item.closest('[role="group"]')?.getAttribute("aria-label") ?? undefined,
    hasIcon: item.querySelector("img") !== null,
    isDestructive: item.dataset.style === "destructive",
    isSubmenu: item.hasAttribute("aria-haspopup"),
  };
}
