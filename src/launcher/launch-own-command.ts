import { launchCommand, LaunchType, showToast, Toast } from "@raycast/api";

/** Other commands of this extension, by the names of the manifest, with their titles. */
const TITLES = {
  "open-aws-console": "Open AWS Console",
  "copy-aws-credentials": "Copy AWS Credentials",
  "enter-mfa-code": "Enter MFA Code",
  "add-access-key": "Add Access Key",
} as const;

/**
 * Leads the user to another command, or says which one to run where the host cannot.
 *
 * @param profile the one to begin with
 */
export async function launchOwnCommand(name: keyof typeof TITLES, profile?: string): Promise<void> {
  const given =
    profile === undefined ? {} : name === "enter-mfa-code" ? { arguments: { profile } } : { context: { profile } };
  try {
    await launchCommand({ name, type: LaunchType.UserInitiated, ...given });
  } catch {
    const title = `Run the Command ${TITLES[name]}${profile === undefined ? "" : ` for ${profile}`}`;
    await showToast({ style: Toast.Style.Failure, title });
  }
}
