import { launchCommand, LaunchType, showToast, Toast } from "@raycast/api";
import { describeProblem, type Remedy } from "../aws/describe-problem";
import { ProblemError } from "../aws/problem";
import { editConfig } from "./edit-config";

/**
 * Says in a toast what went wrong, with the remedy as its action. Of an error that is no problem only the name is shown:
 * its text may hold what it was called with.
 */
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
      return { title: "Edit Config", onAction: () => void editConfig(remedy.file) };
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
