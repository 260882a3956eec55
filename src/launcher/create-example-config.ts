import { showToast, Toast } from "@raycast/api";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { EXAMPLE_CONFIG } from "../aws/shared-config/example-config";
import { absolutePath, awsEnvironment } from "./aws-environment";
import { editConfig } from "./edit-config";
import { errorCode, fileErrorReason } from "./file-error-reason";
import { announceProfileChange } from "./profile-changes";

/**
 * Writes an example where the config is looked for, for its owner alone, and opens it in the editor. A file that came there
 * meanwhile is opened as it is.
 */
export async function createExampleConfig(): Promise<void> {
  const { shown } = awsEnvironment().files.config;
  const target = absolutePath(shown);
  try {
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, EXAMPLE_CONFIG, { flag: "wx", mode: 0o600 }).catch(unlessThere);
  } catch (error) {
    const message = `The system refuses it (${fileErrorReason(error)}). Name another file in the preferences.`;
    await showToast({ style: Toast.Style.Failure, title: `Cannot Create ${shown}`, message });
    return;
  }
  announceProfileChange();
  await editConfig({ file: shown });
}

function unlessThere(error: unknown): void {
  if (errorCode(error) !== "EEXIST") throw error;
}
