import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as v from "valibot";

const FOLDER = path.join(import.meta.dirname, "..", "..", "shared");

/**
 * The bytes of a file of the reference data beside the project, which is third parties' and so read in place. Nothing,
 * with a line that says so, where the folder is absent: `describe.skipIf(!data)`.
 */
export function sharedBytes(file: string): Uint8Array | undefined {
  if (existsSync(FOLDER)) return readFileSync(path.join(FOLDER, file));
  console.log(`skipped: the cases of ${file}, because ../shared is not there`);
  return undefined;
}

/**
 * The same for a JSON file.
 *
 * @throws where the file has not the shape that the test relies on
 */
export function sharedJson<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const bytes = sharedBytes(file);
  return bytes && v.parse(schema, JSON.parse(new TextDecoder().decode(bytes)));
}

/** The names of the files in a folder of the same data; none, with the same line, where it is absent. */
export function sharedFiles(folder: string): readonly string[] {
  if (existsSync(FOLDER)) return readdirSync(path.join(FOLDER, folder));
  console.log(`skipped: the files of ${folder}, because ../shared is not there`);
  return [];
}
