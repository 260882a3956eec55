import { environment, PopToRootType, showHUD, showToast, Toast } from "@raycast/api";
import { OpeningCancelled } from "../aws/chain/resolve/opening-cancelled";
import { untilAborted } from "../aws/until-aborted";
import { showProblem } from "./show-problem";

/** Says what is being done; each call replaces the one before it. */
export type Progress = (title: string) => void;

/** How an action ends well: with a note over the desktop after the window closed, or in the window. */
export type Success = { readonly hud: string } | { readonly toast: string };

/** What runs under a toast. The signal is aborted where the user gives up: what is left then, nobody wants any more. */
export type ActionWithProgress = (progress: Progress, signal: AbortSignal) => Promise<Success>;

let isBusy = false;

/**
 * Runs an action under a toast: progress while it runs, which can be cancelled, then its success, or the problem with its
 * remedy.
 *
 * One action runs at a time. What is started meanwhile is ignored: Enter pressed twice would open two browser tabs, and
 * two chains would ask for the same device's code at once.
 *
 * @param options.isCancellable whether the action heeds its signal; true unless told
 * @example
 * await withProgress("Opening demo-role2", async (progress) => {
 *   progress("Assuming demo-role1");
 *   return { hud: "Opened demo-role2" };
 * });
 */
export async function withProgress(
  title: string,
  action: ActionWithProgress,
  { isCancellable = true }: { readonly isCancellable?: boolean } = {},
): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  const controller = new AbortController();
  const { signal } = controller;
  const cancel = { title: "Cancel", onAction: () => controller.abort(new OpeningCancelled()) };
  const primaryAction = isCancellable ? cancel : undefined;
  const show = async (step: string): Promise<Toast | undefined> =>
    // Nothing would hide it where a command of the menu bar is unloaded meanwhile.
    environment.commandMode === "menu-bar"
      ? undefined
      : showToast({ style: Toast.Style.Animated, title: step, primaryAction });
  // A form on top of the list takes the toast away in some hosts, so every step shows one anew.
  let shown = show(title);
  const progress: Progress = (next) => {
    if (!signal.aborted) shown = show(next);
  };
  try {
    // What is under way ends by itself, and what it made is kept.
    const success = await untilAborted(action(progress, signal), signal);
    await (await shown)?.hide();
    await showSuccess(success);
  } catch (error) {
    await (await shown)?.hide();
    if (!(error instanceof OpeningCancelled))
      await showProblem(error, () => void withProgress(title, action, { isCancellable }));
  } finally {
    isBusy = false;
  }
}

async function showSuccess(success: Success): Promise<void> {
  if ("toast" in success) await showToast({ style: Toast.Style.Success, title: success.toast });
  else await showHUD(success.hud, { clearRootSearch: true, popToRootType: PopToRootType.Immediate });
}
