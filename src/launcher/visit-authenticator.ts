import {
  type Application,
  closeMainWindow,
  getPreferenceValues,
  open,
  PopToRootType,
  showToast,
  Toast,
} from "@raycast/api";
import { chosenApplication } from "./chosen-application";

/** The application that shows codes, where the user named one. */
export function authenticatorApp(
  { authenticator }: Preferences = getPreferenceValues<Preferences>(),
): Application | undefined {
  return chosenApplication(authenticator);
}

/**
 * Takes the window away, and opens the authenticator where there is one. Form and opening are as they were when the window
 * comes back, however the user has set the launcher to return to its root.
 */
export async function visitAuthenticator(app: Application | undefined): Promise<void> {
  // Before the app takes the focus: that would close the window by the user's own settings.
  await closeMainWindow({ popToRootType: PopToRootType.Suspended });
  if (!app) return;
  try {
    await open(app.path);
  } catch {
    const message = "Choose another Authenticator App in the preferences.";
    await showToast({ style: Toast.Style.Failure, title: `Cannot Open ${app.name}`, message });
  }
}
