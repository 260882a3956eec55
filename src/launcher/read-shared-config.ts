import { readFile } from "node:fs/promises";
import { ProblemError } from "../aws/problem";
import { loadSharedConfig } from "../aws/shared-config/load-shared-config";
import { type SourceText } from "../aws/shared-config/shared-file";
import { type SharedConfig } from "../aws/shared-config/shared-config";
import { type AwsEnvironment, expandHome } from "./aws-environment";

/**
 * Reads both shared files from the disk.
 *
 * @throws ProblemError `no-config` where neither file exists, `config-unreadable` where the config file exists but
 *   cannot be read. A credentials file that cannot be read only becomes a diagnostic: roles work without it.
 */
export async function readSharedConfig({ configFile, credentialsFile }: AwsEnvironment): Promise<SharedConfig> {
  const [config, credentials] = await Promise.all([readText(configFile), readText(credentialsFile)]);
  if (!config && !credentials) throw new ProblemError({ kind: "no-config", file: configFile });
  if (config && "reason" in config) {
    throw new ProblemError({ kind: "config-unreadable", file: configFile, reason: config.reason });
  }
  if (!credentials || "text" in credentials) return loadSharedConfig({ config, credentials });

  const shared = loadSharedConfig({ config });
  return {
    ...shared,
    diagnostics: [
      ...shared.diagnostics,
      {
        severity: "error",
        file: credentialsFile,
        message: `The credentials file cannot be read (${credentials.reason}), so its keys were left out.`,
        hint: "Make it a file that you may read.",
      },
    ],
  };
}

/** The text, the reason why it cannot be had, or nothing where there is no such file. */
async function readText(file: string): Promise<SourceText | { readonly reason: string } | undefined> {
  try {
    return { path: file, text: await readFile(expandHome(file), "utf8") };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return code === "ENOENT" || code === "ENOTDIR" ? undefined : { reason: code };
  }
}
