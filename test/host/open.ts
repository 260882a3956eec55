import type * as Raycast from "@raycast/api";
import type { PathLike } from "node:fs";
import { host } from "./host";

/** Puts the target on record in `host.opened` instead of opening it; rejects what `host.cannotOpen` says. */
export const open: typeof Raycast.open = async (target, application) => {
  if (typeof target !== "string" || target === "") throw new Error("open needs a file, folder or URL");
  if (host.cannotOpen(target)) throw new Error(`No application opens ${target}`);
  host.opened.push({ target, application });
};

/** Puts the path on record in `host.opened`, with the Finder as application. */
export const showInFinder: typeof Raycast.showInFinder = async (path) => {
  host.opened.push({ target: String(path), application: "Finder" });
};

/** Puts the paths on record in `host.trashed`. */
export const trash: typeof Raycast.trash = async (path) => {
  const paths: PathLike[] = Array.isArray(path) ? path : [path];
  host.trashed.push(...paths.map(String));
};
