import { launchCommand, LaunchType, open, PopToRootType, showHUD, showToast, Toast } from "@raycast/api";
import { CodeCancelled } from "../aws/chain/mfa-prompt";
import { describeProblem, type Remedy } from "../aws/describe-problem";
import { ProblemError } from "../aws/problem";
import { expandHome } from "./aws-environment";

/** Says what is being done; each call replaces the one before it. */
export type Progress = (title: string) => void;

/** How an action ends well: with a note over the desktop after the window closed, or in the window. */
export type Success = { readonly hud: string } | { readonly toast: string };

/** The titles of the actions under way. */
const underWay = new Set<string>();

/**
 * Runs an action under a toast: progress while it runs, and the problem with its remedy when it fails. Nothing is
 * thrown, and nothing but a problem's own sentence is shown: another error's text may hold what it was called with.
 * While an action of the same title is under way nothing happens: Enter pressed twice would open two browser tabs.
 *
 * @example
 * await withProgress("Opening demo-role2", async (progress) => {
 *   progress("Assuming demo-role1");
 *   return { hud: "Opened demo-role2" };
 * });
 */
export async function withProgress(title: string, action: (progress: Progress) => Promise<Success>): Promise<void> {
  if (underWay.has(title)) return;
  underWay.add(title);
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
    if (!(error instanceof CodeCancelled)) await showProblem(error);
  } finally {
    underWay.delete(title);
  }
}

async function showSuccess(success: Success): Promise<void> {
  if ("toast" in success) await showToast({ style: Toast.Style.Success, title: success.toast });
  else await showHUD(success.hud, { clearRootSearch: true, popToRootType: PopToRootType.Immediate });
}

/** Shows what went wrong, with the remedy under the toast's action. */
export async function showProblem(error: unknown): Promise<void> {
  if (!(error instanceof ProblemError)) {
    const name = error instanceof Error ? error.name : "an unknown error";
    const message = `Something unforeseen happened (${name}). Try again, and report it if it stays.`;
    await showToast({ style: Toast.Style.Failure, title: "Unexpected Error", message });
    return;
  }
  const { title, sentence, remedy } = describeProblem(error.problem);
  await showToast({ style: Toast.Style.Failure, title, message: sentence, primaryAction: remedyAction(remedy) });
}

function remedyAction(remedy: Remedy): Toast.ActionOptions | undefined {
  switch (remedy.kind) {
    case "add-access-key":
      return { title: "Add Access Key", onAction: () => void launchAddAccessKey(remedy.profile) };
    case "edit-config":
      return { title: "Edit Config", onAction: () => void open(expandHome(remedy.file)) };
    case "try-again":
    case "none":
      return undefined;
  }
}

async function launchAddAccessKey(profile: string): Promise<void> {
  try {
    await launchCommand({ name: "add-access-key", type: LaunchType.UserInitiated, context: { profile } });
  } catch {
    await showToast({ style: Toast.Style.Failure, title: `Run the Command Add Access Key for ${profile}` });
  }
}
