import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { type PathSurroundings } from "../../aws/shared-config/file-locations";
import { type BrowserId } from "./browser";
import { programFiles } from "./browser-files";

/** The program that starts a browser on Windows or Linux; undefined where it is not found, and always on macOS. */
export async function findProgram(browser: BrowserId, surroundings: PathSurroundings): Promise<string | undefined> {
  for (const file of programFiles(browser, surroundings)) {
    if (await isProgram(file)) return file;
  }
  return undefined;
}

async function isProgram(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
