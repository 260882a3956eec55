import {
  type Application,
  getDefaultApplication,
  getPreferenceValues,
  open,
  openExtensionPreferences,
  PopToRootType,
  showHUD,
  showToast,
  Toast,
} from "@raycast/api";
import { access } from "node:fs/promises";
import { absolutePath, awsEnvironment } from "./aws-environment";
import { lineUrl } from "./editors/line-url";
import { chosenApplication } from "./chosen-application";
import { isAbsence } from "./file-error-reason";

/** A file to edit, by the path that messages show, and where in it. */
export interface PlaceToEdit {
  readonly file: string;
  /** From 1; absent where the file as a whole is meant. */
  readonly line?: number | undefined;
}

/** What an action is called that leads to a place. */
export function editConfigTitle({ file, line }: PlaceToEdit): string {
  const what = file === awsEnvironment().files.credentials.shown ? "Credentials File" : "Config";
  return line === undefined ? `Edit ${what}` : `Edit ${what} at Line ${line}`;
}

/**
 * Opens a config file at a line: in the editor of the preferences, else in the system's application for the file. Where
 * neither takes a line, it is said beside the file.
 */
export async function editConfig({ file, line }: PlaceToEdit): Promise<void> {
  const target = absolutePath(file);
  if (!(await exists(target))) return sayMissing(file);

  const chosen = chosenApplication(getPreferenceValues<Preferences>().editor);
  try {
    if (line !== undefined && (await openAtLine(chosen ?? (await defaultApplication(target)), target, line))) return;
    await open(target, chosen?.path);
  } catch {
    const message = chosen
      ? `${chosen.name} does not open it. Choose another editor in the preferences.`
      : "The system has no application for it. Choose an editor in the preferences.";
    return showFailure(`Cannot Open ${file}`, message);
  }
  // What is above the first line is in sight anyway.
  if (line !== undefined && line > 1) {
    await showHUD(`Go to line ${line} of ${file}`, { popToRootType: PopToRootType.Suspended });
  }
}

/** Tells whether the application went there: its URL may belong to nobody, though it is installed. */
async function openAtLine(application: Application | undefined, target: string, line: number): Promise<boolean> {
  try {
    const url = application && lineUrl(application, target, line);
    if (url === undefined) return false;
    await open(url);
    return true;
  } catch {
    return false;
  }
}

/** A host may know of none, or not know how to find it. */
async function defaultApplication(target: string): Promise<Application | undefined> {
  try {
    return await getDefaultApplication(target);
  } catch {
    return undefined;
  }
}

async function exists(target: string): Promise<boolean> {
  try {
    await access(target);
    return true;
  } catch (error) {
    // What may not be looked at is there: the editor says more of it.
    return !isAbsence(error);
  }
}

function sayMissing(file: string): Promise<void> {
  return showFailure(
    `No File at ${file}`,
    "It was moved or removed, or the path is wrong. Put it there, or correct the path in the preferences.",
  );
}

async function showFailure(title: string, message: string): Promise<void> {
  const primaryAction = {
    title: "Open Extension Preferences",
    onAction: () => void openExtensionPreferences(),
  };
  await showToast({ style: Toast.Style.Failure, title, message, primaryAction });
}
