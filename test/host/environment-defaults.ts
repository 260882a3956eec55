import type * as Raycast from "@raycast/api";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LaunchType } from "./launch-type";
import { extension } from "./manifest";

/** The environment of a command that a user launched. The support folder is not created. */
export function defaultEnvironment(): Raycast.Environment {
  const { manifest } = extension;
  return {
    raycastVersion: "1.104.25",
    ownerOrAuthorName: manifest.owner ?? manifest.author,
    extensionName: manifest.name,
    commandName: manifest.commands[0]?.name ?? "",
    commandMode: "view",
    assetsPath: extension.assetsPath,
    supportPath: join(tmpdir(), `headless-host-${process.pid}`, "support"),
    isDevelopment: false,
    appearance: "dark",
    theme: "dark",
    textSize: "medium",
    launchType: LaunchType.UserInitiated,
    canAccess: () => false,
  };
}
