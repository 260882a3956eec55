import { showToast, Toast } from "@raycast/api";
import { describeError } from "../aws/describe-error";
import { type Remedy } from "../aws/problem-description";
import { copyReport } from "./copy-report";
import { editConfig, editConfigTitle } from "./edit-config";
import { failureReport } from "./failure-report";
import { launchOwnCommand } from "./launch-own-command";
import { offerView } from "./offered-views";

/**
 * Says in a toast what went wrong, with the remedy as its first action and a report for whoever helps as its second.
 *
 * @param tryAgain does once more what failed; absent where that makes no sense
 */
export async function showProblem(error: unknown, tryAgain?: () => void): Promise<void> {
  const report = failureReport(error);
  const secondaryAction = { title: "Copy Report", onAction: () => void copyReport(report, "Report") };
  const { title, sentence, remedy } = describeError(error);
  const primaryAction = remedyAction(remedy, tryAgain);
  await showToast({ style: Toast.Style.Failure, title, message: sentence, primaryAction, secondaryAction });
}

function remedyAction(remedy: Remedy, tryAgain: (() => void) | undefined): Toast.ActionOptions | undefined {
  switch (remedy.kind) {
    case "add-access-key":
      return { title: "Add Access Key", onAction: (toast) => void addAccessKey(remedy.profile, toast, tryAgain) };
    case "edit-config":
      return { title: editConfigTitle(remedy), onAction: () => void editConfig(remedy) };
    case "show-profiles":
      return { title: "Show Roles", onAction: () => void offerView({ kind: "profiles", profiles: remedy.profiles }) };
    case "try-again":
      return tryAgain && { title: "Try Again", onAction: tryAgain };
    case "none":
      return undefined;
  }
}

/** Asks for the key on top of the list and goes on with what was asked for; without a list, in the command for it. */
async function addAccessKey(profile: string, toast: Toast, tryAgain: (() => void) | undefined): Promise<void> {
  await toast.hide();
  const sayStored = () => void showToast({ title: `Stored the access key of ${profile}` });
  if (offerView({ kind: "access-key", profile, onStored: tryAgain ?? sayStored })) return;
  await launchOwnCommand("add-access-key", profile);
}
