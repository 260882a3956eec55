import type * as Raycast from "@raycast/api";
import { host } from "./host";

// A declared enum is a class-like type that no object literal satisfies.
const ActionStyle = {
  Default: "default",
  Cancel: "cancel",
  Destructive: "destructive",
} as unknown as typeof Raycast.Alert.ActionStyle;

/** How the buttons of a confirmation look. */
export const Alert: typeof Raycast.Alert = { ActionStyle };

/** Asks for confirmation: takes the answer a test prepared, else draws a dialog and waits for the user. */
export const confirmAlert: typeof Raycast.confirmAlert = async (options) => {
  if (!options.title) throw new Error("An alert needs a title");
  if (host.environment.commandMode === "menu-bar") {
    host.warn(`The alert "${options.title}" of a menu-bar command needs the launcher's window`);
  }
  host.alerts.shown.push(options);
  const confirmed = host.alerts.answers.shift() ?? (await ask(options));
  (confirmed ? options.primaryAction : options.dismissAction)?.onAction?.();
  return confirmed;
};

function ask(options: Raycast.Alert.Options): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (confirmed: boolean) => {
      host.alerts.open = undefined;
      host.changed();
      resolve(confirmed);
    };
    host.alerts.open = { options, answer };
    host.changed();
  });
}
