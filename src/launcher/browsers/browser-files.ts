import { homedir } from "node:os";
import path from "node:path";
import { expandPath, type PathSurroundings } from "../../aws/shared-config/file-locations";
import { BROWSERS, type BrowserId } from "./browser";

/** Where packages put browsers that the short `PATH` of a launcher may lack. */
const USUAL_FOLDERS = ["/usr/local/bin", "/usr/bin", "/bin", "/snap/bin"];

/** Where the program that starts a browser may be, the likeliest first. None on macOS, whose `open` finds it. */
export function programFiles(browser: BrowserId, surroundings: PathSurroundings): readonly string[] {
  const { windows, linux } = BROWSERS[browser];
  switch (surroundings.platform) {
    case "darwin":
      return [];
    case "win32":
      return windows.programs.map((program) => expandPath(program, surroundings));
    default: {
      const given = (surroundings.variables.PATH ?? "").split(path.posix.delimiter).filter(path.posix.isAbsolute);
      const folders = [...new Set([...given, ...USUAL_FOLDERS])];
      return linux.programs.flatMap((program) => folders.map((folder) => path.posix.join(folder, program)));
    }
  }
}

/** Where the file that lists a browser's profiles may be: `Local State` or `profiles.ini`. */
export function profileFiles(browser: BrowserId, surroundings: PathSurroundings): readonly string[] {
  const { engine, macos, windows, linux } = BROWSERS[browser];
  const name = engine === "chromium" ? "Local State" : "profiles.ini";
  const { platform } = surroundings;
  const { dataFolders } = platform === "darwin" ? macos : platform === "win32" ? windows : linux;
  const { join } = platform === "win32" ? path.win32 : path.posix;
  return dataFolders.map((folder) => join(expandPath(folder, withConfigHome(surroundings)), name));
}

/** The surroundings of this process. */
export function ownSurroundings(): PathSurroundings {
  return { variables: process.env, platform: process.platform, fallbackHome: homedir() };
}

/** With the default that the XDG Base Directory Specification has for a variable that is hardly ever set. */
function withConfigHome(surroundings: PathSurroundings): PathSurroundings {
  const { variables } = surroundings;
  return { ...surroundings, variables: { ...variables, XDG_CONFIG_HOME: variables.XDG_CONFIG_HOME || "~/.config" } };
}
