// @vitest-environment happy-dom
import { Action, ActionPanel, Form, List, LocalStorage, Toast } from "@raycast/api";
import {
  showFailureToast,
  useCachedPromise,
  useCachedState,
  useFrecencySorting,
  useLocalStorage,
  usePromise,
  withCache,
} from "@raycast/utils";
import { waitFor } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { host, launch } from "./headless-host";

async function loadProfiles(suffix: string): Promise<string[]> {
  return [`demo${suffix}`, `demo-role2${suffix}`];
}

function rows(titles: readonly string[] | undefined, isLoading: boolean, onVisit?: (title: string) => void) {
  return (
    <List searchBarPlaceholder="Search profiles" isLoading={isLoading}>
      {titles?.map((title) => (
        <List.Item
          key={title}
          title={title}
          actions={
            <ActionPanel>
              <Action title="Visit" onAction={() => onVisit?.(title)} />
            </ActionPanel>
          }
        />
      ))}
    </List>
  );
}

describe("the real hooks of @raycast/utils", () => {
  it("usePromise fills a list, and reports an error in a toast", async () => {
    function Profiles({ fails = false }: { fails?: boolean }) {
      const { data, isLoading } = usePromise(
        async (suffix: string) => {
          if (fails) throw new Error("No config");
          return loadProfiles(suffix);
        },
        [""],
      );
      return rows(data, isLoading);
    }
    const command = launch(<Profiles />);
    expect(command.view.getByRole("listbox").getAttribute("aria-busy")).toBe("true");
    await command.selectItem("demo-role2");
    expect(command.view.getByRole("listbox").getAttribute("aria-busy")).toBe("false");

    vi.spyOn(console, "error").mockReturnValue();
    const failed = launch(<Profiles fails />);
    await failed.screen.findByText("No config");
    expect(host.toasts).toMatchObject([{ style: Toast.Style.Failure, message: "No config" }]);
  });

  it("useCachedPromise paints from the cache at the second launch, and a reset empties the cache", async () => {
    let loads = 0;
    // No vi.fn: useCachedPromise hashes the function, and a mock holds what cannot be hashed.
    const load = async (suffix: string) => {
      loads += 1;
      return loadProfiles(suffix);
    };
    function Profiles() {
      const { data, isLoading } = useCachedPromise(load, ["!"], { keepPreviousData: true });
      return rows(data, isLoading);
    }
    const first = launch(<Profiles />);
    expect(first.items()).toEqual([]);
    await first.selectItem("demo!");
    const second = launch(<Profiles />);
    expect(second.items()).toEqual(["demo!", "demo-role2!"]);
    expect([...host.caches.values()].flatMap((cache) => [...cache.values()]).join()).toContain("demo-role2!");
    await waitFor(() => expect(loads).toBe(2));
    host.reset();
    expect(launch(<Profiles />).items()).toEqual([]);
  });

  it("useFrecencySorting moves what was visited to the top", async () => {
    function Profiles() {
      const names = ["a", "b", "c"];
      const { data, visitItem } = useFrecencySorting(names, { key: (name) => name });
      return rows(data, false, visitItem);
    }
    const command = launch(<Profiles />);
    await command.selectItem("c");
    await command.pressEnter();
    expect(command.items()).toEqual(["c", "a", "b"]);
    expect(launch(<Profiles />).items()).toEqual(["c", "a", "b"]);
  });

  it("useLocalStorage and useCachedState keep values", async () => {
    function Pins() {
      const { value: pins = [], setValue, isLoading } = useLocalStorage<string[]>("pins", []);
      const [count, setCount] = useCachedState("count", 0);
      return rows([`${pins.length} pins`, `${count} visits`], isLoading, () => {
        setCount(count + 1);
        void setValue([...pins, "demo"]);
      });
    }
    const command = launch(<Pins />);
    await command.pressEnter();
    await waitFor(() => expect(command.items()).toEqual(["1 pins", "1 visits"]));
    expect(host.localStorage.get("pins")).toBe('["demo"]');
    expect(await LocalStorage.allItems()).toEqual({ pins: '["demo"]' });
  });

  it("showFailureToast offers to copy the error", async () => {
    const command = launch(<List searchBarPlaceholder="Search" />);
    host.environment.isDevelopment = true;
    await showFailureToast(new Error("Access denied"), { title: "Cannot Assume Role" });
    const toast = await command.screen.findByRole("status", { name: "Toast" });
    expect(toast.textContent).toContain("Cannot Assume RoleAccess denied");
    await command.user.click(command.screen.getByRole("button", { name: "Copy Logs" }));
    expect(host.clipboard).toMatchObject([{ content: expect.stringContaining("Access denied"), concealed: false }]);
    expect(host.visibleToast).toBeUndefined();
  });

  it("withCache keeps results", async () => {
    const load = vi.fn(loadProfiles);
    const cached = withCache(load);
    await cached("");
    expect(await cached("")).toEqual(["demo", "demo-role2"]);
    expect(load).toHaveBeenCalledOnce();
  });

  it("a form drawn once data is there gets the focus", async () => {
    function Late() {
      const { data } = usePromise(loadProfiles, [""]);
      if (data === undefined) return <Form isLoading />;
      return (
        <Form key="loaded">
          <Form.TextField id="code" title="MFA Code" placeholder="6 digits" />
        </Form>
      );
    }
    const command = launch(<Late />);
    const field = await command.view.findByLabelText("MFA Code");
    expect(document.activeElement).toBe(field);
  });
});
