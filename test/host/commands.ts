import type * as Raycast from "@raycast/api";
import { host } from "./host";
import { extension } from "./manifest";

/** Records the launch; as in Raycast, a command of the own extension must exist in the manifest. */
export const launchCommand: typeof Raycast.launchCommand = async (options) => {
  const isOwn = !("extensionName" in options) || options.extensionName === host.environment.extensionName;
  if (isOwn && !extension.manifest.commands.some(({ name }) => name === options.name)) {
    throw new Error(`The extension has no command "${options.name}"`);
  }
  host.launchedCommands.push(options);
};

/** Keeps the subtitle in `host.commandSubtitle`. */
export const updateCommandMetadata: typeof Raycast.updateCommandMetadata = async ({ subtitle }) => {
  host.commandSubtitle = subtitle ?? undefined;
};

/** Keeps the exception in `host.exceptions`. */
export const captureException: typeof Raycast.captureException = (exception) => {
  host.exceptions.push(exception);
};
