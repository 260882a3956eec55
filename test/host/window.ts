import type * as Raycast from "@raycast/api";
import { declaredEnum } from "./declared-enum";
import { host } from "./host";

/** What becomes of the command when the window closes. */
export const PopToRootType = declaredEnum("PopToRootType");

/** Closes the window; the command goes on unless it also pops to root at once. */
export const closeMainWindow: typeof Raycast.closeMainWindow = async (options) => {
  host.windowClosed = true;
  host.suspended = options?.popToRootType === PopToRootType.Suspended;
  if (options?.popToRootType === PopToRootType.Immediate) host.poppedToRoot = true;
  host.changed();
};

/** Ends the command: its views are taken down. */
export const popToRoot: typeof Raycast.popToRoot = async () => {
  host.poppedToRoot = true;
  host.changed();
};

/** Closes the window and shows a short message in its place. */
export const showHUD: typeof Raycast.showHUD = async (title, options) => {
  host.huds.push(title);
  await closeMainWindow(options);
};
