import { Clipboard, showHUD } from "@raycast/api";

/** Copies what is wrong with the config, for someone who can mend it. Holds no secret, so the history may keep it. */
export async function copyReport(report: string): Promise<void> {
  await Clipboard.copy(report);
  await showHUD("Copied All Problems");
}
