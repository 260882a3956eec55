import { Clipboard, PopToRootType, showHUD } from "@raycast/api";

/**
 * Copies what is wrong, for someone who can mend it. Holds no secret, so the history may keep it. The view that says it
 * is still there when its user comes back from sending it.
 *
 * @param what names the report in the note that it was copied
 */
export async function copyReport(report: string, what: string): Promise<void> {
  await Clipboard.copy(report);
  await showHUD(`Copied ${what}`, { popToRootType: PopToRootType.Suspended });
}
