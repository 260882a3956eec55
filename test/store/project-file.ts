import path from "node:path";

/** A file or folder of the project, by its path from the root. */
export function projectFile(relativePath: string): string {
  return path.join(import.meta.dirname, "..", "..", relativePath);
}
