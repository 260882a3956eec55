import { cp, mkdir, symlink } from "node:fs/promises";
import path from "node:path";

const COPIED = ["package.json", "src", "assets"];

/**
 * Puts a runnable copy of the extension into a folder of its own, so that what a host writes beside it (bundle, stored
 * sessions) is thrown away with that folder and never mixes with the user's or another run's.
 *
 * @param projectFolder where the extension is developed; its dependencies must be installed
 * @param targetFolder is made if missing and must not hold a staged extension yet
 * @throws when a part of the extension is missing or the target is taken
 */
export async function stageExtension(projectFolder: string, targetFolder: string): Promise<void> {
  await mkdir(targetFolder, { recursive: true });
  await Promise.all(
    COPIED.map((name) => cp(path.join(projectFolder, name), path.join(targetFolder, name), { recursive: true })),
  );
  // A link suffices: hosts bundle src/ and only look dependencies up.
  await symlink(path.resolve(projectFolder, "node_modules"), path.join(targetFolder, "node_modules"), "junction");
}
