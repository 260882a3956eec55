import { ProblemError } from "../aws/problem";
import { decodeText } from "../aws/shared-config/decode-text";
import { type Diagnostic } from "../aws/shared-config/diagnostic";
import { type FileLocation } from "../aws/shared-config/file-locations";
import { loadSharedConfig } from "../aws/shared-config/load-shared-config";
import { type FileKind, type SharedConfig, type SharedConfigOptions } from "../aws/shared-config/shared-config";
import { type SourceText } from "../aws/shared-config/shared-file";
import { type AwsEnvironment } from "./aws-environment";
import { type FileReading, readOrdinaryFile } from "./read-ordinary-file";

interface LocatedFile {
  readonly kind: FileKind;
  readonly location: FileLocation;
  readonly reading: FileReading;
}

/**
 * Reads both shared files from the disk. One that cannot be read does not keep the profiles of the other from the user:
 * it becomes a diagnostic. So does a file that a preference names and that does not exist.
 *
 * @throws ProblemError where there is nothing to show: `config-unreadable` where a file cannot be read, `no-config` where
 *   there is no config file
 */
export async function readSharedConfig({
  files,
  ...options
}: Pick<AwsEnvironment, "files"> & Partial<SharedConfigOptions>): Promise<SharedConfig> {
  const [config, credentials] = await Promise.all([
    readFileAt("config", files.config),
    readFileAt("credentials", files.credentials),
  ]);
  const both = [config, credentials];
  const shared = loadSharedConfig({ config: sourceText(config), credentials: sourceText(credentials) }, options);
  if (shared.profiles.size === 0 && shared.diagnostics.length === 0) {
    for (const { reading, location } of both) {
      if (reading.kind !== "unreadable") continue;
      throw new ProblemError({ kind: "config-unreadable", file: location.shown, reason: reading.reason });
    }
    if (config.reading.kind === "absent") throw new ProblemError({ kind: "no-config", file: files.config.shown });
  }
  return { ...shared, diagnostics: [...both.flatMap(missingFile), ...shared.diagnostics] };
}

async function readFileAt(kind: FileKind, location: FileLocation): Promise<LocatedFile> {
  return { kind, location, reading: await readOrdinaryFile(location.path) };
}

function sourceText({ location, reading }: LocatedFile): SourceText | undefined {
  return reading.kind === "bytes" ? decodeText(reading.bytes, location.shown) : undefined;
}

/** What is said of a file that the profiles had to be listed without. */
function missingFile({ kind, location, reading }: LocatedFile): Diagnostic[] {
  if (reading.kind === "unreadable") {
    return [
      {
        severity: "error",
        file: location.shown,
        message: `The ${kind} file cannot be read (${reading.reason}), so it was left out.`,
        hint: "Make it an ordinary file that you may read, or name another in the preferences.",
      },
    ];
  }
  // Not having one of the two files is usual; naming one that is not there is not.
  if (reading.kind === "absent" && location.chosenBy === "preference") {
    return [
      {
        severity: "warning",
        file: location.shown,
        message: `The preferences name this as the ${kind} file, but there is none.`,
        hint: "Correct the path in the preferences, or clear it.",
      },
    ];
  }
  return [];
}
