import { type Application } from "@raycast/api";
import path from "node:path";

/** What the user chose in a preference of type `appPicker`; some hosts give the path of a program alone, or an empty one. */
export function chosenApplication(chosen: Application | string | undefined): Application | undefined {
  if (typeof chosen === "string") return chosen === "" ? undefined : { name: path.parse(chosen).name, path: chosen };
  return chosen?.path ? chosen : undefined;
}
