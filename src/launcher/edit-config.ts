import { open, showToast, Toast } from "@raycast/api";
import { expandHome } from "./aws-environment";

/** Opens a config file, `~` expanded, in the application that the system has for it. */
export async function editConfig(file: string): Promise<void> {
  try {
    await open(expandHome(file));
  } catch {
    const message = "The system has no application for it. Open it in your editor.";
    await showToast({ style: Toast.Style.Failure, title: `Cannot Open ${file}`, message });
  }
}
