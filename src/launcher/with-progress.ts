import { PopToRootType, showHUD, showToast, Toast } from "@raycast/api";
import { CodeCancelled } from "../aws/chain/resolve/mfa-prompt";
import { showProblem } from "./show-problem";

/** Says what is being done; each call replaces the one before it. */
export type Progress = (title: string) => void;

/** How an action ends well: with a note over the desktop after the window closed, or in the window. */
export type Success = { readonly hud: string } | { readonly toast: string };

let isBusy = false;

/**
 * Runs an action under a toast: progress while it runs, then its success, or the problem with its remedy.
 *
 * One action runs at a time. What is started meanwhile is ignored: Enter pressed twice would open two browser tabs, and
 * two chains would ask for the same device's code at once.
 *
 * @example
 * await withProgress("Opening demo-role2", async (progress) => {
 *   progress("Assuming demo-role1");
 *   return { hud: "Opened demo-role2" };
 * });
 */
export async function withProgress(title: string, action: (progress: Progress) => Promise<Success>): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  // A form on top of the list takes the toast away in some hosts, so every step shows one anew.
  let shown = showToast({ style: Toast.Style.Animated, title });
  const progress: Progress = (next) => {
    shown = showToast({ style: Toast.Style.Animated, title: next });
  };
  try {
    const success = await action(progress);
    await (await shown).hide();
    await showSuccess(success);
  } catch (error) {
    await (await shown).hide();
    if (!(error instanceof CodeCancelled)) await showProblem(error, () => void withProgress(title, action));
  } finally {
    isBusy = false;
  }
}

async function showSuccess(success: Success): Promise<void> {
  if ("toast" in success) await showToast({ style: Toast.Style.Success, title: success.toast });
  else await showHUD(success.hud, { clearRootSearch: true, popToRootType: PopToRootType.Immediate });
}
