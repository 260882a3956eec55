import { open, showToast, Toast } from "@raycast/api";
import { absolutePath } from "./aws-environment";

/** Opens a config file, by the path that messages show, in the application that the system has for it. */
export async function editConfig(file: string): Promise<void> {
  try {
    await open(absolutePath(file));
  } catch {
    const message = "The system has no application for it. Open it in your editor.";
    await showToast({ style: Toast.Style.Failure, title: `Cannot Open ${file}`, message });
  }
}
