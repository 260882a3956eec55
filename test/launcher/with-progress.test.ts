import { Toast } from "@raycast/api";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { OpeningCancelled } from "../../src/aws/chain/resolve/opening-cancelled";
import { type Problem, ProblemError } from "../../src/aws/problem";
import { type Success, withProgress } from "../../src/launcher/with-progress";
import { host } from "../host/host";

beforeEach(() => host.reset());

const NO_KEY: Problem = { kind: "no-access-key", profile: "demo-role2", source: "demo-user" };
const NO_ROLE = {
  kind: "missing-role",
  profile: "demo",
  setting: "source_profile",
  file: path.resolve("test/fixtures/article.config"),
  line: 3,
} as const satisfies Problem;
const CLOCK: Problem = { kind: "clock-skew", profile: "demo-role2" };

function failWith(error: unknown): Promise<void> {
  return withProgress("Opening demo-role2", () => Promise.reject(error));
}

describe("an action with progress", () => {
  it("shows what is being done, one step in place of the other", async () => {
    await withProgress("Opening demo-role2", async (progress) => {
      expect(host.visibleToast).toMatchObject({ style: Toast.Style.Animated, title: "Opening demo-role2" });
      progress("Signing in");
      expect(host.visibleToast).toMatchObject({ style: Toast.Style.Animated, title: "Signing in" });
      return { hud: "Opened demo-role2" };
    });
    expect(host.toasts).toHaveLength(2);
  });

  it("ends with a note over the desktop, when the launcher's work is done", async () => {
    await withProgress("Opening demo-role2", async () => ({ hud: "Opened demo-role2" }));
    expect(host.huds).toEqual(["Opened demo-role2"]);
    expect(host.windowClosed && host.poppedToRoot).toBe(true);
    expect(host.visibleToast).toBeUndefined();
  });

  it("ends with a toast, when the user stays", async () => {
    await withProgress("Forgetting demo-role2", async () => ({ toast: "Forgot demo-role2" }));
    expect(host.visibleToast).toMatchObject({ style: Toast.Style.Success, title: "Forgot demo-role2" });
    expect(host.windowClosed).toBe(false);
  });

  it("says nothing when the user gave up", async () => {
    await failWith(new OpeningCancelled());
    expect(host.visibleToast).toBeUndefined();
    expect(host.huds).toEqual([]);
  });

  it("says a problem in its own sentence", async () => {
    await failWith(new ProblemError(CLOCK));
    expect(host.visibleToast).toMatchObject({
      style: Toast.Style.Failure,
      title: "Clock Is Wrong",
      message: expect.stringContaining('AWS refused "demo-role2"'),
    });
    expect(host.windowClosed).toBe(false);
  });

  it.each([
    ["an error", new TypeError("token FwoGZXIvYXdzEB"), "TypeError"],
    ["something else", "token FwoGZXIvYXdzEB", "an unknown error"],
  ])("shows nothing of the text of %s, which may hold a secret", async (_, error, name) => {
    await failWith(error);
    expect(host.visibleToast).toMatchObject({
      title: "Unexpected Error",
      message: `Something unforeseen happened (${name}). Try again, and report it if it stays.`,
    });
    expect(JSON.stringify(host.toasts)).not.toContain("FwoGZXIvYXdzEB");
  });

  it("ends at once when it is cancelled, and nobody is told how what was under way ended", async () => {
    let end: (success: Success) => void = () => undefined;
    let seen: AbortSignal | undefined;
    const running = withProgress("Opening demo-role2", (progress, signal) => {
      seen = signal;
      return new Promise((resolve) => {
        end = (success) => {
          progress("Signing in");
          resolve(success);
        };
      });
    });
    const toast = host.visibleToast;
    expect(toast?.primaryAction?.title).toBe("Cancel");
    if (toast) toast.primaryAction?.onAction(toast);
    await running;
    expect(seen?.reason).toBeInstanceOf(OpeningCancelled);
    end({ hud: "Opened demo-role2" });
    await withProgress("Forgetting demo-role2", async () => ({ toast: "Forgot demo-role2" }));
    expect({ title: host.visibleToast?.title, huds: host.huds }).toEqual({ title: "Forgot demo-role2", huds: [] });
    expect(host.toasts.map(({ title }) => title)).not.toContain("Signing in");
  });

  it("runs once at a time, and again when it has ended", async () => {
    const ends: (() => void)[] = [];
    const action = vi.fn(() => new Promise<Success>((resolve) => ends.push(() => resolve({ toast: "Refreshed" }))));
    const first = withProgress("Refreshing demo-role2", action);
    await withProgress("Refreshing demo-role2", action);
    await withProgress("Opening demo-role1", action);
    expect(action).toHaveBeenCalledOnce();
    for (const end of ends) end();
    await first;
    const second = withProgress("Opening demo-role1", action);
    expect(action).toHaveBeenCalledTimes(2);
    for (const end of ends) end();
    await second;
  });
});

describe("the remedy of a problem", () => {
  /** Presses the button of the toast. */
  const remedy = () => {
    const toast = host.visibleToast;
    if (!toast?.primaryAction) throw new Error("The toast has no action");
    toast.primaryAction.onAction(toast);
    return toast.primaryAction.title;
  };

  it("leads to the command Add Access Key with the profile chosen, where no list is there for its form", async () => {
    await failWith(new ProblemError(NO_KEY));
    expect(remedy()).toBe("Add Access Key");
    await vi.waitFor(() =>
      expect(host.launchedCommands).toMatchObject([{ name: "add-access-key", context: { profile: "demo-user" } }]),
    );
  });

  it("opens the config", async () => {
    await failWith(new ProblemError(NO_ROLE));
    expect(remedy()).toBe("Edit Config at Line 3");
    await vi.waitFor(() => expect(host.opened.map(({ target }) => target)).toEqual([NO_ROLE.file]));
  });

  it("tries the same once more", async () => {
    const action = vi.fn<() => Promise<Success>>(() => Promise.reject(new ProblemError(CLOCK)));
    await withProgress("Opening demo-role2", action);
    action.mockResolvedValue({ hud: "Opened demo-role2" });
    expect(remedy()).toBe("Try Again");
    await vi.waitFor(() => expect(host.huds).toEqual(["Opened demo-role2"]));
  });

  it("is joined by a report for whoever helps", async () => {
    await failWith(new ProblemError(NO_KEY));
    const toast = host.visibleToast;
    expect(toast?.secondaryAction?.title).toBe("Copy Report");
    if (toast) toast.secondaryAction?.onAction(toast);
    await vi.waitFor(() => expect(host.huds).toEqual(["Copied Report"]));
    expect(host.clipboard.map(({ content }) => content)).toEqual([
      expect.stringMatching(
        /^No Access Key\nNo access key is stored for "demo-user", .*\n\nKind: no-access-key\nTime: /,
      ),
    ]);
  });

  it.each([
    ["an error", new TypeError("token FwoGZXIvYXdzEB")],
    ["something else", "token FwoGZXIvYXdzEB"],
  ])("reports nothing of the text of %s, which may hold a secret", async (_, error) => {
    await failWith(error);
    const toast = host.visibleToast;
    if (toast) toast.secondaryAction?.onAction(toast);
    await vi.waitFor(() => expect(host.clipboard).toHaveLength(1));
    expect(JSON.stringify(host.clipboard)).not.toContain("FwoGZXIvYXdzEB");
  });
});
